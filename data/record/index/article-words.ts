import { readTexts } from '../../store/through-articles'
import type { Folder } from '../../store/ports'
import { wordPrint, wordsSought, type WordPrint } from '../occurrences/word-print'

/** Another number for another way of making prints: what an older or newer program kept is made again. */
const VERSION = 1
const file = 'cache/words.bin'
/** Articles that are read between two pauses. */
const AT_ONCE = 8
/** Articles that are told of at most: with more of them, the first that are looked into have the words anyhow. */
const MOST = 500
/** So many articles read anew are worth keeping. */
const WORTH_KEEPING = 50

interface Head {
  readonly version: number
  readonly ids: readonly string[]
  readonly lengths: readonly number[]
}

/**
 * In which articles words are likely to stand, so that a search looks there first. It only ever orders what is looked into: whoever
 * searches looks into the others too, so nothing that this gets wrong, or does not know yet, hides a place. An article is read
 * once, as its text never changes; about a kilobyte of it is kept in the user's own folder.
 */
export class ArticleWords {
  readonly #folder: Folder
  readonly #vault: Folder | null
  readonly #pause: () => Promise<void>
  readonly #prints = new Map<string, WordPrint>()
  #isReading = false
  #isToGoOn = false

  constructor(folder: Folder, vault: Folder | null, pause: () => Promise<void>) {
    this.#folder = folder
    this.#vault = vault
    this.#pause = pause
  }

  /** What was kept the last time; where that cannot be used, it is made again. */
  async open(): Promise<void> {
    const read = await this.#vault?.read(file)
    if (read?.ok && read.value)
      for (const [id, print] of printsFrom(read.value) ?? []) this.#prints.set(id, print)
  }

  /**
   * Reads those articles that were not read before, some at a time, until that is done or `isStopped`. Between two times it waits for
   * `free`: for somebody who waits for an answer.
   */
  async read(
    articles: () => Iterable<string>,
    isStopped: () => boolean,
    free: () => Promise<void> = async () => {},
  ): Promise<void> {
    this.#isToGoOn = true
    if (this.#isReading) return
    this.#isReading = true
    let count = 0
    while (this.#isToGoOn && !isStopped()) {
      // Articles that come in meanwhile have another turn.
      this.#isToGoOn = false
      const ids = [...articles()].filter((id) => !this.#prints.has(id))
      for (let i = 0; i < ids.length && !isStopped(); i += AT_ONCE) {
        count += await this.#readSome(ids.slice(i, i + AT_ONCE))
        await this.#pause()
        await free()
      }
    }
    this.#isReading = false
    if (count >= WORTH_KEEPING)
      await this.#vault?.replace(file, keptPrints(this.#prints, new Set(articles())))
  }

  /** One that cannot be read has no print this time. Gives how many have. */
  async #readSome(ids: readonly string[]): Promise<number> {
    let count = 0
    for await (const text of readTexts(this.#folder, ids)) {
      if (!text.ok || !text.value) continue
      this.#prints.set(text.value.id, wordPrint(text.value.text))
      count++
    }
    return count
  }

  forget(articles: readonly string[]): void {
    for (const id of articles) this.#prints.delete(id)
  }

  /** Some of the articles that are likely to have these words. */
  likely(words: string): readonly string[] {
    const may = wordsSought(words)
    const likely: string[] = []
    for (const [id, print] of this.#prints) {
      if (may(print)) likely.push(id)
      if (likely.length === MOST) break
    }
    return likely
  }
}

/** The head as text with its length before it, then the prints one after the other. */
function keptPrints(prints: ReadonlyMap<string, WordPrint>, there: ReadonlySet<string>): Uint8Array {
  const kept = [...prints].filter(([id]) => there.has(id))
  const head: Head = {
    version: VERSION,
    ids: kept.map(([id]) => id),
    lengths: kept.map(([, print]) => print.length),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(kept.reduce((sum, [, print]) => sum + print.length, 4 + text.length))
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, 4)
  let at = 4 + text.length
  for (const [, print] of kept) {
    bytes.set(print, at)
    at += print.length
  }
  return bytes
}

/** `null` when it cannot be used: damaged, or of another version. A bit that is wrong costs an order and nothing else. */
function printsFrom(bytes: Uint8Array): ReadonlyMap<string, WordPrint> | null {
  if (bytes.length < 4) return null
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const head = headIn(bytes.subarray(4, at))
  if (!head || at + head.lengths.reduce((sum, length) => sum + length, 0) !== bytes.length) return null
  const prints = new Map<string, WordPrint>()
  for (const [i, id] of head.ids.entries()) {
    const end = at + (head.lengths[i] ?? 0)
    prints.set(id, bytes.subarray(at, end))
    at = end
  }
  return prints
}

function headIn(bytes: Uint8Array): Head | null {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
  const { version, ids, lengths }: Readonly<Record<string, unknown>> = Object(value)
  return version === VERSION && isListOf(ids, 'string') && isListOf(lengths, 'number')
    ? { version, ids, lengths }
    : null
}

function isListOf(value: unknown, type: 'string'): value is readonly string[]
function isListOf(value: unknown, type: 'number'): value is readonly number[]
function isListOf(value: unknown, type: string): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === type)
}
