import type { Codebook } from '../../model/codebook'
import type { AttributeValue, RegistryRecord } from '../../model/records'
import type { Decision } from '../../model/review-records'
import { Registry } from '../../model/registry'
import { isSame } from '../../model/same'
import { rolesOf } from '../roles'
import type { Statement } from '../statement'
import { statementsOf } from '../statements'
import type { WorkLike } from '../work-graph'
import { alone, Chunks } from './chunks'
import { dayNumber } from './day'
import { Dictionary } from './dictionary'
import { marksIn, noMarks, type Marks } from './marks'
import { EntryCounts } from './entry-counts'
import { hasNoTags, noSheet, recordsIn, sheetOf, type KeptTag, type Sheet, type Texts } from './sheet'
import { PackedDictionary } from './packed-dictionary'
import { packNumbers } from './packed-numbers'
import { Page, type PackedSheet } from './page'
import { rowsOf, STRIDE } from './statement-rows'
import { Unseen } from './unseen'

/** What the index knows of an article besides its tags. */
export interface ArticleFacts {
  readonly id: string
  readonly title: string
  readonly outlet: string | null
  /** When it was filed, else when it came out: 2031-03-12. */
  readonly day: string | null
}

/** Whose marks on which article, by ids. */
export interface MarksOn {
  readonly article: string
  readonly annotator: string
  readonly marks: Marks
}

/**
 * Everybody's tags on all articles, as columns of numbers: what each entry is evidenced by, what it was called, and all
 * statements. It holds no text of an article but the words of tags. One person's work on one article is a page; putting a
 * page in place of another costs what the page holds, and not what the project does.
 *
 * Statements are derived from what the pages keep, so another codebook or a merge of entries makes the rows of those pages
 * anew whose tags are concerned, and reads no file. `refresh` does that, some pages at a time.
 */
export class RecordIndex {
  readonly texts: Texts
  readonly articles: Dictionary
  readonly annotators: Dictionary
  readonly values = new Dictionary()
  /** By number of the page; `null` where there is none any more. */
  readonly pages: (Page | null)[] = []
  /** By number of the article, then of the annotator, that of the page. */
  readonly #numbers: (Map<number, number> | undefined)[] = []
  /** Where the sheets of pages lie that nobody has changed since they were read, and the rows that were made once for this codebook. */
  readonly #sheets = Chunks.ofBytes()
  #rows = Chunks.ofNumbers()
  readonly #marks = new Map<string, MarksOn>()
  readonly #free: number[] = []
  /** Pages whose rows are not those of the codebook and the registries as they are now. */
  readonly #stale = new Set<number>()
  /** What the registries' entries are evidenced by. */
  readonly counts = new EntryCounts()
  /** By number of the article. */
  readonly #facts = new Map<number, ArticleFacts & { readonly number: number }>()
  readonly #unseen = new Unseen()
  #codebook: Codebook
  #registry: Registry = Registry.of([])
  #version = 1

  constructor(codebook: Codebook, kept: Partial<Texts & Record<'articles' | 'annotators', Dictionary>> = {}) {
    this.#codebook = codebook
    this.articles = kept.articles ?? new Dictionary()
    this.annotators = kept.annotators ?? new Dictionary()
    this.texts = {
      labels: kept.labels ?? new Dictionary(),
      entries: kept.entries ?? new Dictionary(),
      revisions: kept.revisions ?? new Dictionary(),
      quotes: kept.quotes ?? new PackedDictionary(),
      attributes: kept.attributes ?? new Dictionary(),
      types: kept.types ?? new Dictionary(),
    }
  }

  /** Another one for every other content. */
  get version(): number {
    return this.#version
  }

  /** Versions up to this one were another index's, which stood for the same project. */
  goOnAfter(version: number): void {
    this.#version = Math.max(this.#version, version + 1)
  }

  get codebook(): Codebook {
    return this.#codebook
  }

  get registry(): Registry {
    return this.#registry
  }

  /** How many pages still have rows of an earlier codebook or registry. */
  get stale(): number {
    return this.#stale.size
  }

  /** What somebody has on an article from now on; nothing when there are no tags. */
  put(article: string, annotator: string, records: readonly (WorkLike | KeptTag | Decision)[]): void {
    this.putMarks(article, annotator, marksIn(records))
    if (!this.putSheet(article, annotator, sheetOf(records, this.texts))) return
    const number = this.#numberOf(article, annotator)
    if (number !== undefined) this.#derive(number)
  }

  /** That of a page. */
  #numberOf(article: string, annotator: string): number | undefined {
    return this.#numbers[this.articles.find(article)]?.get(this.annotators.find(annotator))
  }

  /**
   * The same for a sheet of `texts`. Its statements are derived with the next `refresh`. Says whether it is another. One that
   * is not to be seen is put aside, where no answer has anything of it.
   */
  putSheet(article: string, annotator: string, sheet: Sheet): boolean {
    if (!this.#unseen.hides(article, annotator)) return this.#putPage(article, annotator, sheet)
    this.#unseen.put(article, annotator, sheet)
    return this.#putPage(article, annotator, noSheet)
  }

  /** Whether others' tags on the article are to be seen. */
  isSeen(article: string): boolean {
    return this.#unseen.isSeen(article)
  }

  /** From now on others' tags are to be seen on these articles only, and `me` everywhere; with `null` on all. */
  seeOnly(me: string, articles: readonly string[] | null): void {
    this.#unseen.seeOnly(me, articles)
    for (const article of this.articlesWithPages()) this.#sortOut(article)
  }

  /** Others' tags on this article are to be seen from now on, or not any more. */
  see(article: string, seen: boolean): void {
    this.#unseen.see(article, seen)
    this.#sortOut(article)
  }

  /** Puts aside what is not to be seen of an article, and in its place what is. */
  #sortOut(article: string): void {
    for (const [annotator, sheet] of this.#unseen.takeSeen(article)) this.#putPage(article, annotator, sheet)
    for (const annotator of this.#annotatorsWithPages(article)) {
      const number = this.#numberOf(article, annotator)
      if (number !== undefined && this.#unseen.hides(article, annotator))
        this.putSheet(article, annotator, this.pages[number]!.sheet)
    }
  }

  /** All sheets, with those that are put aside. */
  *sheets(): Generator<PackedSheet> {
    for (const page of this.pages) if (page) yield page
    for (const [article, annotator, sheet] of this.#unseen.sheets())
      yield {
        article: this.articles.numberOf(article),
        annotator: this.annotators.numberOf(annotator),
        packed: packNumbers(sheet),
      }
  }

  #putPage(article: string, annotator: string, sheet: Sheet): boolean {
    const known = this.#numberOf(article, annotator)
    if (known !== undefined) {
      if (isEqual(this.pages[known]!.sheet, sheet)) return false
      this.counts.count(known, this.pages[known]!.sheet, -1)
    }
    if (hasNoTags(sheet) && known === undefined) return false
    this.#version++
    const on = { article: this.articles.numberOf(article), annotator: this.annotators.numberOf(annotator) }
    if (hasNoTags(sheet) && known !== undefined) {
      this.pages[known] = null
      this.#numbers[on.article]?.delete(on.annotator)
      this.#stale.delete(known)
      this.#free.push(known)
      return true
    }
    const number = known ?? this.#free.pop() ?? this.pages.length
    const theirs = (this.#numbers[on.article] ??= new Map<number, number>())
    theirs.set(on.annotator, number)
    const packed = packNumbers(sheet)
    this.pages[number] = Page.with(on, known === undefined ? this.#sheets.lay(packed) : alone(packed))
    this.counts.count(number, sheet, 1)
    this.#stale.add(number)
    return true
  }

  /** That somebody is done with an article, and what they have decided on it. */
  putMarks(article: string, annotator: string, marks: Marks): void {
    const key = `${article} ${annotator}`
    if (isSame(this.#marks.get(key)?.marks ?? noMarks, marks)) return
    this.#version++
    if (isSame(marks, noMarks)) this.#marks.delete(key)
    else {
      this.annotators.numberOf(annotator)
      this.#marks.set(key, { article, annotator, marks })
    }
  }

  /** Nothing where it is not to be seen. */
  marksOf(article: string, annotator: string): Marks {
    if (this.#unseen.hides(article, annotator)) return noMarks
    return this.#marks.get(`${article} ${annotator}`)?.marks ?? noMarks
  }

  /** Everybody's on all articles, with those that are not to be seen. */
  get marks(): Iterable<MarksOn> {
    return this.#marks.values()
  }

  /** The page with somebody's tags on an article; `undefined` when there are none. */
  pageOf(article: string, annotator: string): Page | undefined {
    const number = this.#numberOf(article, annotator)
    return number === undefined ? undefined : (this.pages[number] ?? undefined)
  }

  /** Whose work on the article is known, with what is put aside. */
  annotatorsOn(article: string): readonly string[] {
    const marked = this.annotators.texts.filter((annotator) => this.#marks.has(`${article} ${annotator}`))
    const unseen = this.#unseen.annotatorsOn(article)
    return [...new Set([...this.#annotatorsWithPages(article), ...unseen, ...marked])]
  }

  #annotatorsWithPages(article: string): readonly string[] {
    const theirs = this.#numbers[this.articles.find(article)]?.keys() ?? []
    return Array.from(theirs, (annotator) => this.annotators.textOf(annotator))
  }

  /** The ids of articles that anybody has tags on, or has said something about, with what is put aside. */
  articlesWithPages(): ReadonlySet<string> {
    const seen = this.pages.flatMap((page) => (page ? [this.articles.textOf(page.article)] : []))
    return new Set([
      ...seen,
      ...this.#unseen.articles,
      ...[...this.#marks.values()].map(({ article }) => article),
    ])
  }

  putArticles(articles: readonly ArticleFacts[]): void {
    for (const facts of articles) {
      const number = this.articles.numberOf(facts.id)
      this.#facts.set(number, { ...facts, number: dayNumber(facts.day) })
    }
    if (articles.length > 0) this.#version++
  }

  /** Articles that are not in the project any more, with everybody's tags on them. */
  removeArticles(articles: readonly string[]): void {
    for (const id of articles) {
      for (const annotator of this.annotatorsOn(id)) {
        this.putSheet(id, annotator, noSheet)
        this.putMarks(id, annotator, noMarks)
      }
      this.#facts.delete(this.articles.find(id))
      this.#version++
    }
  }

  /** The articles that there are, by id. */
  *knownArticles(): Generator<string> {
    for (const { id } of this.#facts.values()) yield id
  }

  /** How many articles there are. */
  get articleCount(): number {
    return this.#facts.size
  }

  factsOf(article: number): (ArticleFacts & { readonly number: number }) | undefined {
    return this.#facts.get(article)
  }

  setCodebook(codebook: Codebook): void {
    const [before, after] = [rolesOf(this.#codebook), rolesOf(codebook)]
    this.#codebook = codebook
    if (JSON.stringify([...before]) === JSON.stringify([...after])) return
    this.#version++
    this.#rows = Chunks.ofNumbers()
    for (const [number, page] of this.pages.entries()) if (page) this.#stale.add(number)
  }

  /** Names may be others without any page becoming stale: they stand nowhere in the rows. */
  setRegistry(records: readonly RegistryRecord[]): void {
    const before = this.#registry
    this.#registry = Registry.of(records)
    this.#version++
    for (let entry = 1; entry < this.texts.entries.size; entry++) {
      const id = this.texts.entries.textOf(entry)
      if (countsAs(before, id) === countsAs(this.#registry, id)) continue
      for (const number of this.counts.pagesOf(entry)) this.#stale.add(number)
    }
  }

  /** Makes at most so many pages' rows as they should be. Says whether there are more. */
  refresh(most: number): boolean {
    let left = most
    for (const number of this.#stale) {
      if (left-- === 0) return true
      this.#derive(number)
    }
    return false
  }

  /** The statements of a page, whole. */
  statementsOn(number: number): Statement[] {
    const page = this.pages[number]
    if (!page) return []
    const records = recordsIn(page.sheet, this.texts, (attributes) => this.attributes(attributes))
    const [article, annotator] = [this.articles.textOf(page.article), this.annotators.textOf(page.annotator)]
    return statementsOf({ article, annotator, records }, this.#codebook, this.#registry)
  }

  readonly #parsed = new Map<number, Readonly<Record<string, AttributeValue>>>()

  attributes(number: number): Readonly<Record<string, AttributeValue>> {
    const known = this.#parsed.get(number)
    if (known) return known
    if (this.#parsed.size > 2_000) this.#parsed.clear()
    const read: Readonly<Record<string, AttributeValue>> = JSON.parse(
      this.texts.attributes.textOf(number) || '{}',
    )
    this.#parsed.set(number, read)
    return read
  }

  #derive(number: number): void {
    this.#stale.delete(number)
    const page = this.pages[number]
    if (!page) return
    const { rows, more } = rowsOf(this.statementsOn(number), { ...this.texts, values: this.values })
    this.pages[number] = page.saying(this.#isMadeAgain(page) ? alone(rows) : this.#rows.lay(rows), more)
    this.#version++
  }

  /** Whether its rows were made anew under this codebook already. */
  #isMadeAgain({ rowsIn, rowCount }: Page): boolean {
    return rowsIn !== null && (this.#rows.has(rowsIn) || rowsIn.length === rowCount * STRIDE)
  }
}

const isEqual = (a: Sheet, b: Sheet): boolean =>
  a.length === b.length && a.every((number, i) => number === b[i])

/** What statements say of a tag that means `id`: the entry, and the issue that it answers. */
function countsAs(registry: Registry, id: string): string {
  const record = registry.get(id)
  const issue = record?.is === 'position' ? registry.countsAs(record.issue) : ''
  return `${record?.is} ${record?.id} ${issue}`
}
