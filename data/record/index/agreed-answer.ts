import { liveWork } from '../../model/document'
import type { WorkRecord } from '../../model/records'
import type { ReviewRules } from '../../model/review-records'
import { agreedSet, isAgreed, workOn, type WorkOn } from '../../review/agreed'
import { AgreedTally, type AgreedOverview } from '../../review/agreed-overview'
import { indexedSide } from '../../review/project/project-groups'
import { findWork } from '../../store/find-work'
import { readWorks } from '../../store/load-work'
import type { Folder } from '../../store/ports'
import type { RecordIndex } from './record-index'

export type AgreedRules = Pick<ReviewRules, 'rule' | 'threshold'>

/** Articles whose files are read at one time. */
const AT_ONCE = 4

interface Found {
  readonly work: WorkOn
  /** Everybody's records, of which those that were decided on are told. */
  readonly sets: readonly { readonly annotator: string; readonly records: readonly WorkRecord[] }[]
}

/**
 * What the agreed set of all articles has and lacks, an article after the other, and `next` says after each whether to go on. Where
 * nobody has decided the index knows enough; decisions are read from the folder, in whole. Articles on which others' tags are
 * hidden are left out. `null` when it was stopped.
 */
export async function agreedOverview(
  folder: Folder,
  index: RecordIndex,
  rules: AgreedRules,
  next: (done: number, of: number) => Promise<boolean>,
): Promise<AgreedOverview | null> {
  const articles = [...index.articlesWithPages()].filter((article) => index.isSeen(article))
  const people = new Map(articles.map((article) => [article, index.annotatorsOn(article)]))
  const isDecided = (article: string) =>
    people.get(article)!.some((annotator) => index.marksOf(article, annotator).decisions.length > 0)
  const decided = articles.filter(isDecided)
  const rest = articles.filter((article) => !isDecided(article))
  const tally = new AgreedTally()
  let done = 0
  const take = ({ work, sets }: Found): Promise<boolean> => {
    tally.add(agreedSet(work, rules, index.registry, index.codebook), sets)
    return next(++done, articles.length)
  }
  for (let at = 0; at < decided.length; at += AT_ONCE) {
    const read = await Promise.all(
      decided.slice(at, at + AT_ONCE).map((article) => readWork(folder, article)),
    )
    for (const found of read) if (!(await take(found))) return null
  }
  for (const article of rest)
    if (!(await take(indexedWork(index, article, people.get(article)!)))) return null
  return tally.overview
}

async function readWork(folder: Folder, article: string): Promise<Found> {
  const { documents } = await findWork(folder, article)
  const works = await readWorks(folder, documents, [])
  const sets = [...works].map(([annotator, items]) => ({ annotator, records: liveWork(items) }))
  return { work: workOn(article, sets), sets }
}

/** The work on an article that nobody has decided anything on. */
function indexedWork(index: RecordIndex, article: string, annotators: readonly string[]): Found {
  const all = annotators
    .filter((annotator) => !isAgreed(annotator))
    .map((annotator) => indexedSide(index, article, annotator))
  const sides = all.filter(({ tags, links }) => tags.length + links.length > 0)
  const taggers = all.filter((side) => sides.includes(side) || index.marksOf(article, side.annotator).isDone)
  return {
    work: { article, sides, taggers: taggers.map(({ annotator }) => annotator), decisions: [] },
    sets: sides.map(({ annotator, tags, links }) => ({ annotator, records: [...tags, ...links] })),
  }
}
