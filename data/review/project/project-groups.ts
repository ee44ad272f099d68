import type { Annotation, Link } from '../../model/records'
import type { KeptDecision } from '../../record/index/marks'
import type { RecordIndex } from '../../record/index/record-index'
import { CHANGED, CREATED, placesIn, recordsIn, REVISION, type Sheet } from '../../record/index/sheet'
import type { ReviewQuery } from '../agreement'
import { comparisonOf } from '../compare'
import type { Comparison } from '../comparison'
import { comparedArticles } from '../layers/article-work'
import type { Side } from '../side'
import { Terms } from '../terms'

/** Called after each article, and while intervals are drawn, with the share of them that is; gives others a turn, and says whether to go on. */
export type Next = (done: number, of: number, drawn?: number) => Promise<boolean>

/** What the annotators of a query have on an article, laid beside each other. */
export interface ComparedGroups {
  readonly article: string
  /** By the places of the annotators of the query where each stands among the sides; −1 for who is not compared there. */
  readonly sideOf: readonly number[]
  readonly comparison: Comparison
}

/**
 * Compares everybody's tags on all articles of a query, in the order of `inOrder`, and calls `see` for each article. `false` when it was
 * stopped. Tags are made of what the index keeps: they have no notes, and their times are days.
 */
export async function eachComparison(
  index: RecordIndex,
  query: ReviewQuery,
  next: Next,
  see: (groups: ComparedGroups) => void,
): Promise<boolean> {
  const { codebook, registry } = index
  const { annotators, labels, threshold } = query
  const terms = new Terms({ codebook, registry })
  const isAsked = (tag: Annotation) => !labels || labels.includes(terms.label(tag.label))
  const articles = inOrder(index, comparedArticles(index, query))
  for (const [done, { id, sheets }] of articles.entries()) {
    const sides = sheets.flatMap((sheet, i) =>
      sheet ? [sideOn(index, id, annotators[i]!, sheet, isAsked)] : [],
    )
    let place = 0
    const sideOf = sheets.map((sheet) => (sheet ? place++ : -1))
    see({ article: id, sideOf, comparison: comparisonOf(id, sides, { threshold, codebook, registry }) })
    if (!(await next(done + 1, articles.length))) return false
  }
  return true
}

/** By day, the earliest first and those without one last, then by title. */
function inOrder<T extends { readonly id: string }>(
  index: RecordIndex,
  articles: readonly T[],
): readonly T[] {
  const keyed = articles.map((article) => {
    const facts = index.factsOf(index.articles.find(article.id))
    return { article, key: `${facts?.day ?? '~'} ${facts?.title ?? ''} ${article.id}` }
  })
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ article }) => article)
}

/**
 * What somebody has on an article, made of what the index keeps: tags have no notes, prefixes and suffixes, and their times are days.
 * With `isAsked` only those tags.
 */
export function indexedSide(
  index: RecordIndex,
  article: string,
  annotator: string,
  isAsked: (tag: Annotation) => boolean = () => true,
): Side {
  const sheet = index.pageOf(article, annotator)?.sheet
  return sheet ? sideOn(index, article, annotator, sheet, isAsked) : { annotator, tags: [], links: [] }
}

const DAY = 86_400_000
const timeOf = (days: number): string => new Date(days * DAY).toISOString()

function sideOn(
  index: RecordIndex,
  article: string,
  annotator: string,
  sheet: Sheet,
  isAsked: (tag: Annotation) => boolean,
): Side {
  const { texts } = index
  const places = placesIn(sheet)
  const tags: Annotation[] = []
  const links: Link[] = []
  for (const [i, record] of recordsIn(sheet, texts, (number) => index.attributes(number)).entries()) {
    if (record.is === 'annotation') {
      const at = places[i]!
      const tag: Annotation = {
        ...record,
        article,
        created: timeOf(sheet[at + CREATED]!),
        modified: timeOf(sheet[at + CHANGED]!),
        target: record.target.map((part) => ({ ...part, prefix: '', suffix: '' })),
        note: '',
        codebook: texts.revisions.textOf(sheet[at + REVISION]!),
      }
      if (isAsked(tag)) tags.push(tag)
    } else if (record.is === 'link') {
      const epoch = timeOf(0)
      links.push({ ...record, article, created: epoch, modified: epoch })
    }
  }
  return { annotator, tags, links }
}

/** A decision with who made it. */
export interface MadeDecision extends KeptDecision {
  readonly by: string
}

/** Of all articles, by article, annotator and record that it is on, the decision that counts: the latest, of those of one time that with the greatest id. */
export function decisionsThatCount(index: RecordIndex): ReadonlyMap<string, MadeDecision> {
  const counting = new Map<string, MadeDecision>()
  for (const { article, annotator } of index.marks)
    for (const decision of index.marksOf(article, annotator).decisions)
      for (const { annotator: whose, id } of decision.on) {
        const key = decidedKey(article, whose, id)
        const before = counting.get(key)
        if (!before || isLater(decision, before)) counting.set(key, { ...decision, by: annotator })
      }
  return counting
}

export const decidedKey = (article: string, annotator: string, record: string): string =>
  `${article} ${annotator} ${record}`

const isLater = (a: KeptDecision, b: KeptDecision): boolean =>
  a.modified > b.modified || (a.modified === b.modified && a.id > b.id)

/** The words of a tag in one line. */
export const wordsOf = ({ target }: Annotation): string =>
  target.map(({ quote }) => quote.replace(/\s+/gu, ' ')).join(' … ')
