import { partsUsed } from './parts-used'
import type { RecordAnswers } from '../answers'
import type {
  EntryCount,
  EntryCounts,
  Evidence,
  EvidenceFilter,
  EvidencePage,
  EvidenceQuery,
  LabelsUsed,
  LabelUse,
  LearntNames,
  WordsFor,
} from '../evidence'
import type { StatementCounts, StatementPage, StatementQuery, StatementRow } from '../query'
import { stanceFrom } from '../stance'
import { dayOf } from '../statements'
import { dayNumber, dayText } from './day'
import { articlePlaces, sortedBy } from './page-order'
import type { Page } from './page'
import type { RecordIndex } from './record-index'
import {
  ATTRIBUTES,
  BETWEEN,
  eachTag,
  endAt,
  FIRST_START,
  idAt,
  LABEL,
  MEANS,
  placesIn,
  QUOTES,
  REVISION,
} from './sheet'
import { pageOf, placeOf, StatementTable } from './statement-table'

/** Rows of a window at most. */
const ROWS = 5_000
/** Of an entry so many names are offered, and none that is longer. */
const NAMES = 6
const LONGEST_NAME = 60

/** Tags of a page, times this, and the place among them. */
const TAGS_OF_PAGE = 2 ** 20

/** Where tags without a day stand, either way. */
const LAST = 2 ** 30

/** What an entry was called, and how often. */
type Names = readonly (readonly [words: string, tags: number])[]

/** The tags that a query finds, in its order. */
interface FoundTags {
  readonly key: string
  readonly version: number
  readonly tags: Float64Array
  readonly articles: number
}

/** The answers of an index. Paragraphs, and what stands around the words, are not among them: `Places` adds those. */
export class IndexAnswers implements RecordAnswers {
  readonly #index: RecordIndex
  readonly #table: StatementTable
  #lately: FoundTags | null = null

  constructor(index: RecordIndex) {
    this.#index = index
    this.#table = new StatementTable(index)
  }

  entryCounts(): EntryCounts {
    const { texts, registry, version } = this.#index
    const entries: Record<string, EntryCount> = {}
    const groups = new Map<string, number[]>()
    for (let entry = 1; entry < texts.entries.size; entry++) {
      const own = this.#index.counts.tagsOf(entry)
      if (own === 0) continue
      const id = texts.entries.textOf(entry)
      entries[id] = { own, tags: own, articles: this.#articlesOf([entry]) }
      const root = registry.countsAs(id)
      groups.set(root, [...(groups.get(root) ?? []), entry])
    }
    for (const [root, group] of groups) {
      if (group.length === 1 && texts.entries.textOf(group[0]!) === root) continue
      const tags = group.reduce((sum, entry) => sum + this.#index.counts.tagsOf(entry), 0)
      entries[root] = { own: entries[root]?.own ?? 0, tags, articles: this.#articlesOf(group) }
    }
    return { version, entries }
  }

  #articlesOf(entries: readonly number[]): number {
    const articles = new Set<number>()
    for (const entry of entries)
      for (const number of this.#index.counts.pagesOf(entry)) articles.add(this.#index.pages[number]!.article)
    return articles.size
  }

  wordsFor(ids: readonly string[]): WordsFor {
    const words = new Map<string, { forms: Map<string, number>; articles: Set<number> }>()
    this.#eachTag({ entries: ids }, (number, at) => {
      const { sheet, article } = this.#index.pages[number]!
      const said = this.#words(sheet[at + QUOTES]!)
      const known = words.get(anyCase(said)) ?? { forms: new Map<string, number>(), articles: new Set() }
      known.forms.set(said, (known.forms.get(said) ?? 0) + 1)
      words.set(anyCase(said), { ...known, articles: known.articles.add(article) })
    })
    const counted = [...words.values()].map(({ forms, articles }) => ({
      words: commonest(forms),
      tags: [...forms.values()].reduce((sum, tags) => sum + tags, 0),
      articles: articles.size,
    }))
    return {
      version: this.#index.version,
      words: counted.toSorted((a, b) => b.tags - a.tags || (a.words < b.words ? -1 : 1)),
    }
  }

  /** What an entry was called is counted again only when its tags are others. */
  learntNames(): LearntNames {
    const { texts, registry, version } = this.#index
    const groups = new Map<string, number[]>()
    for (let entry = 1; entry < texts.entries.size; entry++) {
      const root =
        this.#index.counts.tagsOf(entry) > 0 ? registry.get(texts.entries.textOf(entry))?.id : undefined
      if (root === undefined) continue
      const group = groups.get(root)
      if (group) group.push(entry)
      else groups.set(root, [entry])
    }
    const entries = [...groups].map(([id, group]) => {
      const stamp = group.map((entry) => `${entry} ${this.#index.counts.stampOf(entry)}`).join()
      const known = this.#learnt.get(id)
      const names = known?.stamp === stamp ? known.names : this.#namesOf(group)
      this.#learnt.set(id, { stamp, names })
      return [id, names] as const
    })
    return { version, entries: Object.fromEntries(entries) }
  }

  readonly #learnt = new Map<string, { readonly stamp: string; readonly names: Names }>()

  #namesOf(group: readonly number[]): Names {
    const { quotes } = this.#index.texts
    const names = new Map<string, number>()
    for (const entry of group)
      for (const [number, tags] of this.#index.counts.calledAs(entry)) {
        if (quotes.textOf(number).length > LONGEST_NAME) continue
        const words = this.#words(number)
        names.set(words, (names.get(words) ?? 0) + tags)
      }
    return [...names].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, NAMES)
  }

  labelsUsed(): LabelsUsed {
    const { texts, annotators, version } = this.#index
    const used = new Map<number, { articles: Set<number>; by: Map<string, number> }>()
    for (const page of this.#index.pages) {
      if (!page) continue
      const { sheet } = page
      eachTag(sheet, (at) => {
        const label = sheet[at + LABEL]!
        const use = used.get(label) ?? { articles: new Set<number>(), by: new Map<string, number>() }
        const key = `${page.annotator} ${sheet[at + REVISION]!}`
        use.articles.add(page.article)
        use.by.set(key, (use.by.get(key) ?? 0) + 1)
        used.set(label, use)
      })
    }
    const labels = [...used].map(([label, { articles, by }]): LabelUse => ({
      label: texts.labels.textOf(label),
      articles: articles.size,
      by: [...by].map(([key, tags]) => {
        const [annotator = 0, revision = 0] = key.split(' ').map(Number)
        return { annotator: annotators.textOf(annotator), revision: texts.revisions.textOf(revision), tags }
      }),
    }))
    const parts = partsUsed(this.#index.pages, texts, (number) => annotators.textOf(number))
    return { version, labels: labels.toSorted((a, b) => (a.label < b.label ? -1 : 1)), ...parts }
  }

  evidence(query: EvidenceQuery, from: number, to: number): EvidencePage {
    const { version } = this.#index
    const { tags, articles } = this.#tags(query)
    const rows = Array.from(tags.slice(from, windowEnd(from, to)), (tag) => this.#evidenceAt(tag))
    return { version, found: tags.length, articles, from, rows }
  }

  #tags(query: EvidenceQuery): FoundTags {
    const { version } = this.#index
    const key = JSON.stringify(query)
    if (this.#lately?.key === key && this.#lately.version === version) return this.#lately
    const found: number[] = []
    const days = new Map<number, number>()
    const articles = new Set<number>()
    this.#eachTag(query, (number, at, place) => {
      const page = this.#index.pages[number]!
      const tag = number * TAGS_OF_PAGE + place
      found.push(tag)
      days.set(tag, this.#dayAt(page, at))
      articles.add(page.article)
    })
    const isNewest = query.sort === 'newest'
    const places = articlePlaces(this.#index, (a, b) => (isNewest ? b.day - a.day : a.day - b.day))
    const byArticle = sortedBy(
      found,
      (tag) => places[this.#index.pages[Math.floor(tag / TAGS_OF_PAGE)]!.article]!,
    )
    const tags = sortedBy(byArticle, (tag) => {
      const day = days.get(tag)!
      return day === 0 ? LAST : isNewest ? LAST - day : day
    })
    return (this.#lately = { key, version, tags, articles: articles.size })
  }

  /** The day that counts for a tag: that of its attribute "said", else its article's. */
  #dayAt({ sheet, article }: Page, at: number): number {
    const said = dayOf(this.#index.attributes(sheet[at + ATTRIBUTES]!)['said'])
    return dayNumber(said) || (this.#index.factsOf(article)?.number ?? 0)
  }

  #evidenceAt(tag: number): Evidence {
    const { texts, articles, annotators } = this.#index
    const page = this.#index.pages[Math.floor(tag / TAGS_OF_PAGE)]!
    const { sheet, article, annotator } = page
    const at = placesIn(sheet)[tag % TAGS_OF_PAGE]!
    const attributes = this.#index.attributes(sheet[at + ATTRIBUTES]!)
    return {
      tag: idAt(sheet, at),
      article: articles.textOf(article),
      annotator: annotators.textOf(annotator),
      label: texts.labels.textOf(sheet[at + LABEL]!),
      revision: texts.revisions.textOf(sheet[at + REVISION]!),
      means: texts.entries.textOf(sheet[at + MEANS]!) || null,
      words: this.#words(sheet[at + QUOTES]!),
      place: { start: sheet[at + FIRST_START]!, end: endAt(sheet, at) },
      paragraph: null,
      before: '',
      after: '',
      day: dayText(this.#dayAt(page, at)),
      said: dayOf(attributes['said']),
      stance: stanceFrom(attributes['stance']),
    }
  }

  /** Calls `see` for every tag that the filter lets through. Costs what the entries have, where entries are asked for. */
  #eachTag(filter: EvidenceFilter, see: (page: number, at: number, place: number) => void): void {
    const { texts, annotators, articles, pages } = this.#index
    const numbers = (wanted: readonly string[] | undefined, among: { find(text: string): number }) =>
      wanted && new Set(wanted.map((text) => among.find(text) || -1))
    const entries = numbers(filter.entries, texts.entries)
    const labels = numbers(filter.labels, texts.labels)
    const revisions = numbers(filter.revisions, texts.revisions)
    const who = numbers(filter.annotators, annotators)
    const where = numbers(filter.articles, articles)
    const words = filter.words === undefined ? null : anyCase(filter.words)
    const near = entries
      ? new Set([...entries].flatMap((entry) => [...this.#index.counts.pagesOf(entry)]))
      : pages.keys()
    for (const number of near) {
      const page = pages[number]
      if (!page || (who && !who.has(page.annotator)) || (where && !where.has(page.article))) continue
      const { sheet } = page
      let place = -1
      eachTag(sheet, (at) => {
        place++
        if (entries && !entries.has(sheet[at + MEANS]!)) return
        if (labels && !labels.has(sheet[at + LABEL]!)) return
        if (revisions && !revisions.has(sheet[at + REVISION]!)) return
        if (words !== null && anyCase(this.#words(sheet[at + QUOTES]!)) !== words) return
        see(number, at, place)
      })
    }
  }

  #words(quotes: number): string {
    return this.#index.texts.quotes.textOf(quotes).replaceAll(BETWEEN, ' … ').replace(/\s+/gu, ' ')
  }

  statementCounts(query: StatementQuery): StatementCounts {
    return this.#table.find(query).counts
  }

  placeOfStatement(query: StatementQuery, statement: string): number | null {
    const page = this.#pageWith(statement)
    if (page === null) return null
    const place = this.#index.statementsOn(page).findIndex(({ id }) => id === statement)
    const found = this.#table
      .find(query)
      .rows.findIndex((row) => pageOf(row) === page && placeOf(row) === place)
    return place < 0 || found < 0 ? null : found
  }

  /** The page on which the tags of a statement stand: its id names them. */
  #pageWith(statement: string): number | null {
    const tag = statement.split(' ').find((part) => part.length === 36)
    for (const [number, page] of this.#index.pages.entries()) {
      let isHere = false
      const sheet = page?.sheet
      if (sheet)
        eachTag(sheet, (at) => {
          isHere ||= idAt(sheet, at) === tag
        })
      if (isHere) return number
    }
    return null
  }

  statements(query: StatementQuery, from: number, to: number): StatementPage {
    const { rows, counts } = this.#table.find(query)
    const window = Array.from(
      rows.slice(from, windowEnd(from, to)),
      (row) => [pageOf(row), placeOf(row)] as const,
    )
    // Rows of one page often stand near each other.
    const read = new Map(
      [...new Set(window.map(([page]) => page))].map((page) => [page, this.#index.statementsOn(page)]),
    )
    const shown = window.flatMap(([page, place]): StatementRow[] => {
      const statement = read.get(page)?.[place]
      const article = this.#index.factsOf(this.#index.pages[page]?.article ?? 0)
      return statement ? [{ ...statement, day: statement.said ?? article?.day ?? null, paragraph: null }] : []
    })
    return { version: counts.version, found: counts.found, from, rows: shown }
  }
}

const windowEnd = (from: number, to: number): number => Math.min(to, from + ROWS)

const anyCase = (words: string): string => words.toLowerCase()

/** The form in which words stand most often; of two as frequent, that in small letters. */
const commonest = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a))[0]
