import { entryName } from '../../model/registry'
import { fold } from '../../text/fold'
import type {
  StatementColumn,
  StatementCounts,
  StatementFilter,
  StatementGroup,
  StatementQuery,
} from '../query'
import type { Numbers } from './chunks'
import { dayNumber, dayText, endOfDay } from './day'
import { articlePlaces, pagesInOrder, ranksOf, sortedBy } from './page-order'
import type { Page } from './page'
import type { RecordIndex } from './record-index'
import { BETWEEN } from './sheet'
import {
  ACTOR,
  ADDRESSEE,
  CERTAINTY,
  ISSUE,
  NO_STANCE,
  POSITION,
  SAID,
  SOURCE,
  SPEECH,
  STANCE,
  STRIDE,
  TYPE,
  VOICE,
  voices,
  WORDS,
} from './statement-rows'

/** A statement: the number of its page, times this, and its place on it. */
const ROWS_OF_PAGE = 2 ** 20
export const pageOf = (row: number): number => Math.floor(row / ROWS_OF_PAGE)
export const placeOf = (row: number): number => row % ROWS_OF_PAGE

/** The rows that a query finds, in its order. */
export interface FoundRows {
  readonly rows: Float64Array
  readonly counts: StatementCounts
}

/** Answers that are kept, since windows of one are asked for again and again. */
const KEPT = 6

/** Where rows that have no value stand, in whichever direction. */
const LAST = 2 ** 30

/** Whether a row is wanted, which begins at `at` among those of its page and is the `place`th. */
type Look = (rows: Numbers, at: number, page: Page, place: number) => boolean
type ValueOf = (rows: Numbers, at: number, page: Page) => number

/**
 * The statements of an index as a table: filtered, sorted, grouped. A query looks at every row once, at numbers only; what it
 * found is kept until the index has another content.
 */
export class StatementTable {
  readonly #index: RecordIndex
  readonly #found = new Map<string, FoundRows>()
  #version = 0
  readonly #folded: (string | undefined)[] = []
  #made: {
    pages?: Int32Array
    articles?: Int32Array
    entries?: Int32Array
    outlets?: Int32Array
    all?: number
  } = {}

  constructor(index: RecordIndex) {
    this.#index = index
  }

  find(query: StatementQuery): FoundRows {
    if (this.#version !== this.#index.version) {
      this.#found.clear()
      this.#made = {}
      this.#version = this.#index.version
    }
    const key = JSON.stringify(query)
    const known = this.#found.get(key)
    if (known) return known
    const found = this.#search(query)
    this.#found.set(key, found)
    const [oldest] = this.#found.keys()
    if (this.#found.size > KEPT && oldest !== undefined) this.#found.delete(oldest)
    return found
  }

  #search(query: StatementQuery): FoundRows {
    const filtered = this.#filtered(query)
    const sorted = this.#sorted(filtered, query.sort.by, query.sort.descending)
    const rows = query.group === null ? sorted : this.#sorted(sorted, query.group, false, true)
    const articles = new Set<number>()
    for (const row of rows) articles.add(this.#index.pages[pageOf(row)]!.article)
    return {
      rows,
      counts: {
        version: this.#version,
        all: this.#all(),
        found: rows.length,
        articles: articles.size,
        groups: query.group === null ? [] : this.#groups(rows, query.group),
      },
    }
  }

  #all(): number {
    return (this.#made.all ??= this.#index.pages.reduce((sum, page) => sum + (page?.rowCount ?? 0), 0))
  }

  #filtered(query: StatementFilter): Float64Array {
    const looks = this.#looks(query)
    const pageLooks = this.#pageLooks(query)
    const found = new Float64Array(this.#all())
    let count = 0
    for (const number of (this.#made.pages ??= pagesInOrder(this.#index))) {
      const page = this.#index.pages[number]!
      if (!pageLooks.every((look) => look(page))) continue
      const { rows } = page
      for (let at = 0, place = 0; at < rows.length; at += STRIDE, place++)
        if (looks.every((look) => look(rows, at, page, place))) found[count++] = number * ROWS_OF_PAGE + place
    }
    return found.slice(0, count)
  }

  /** Filters that need no look at the single row. */
  #pageLooks({ annotators, outlets, articles }: StatementFilter): ((page: Page) => boolean)[] {
    const { annotators: people, articles: known } = this.#index
    const [who, where] = [numbersIn(annotators, people), numbersIn(articles, known)]
    const from = outlets && new Set(outlets)
    return [
      ...(who ? [(page: Page) => who.has(page.annotator)] : []),
      ...(where ? [(page: Page) => where.has(page.article)] : []),
      ...(from ? [(page: Page) => from.has(this.#index.factsOf(page.article)?.outlet ?? null)] : []),
    ]
  }

  #looks(query: StatementFilter): Look[] {
    const { actors, positions, issues, addressees, sources, types, speeches, certainties } = query
    const { stances, voices: heard, days, text } = query
    const looks: Look[] = []
    const entries = (column: number, ids: readonly (string | null)[] | undefined, isList = false) => {
      const numbers = ids && this.#entryNumbers(ids)
      if (!numbers) return
      looks.push(
        (rows, at, page, place) =>
          numbers.has(rows[at + column]!) ||
          (isList &&
            page.more.some(([row, of, entry]) => row === place && of === column && numbers.has(entry))),
      )
    }
    entries(ACTOR, actors)
    entries(POSITION, positions)
    entries(ISSUE, issues)
    entries(ADDRESSEE, addressees, true)
    entries(SOURCE, sources, true)
    for (const [column, wanted] of [
      [TYPE, types],
      [SPEECH, speeches],
      [CERTAINTY, certainties],
    ] as const) {
      const numbers = numbersIn(wanted, this.#index.values)
      if (numbers) looks.push((rows, at) => numbers.has(rows[at + column]!))
    }
    if (heard) {
      const numbers = new Set(heard.map((voice) => voices.indexOf(voice)))
      looks.push((rows, at) => numbers.has(rows[at + VOICE]!))
    }
    if (stances) {
      const signs = new Set(stances)
      looks.push((rows, at) => signs.has(signOf(rows[at + STANCE]!)))
    }
    if (days) {
      const [first, last] = [dayNumber(days.from), dayNumber(days.to) || Infinity]
      looks.push((rows, at, page) => {
        const day = this.#day(rows, at, page)
        return day !== 0 && endOfDay(day) >= first && day <= last
      })
    }
    const sought = text === undefined ? '' : fold(text)
    if (sought !== '') {
      const known = new Map<number, boolean>()
      looks.push((rows, at) => {
        const words = rows[at + WORDS]!
        const isIn = known.get(words) ?? this.#fold(words).includes(sought)
        known.set(words, isIn)
        return isIn
      })
    }
    return looks
  }

  #entryNumbers(ids: readonly (string | null)[]): ReadonlySet<number> {
    const { registry, texts } = this.#index
    return new Set(ids.map((id) => (id === null ? 0 : texts.entries.find(registry.countsAs(id)) || -1)))
  }

  #fold(quotes: number): string {
    return (this.#folded[quotes] ??= fold(this.#index.texts.quotes.textOf(quotes).replaceAll(BETWEEN, ' ')))
  }

  /** The day that counts, as a number; 0 is none. */
  #day(rows: Numbers, at: number, { article }: Page): number {
    return rows[at + SAID]! || (this.#index.factsOf(article)?.number ?? 0)
  }

  /** Rows that have one key stay as they were. */
  #sorted(rows: Float64Array, by: StatementColumn, descending: boolean, asGroups = false): Float64Array {
    const valueOf: ValueOf =
      asGroups && by === 'stance'
        ? (values, at) => (signOf(values[at + STANCE]!) ?? -2) + 2
        : this.#orders(rows, by)
    return sortedBy(rows, (row) => {
      const page = this.#index.pages[pageOf(row)]!
      const value = valueOf(page.rows, placeOf(row) * STRIDE, page)
      if (value === 0) return LAST
      return descending ? LAST - value : value
    })
  }

  /** What a row has in a column, as a number that sorts; 0 where it has none. */
  #orders(rows: Float64Array, by: StatementColumn): ValueOf {
    const entries = (column: number): ValueOf => {
      const ranks = (this.#made.entries ??= this.#entryRanks())
      return (of, at) => ranks[of[at + column]!]!
    }
    const values = (column: number): ValueOf => {
      const ranks = ranksOf(this.#index.values.texts)
      return (of, at) => ranks[of[at + column]!]!
    }
    switch (by) {
      case 'actor':
        return entries(ACTOR)
      case 'position':
        return entries(POSITION)
      case 'issue':
        return entries(ISSUE)
      case 'addressee':
        return entries(ADDRESSEE)
      case 'source':
        return entries(SOURCE)
      case 'type':
        return values(TYPE)
      case 'speech':
        return values(SPEECH)
      case 'certainty':
        return values(CERTAINTY)
      case 'voice':
        return (of, at) => of[at + VOICE]!
      case 'day':
        return (of, at, page) => this.#day(of, at, page)
      case 'stance':
        return (of, at) => (of[at + STANCE] === NO_STANCE ? 0 : of[at + STANCE]! + 100)
      case 'words':
        return this.#wordOrder(rows)
      case 'article': {
        const places = (this.#made.articles ??= articlePlaces(this.#index, () => 0))
        return (_of, _at, { article }) => places[article]!
      }
      case 'outlet': {
        const places = (this.#made.outlets ??= this.#outletPlaces())
        return (_of, _at, { article }) => places[article] ?? 0
      }
      case 'annotator': {
        const ranks = ranksOf(this.#index.annotators.texts)
        return (_of, _at, { annotator }) => ranks[annotator]!
      }
    }
  }

  /** By number of the entry its place among all by name; those that the registries do not have any more stand before the end. */
  #entryRanks(): Int32Array {
    const { texts, registry } = this.#index
    const names = texts.entries.texts.map((id) => {
      const record = registry.get(id)
      return record ? fold(entryName(record)) : '\uffff'
    })
    return ranksOf(names)
  }

  #outletPlaces(): Int32Array {
    const outlets = this.#index.articles.texts.map((_, i) => this.#index.factsOf(i + 1)?.outlet ?? '')
    const different = [...new Set(outlets)].filter((outlet) => outlet !== '')
    const ranks = ranksOf(different)
    const rankOf = new Map(different.map((outlet, i) => [outlet, ranks[i + 1]!]))
    return Int32Array.from([0, ...outlets.map((outlet) => rankOf.get(outlet) ?? 0)])
  }

  #wordOrder(rows: Float64Array): ValueOf {
    const numbers = new Set<number>()
    for (const row of rows) numbers.add(this.#index.pages[pageOf(row)]!.rows[placeOf(row) * STRIDE + WORDS]!)
    const order = [...numbers].toSorted((a, b) =>
      this.#fold(a) < this.#fold(b) ? -1 : this.#fold(a) > this.#fold(b) ? 1 : a - b,
    )
    const places = new Map(order.map((number, i) => [number, i + 1]))
    return (of, at) => places.get(of[at + WORDS]!)!
  }

  #groups(rows: Float64Array, by: StatementColumn): StatementGroup[] {
    const groups: { key: string | null; rows: number }[] = []
    const keyOf = this.#keys(by)
    let last: number | string | null | undefined
    for (const row of rows) {
      const page = this.#index.pages[pageOf(row)]!
      const value = keyOf(page.rows, placeOf(row) * STRIDE, page)
      if (groups.length === 0 || value !== last) groups.push({ key: this.#keyText(by, value), rows: 0 })
      groups.at(-1)!.rows++
      last = value
    }
    return groups
  }

  /** What rows of one group share. */
  #keys(by: StatementColumn): (rows: Numbers, at: number, page: Page) => number | string | null {
    const columns: Partial<Record<StatementColumn, number>> = {
      actor: ACTOR,
      position: POSITION,
      issue: ISSUE,
      addressee: ADDRESSEE,
      source: SOURCE,
      type: TYPE,
      speech: SPEECH,
      certainty: CERTAINTY,
      voice: VOICE,
      words: WORDS,
    }
    const column = columns[by]
    if (column !== undefined) return (rows, at) => rows[at + column]!
    if (by === 'stance') return (rows, at) => signOf(rows[at + STANCE]!)
    if (by === 'day') return (rows, at, page) => this.#day(rows, at, page)
    if (by === 'outlet') return (_rows, _at, page) => this.#index.factsOf(page.article)?.outlet ?? null
    return by === 'article' ? (_rows, _at, { article }) => article : (_rows, _at, { annotator }) => annotator
  }

  #keyText(by: StatementColumn, value: number | string | null): string | null {
    const { texts, values, articles, annotators } = this.#index
    if (typeof value !== 'number') return value
    if (by === 'stance') return String(value)
    if (by === 'day') return dayText(value)
    if (by === 'voice') return voices[value] ?? null
    if (value === 0) return null
    if (by === 'article') return articles.textOf(value)
    if (by === 'annotator') return annotators.textOf(value)
    if (by === 'words') return texts.quotes.textOf(value).replaceAll(BETWEEN, ' … ').replace(/\s+/gu, ' ')
    return by === 'type' || by === 'speech' || by === 'certainty'
      ? values.textOf(value)
      : texts.entries.textOf(value)
  }
}

const signOf = (stance: number): -1 | 0 | 1 | null =>
  stance === NO_STANCE ? null : stance === 0 ? 0 : stance > 0 ? 1 : -1

/** The numbers of texts; `null` is 0, and a text that nothing has is nothing's number. */
const numbersIn = (
  wanted: readonly (string | null)[] | undefined,
  dictionary: { find(text: string): number },
): ReadonlySet<number> | null =>
  wanted ? new Set(wanted.map((text) => (text === null ? 0 : dictionary.find(text) || -1))) : null
