import { setImmediate as breathe } from 'node:timers/promises'
import { importArticle } from '../../../data/importers'
import { correct, type ReadArticle } from '../../../data/importers/read-article'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { inParallel } from '../../../data/store/read-files'
import type { Store } from '../../../data/store/store'
import type { ImportCorrection, ImportEvent, ImportRow } from '../../ipc/import'
import { extensionOf, readyState } from './row'
import type { Source } from './source'

/** What an import needs of the project. */
export type ImportStore = Pick<Store, 'titleOf' | 'addArticle'>

interface Row {
  readonly number: number
  readonly source: Source
  state: ImportRow['state']
  /** With what the user corrected; `null` until it was read. */
  read: (ReadArticle & { readonly bytes: Uint8Array }) | null
}

/** Articles that are put into the project at once: each waits for the disk most of its time, and the disk takes several as fast as one. */
const PUT_AT_ONCE = 8

/** Rows are told together, at most this often, in milliseconds. */
const often = 60

/**
 * One import: files are read one after another, other messages being answered in between, and nothing is put into
 * the project before `finish`. More files may be added while it runs.
 */
export class Import {
  readonly #store: ImportStore
  readonly #tell: (event: ImportEvent) => void
  readonly #rows: Row[] = []
  /** The first row that has each text, by the article's id. */
  readonly #firstOf = new Map<string, Row>()
  readonly #changed = new Set<Row>()
  #finding = 0
  #stops = 0
  #next = 0
  #reading: Promise<void> | null = null
  #told = false
  #over = false
  #timer: NodeJS.Timeout | null = null

  constructor(store: ImportStore, tell: (event: ImportEvent) => void) {
    this.#store = store
    this.#tell = tell
  }

  /** Nothing more is told, read or put into the project: finished or cancelled. */
  get isOver(): boolean {
    return this.#over
  }

  /** Adds rows as their files are found, and reads them. Resolves when nothing is left to read. */
  async add(sources: AsyncIterable<Source>): Promise<void> {
    const stops = this.#stops
    this.#finding++
    if (this.#told) this.#tellSoon()
    else this.#tellNow()
    for await (const source of sources) {
      if (this.#over) return
      if (this.#stops !== stops) break
      const row: Row = { number: this.#rows.length, source, state: { is: 'waiting' }, read: null }
      this.#rows.push(row)
      this.#changes(row)
      this.#reading ??= this.#readAll()
    }
    this.#finding--
    await this.#reading
    this.#tellSoon()
  }

  /** Finds no more files, and leaves out what was not read yet; what was read stays. */
  stop(): void {
    this.#stops++
    for (const row of this.#rows.slice(this.#next)) this.#leaveOut(row, { kind: 'cancelled' })
    this.#next = this.#rows.length
  }

  cancel(): void {
    this.#over = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  correct(number: number, correction: ImportCorrection): Result<ImportRow, Problem> {
    const row = this.#rows[number]
    if (!row?.read) return failed({ kind: 'not-there', what: 'article' })
    const { metadata = {}, blockTypes = [] } = correction
    const types = Object.fromEntries(blockTypes.map(({ block, type }) => [block, type]))
    const article = correct(row.read, { metadata, blockTypes: types })
    const guesses = row.read.guesses.filter(({ field }) => !Object.hasOwn(metadata, field))
    row.read = { article, guesses, bytes: row.read.bytes }
    row.state = readyState(row.read, this.#alreadyHere(row))
    this.#changes(row)
    return ok(shown(row))
  }

  /**
   * Puts the rows into the project, some at once. What cannot be put there stays as a row with the reason, and the rest goes on;
   * when everything is there, or only what was there before, the import is over. Answers in the order of `numbers`.
   */
  async finish(numbers: readonly number[]): Promise<{ added: string[]; leftOut: number[] }> {
    this.stop()
    await this.#reading
    const chosen = [...new Set(numbers)]
    const putting = new Map<string, Promise<unknown>>()
    let done = 0
    const puts = await inParallel(chosen, PUT_AT_ONCE, async (number) => {
      const row = this.#rows[number]
      const id = row?.read?.article.id ?? ''
      // Of two rows with one text the first is the article, and the second finds it there.
      const before = putting.get(id)
      const put = (async () => {
        await before
        if (this.#over) return 'never tried'
        return row?.read ? this.#put(row, row.read) : null
      })()
      putting.set(id, put)
      const answer = await put
      this.#progress(++done, chosen.length)
      return answer
    })
    const added = puts.flatMap((put) => (put !== 'never tried' && put?.ok && put.value ? [put.value] : []))
    const leftOut = chosen.filter((_, i) => puts[i] !== 'never tried' && !puts[i]?.ok)
    this.#tellNow()
    if (leftOut.length === 0) this.cancel()
    return { added, leftOut }
  }

  /** The id of the article if it is new to the project. */
  async #put(
    row: Row,
    { article, bytes }: NonNullable<Row['read']>,
  ): Promise<Result<string | null, Problem>> {
    const added = await this.#store.addArticle(article, { bytes, extension: extensionOf(row.source.name) })
    if (!added.ok) {
      this.#leaveOut(row, added.error)
      return added
    }
    if (row.read) row.state = readyState(row.read, article.title)
    this.#changes(row)
    return ok(added.value.isNew ? article.id : null)
  }

  async #readAll(): Promise<void> {
    for (let row = this.#rows[this.#next]; row && !this.#over; row = this.#rows[this.#next]) {
      this.#next++
      row.state = { is: 'reading' }
      this.#changes(row)
      await this.#readOne(row)
      await breathe()
    }
    this.#reading = null
  }

  async #readOne(row: Row): Promise<void> {
    const bytes = await row.source.read()
    const read = bytes.ok ? importArticle({ name: row.source.name, bytes: bytes.value }) : bytes
    if (!read.ok || !bytes.ok) return this.#leaveOut(row, read.ok ? { kind: 'cancelled' } : read.error)
    row.read = { ...read.value, bytes: bytes.value }
    row.state = readyState(row.read, this.#alreadyHere(row))
    const { id } = read.value.article
    if (!this.#firstOf.has(id)) this.#firstOf.set(id, row)
    this.#changes(row)
  }

  /** The title under which the row's text is in the project or in an earlier row. */
  #alreadyHere({ number, read }: Row): string | null {
    if (!read) return null
    const earlier = this.#firstOf.get(read.article.id)
    const inRows = earlier && earlier.number < number ? earlier.read?.article.title : undefined
    return this.#store.titleOf(read.article.id) ?? inRows ?? null
  }

  #leaveOut(row: Row, problem: Problem): void {
    row.state = { is: 'left-out', problem }
    this.#changes(row)
  }

  #changes(row: Row): void {
    this.#changed.add(row)
    this.#tellSoon()
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.#tellNow(), often)
  }

  #tellNow(): void {
    const done = this.#rows.filter(({ state }) => state.is === 'ready' || state.is === 'left-out').length
    this.#tellThat({ total: this.#rows.length, done, finished: this.#finding === 0 && !this.#reading })
  }

  #progress(done: number, total: number): void {
    if (done % 10 === 0 || done === total) this.#tellThat({ total, done, finished: done === total })
  }

  #tellThat(progress: Pick<ImportEvent, 'total' | 'done' | 'finished'>): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#over) return
    const rows = [...this.#changed].toSorted((a, b) => a.number - b.number).map(shown)
    this.#changed.clear()
    this.#tell({ rows, ...progress, started: !this.#told })
    this.#told = true
  }
}

const shown = ({ number, source, state }: Row): ImportRow => ({ row: number, file: source.name, state })
