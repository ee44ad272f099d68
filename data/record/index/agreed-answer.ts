import { liveWork } from '../../model/document'
import type { ReviewRules } from '../../model/review-records'
import { agreedSet, workOn } from '../../review/agreed'
import { AgreedTally, type AgreedOverview } from '../../review/agreed-overview'
import { findWork } from '../../store/find-work'
import { readWorks } from '../../store/load-work'
import type { Folder } from '../../store/ports'
import type { RecordIndex } from './record-index'

export type AgreedRules = Pick<ReviewRules, 'rule' | 'threshold'>

/**
 * What the agreed set of all articles has and lacks, as the folder has everybody's work: an article after the other, and
 * `next` says after each whether to go on. Articles on which others' tags are hidden are left out. `null` when it was stopped.
 */
export async function agreedOverview(
  folder: Folder,
  index: RecordIndex,
  rules: AgreedRules,
  next: (done: number, of: number) => Promise<boolean>,
): Promise<AgreedOverview | null> {
  const articles = [...index.articlesWithPages()].filter((article) => index.isSeen(article))
  const tally = new AgreedTally()
  for (const [i, article] of articles.entries()) {
    const { documents } = await findWork(folder, article)
    const works = await readWorks(folder, documents, [])
    const sets = [...works].map(([annotator, items]) => ({ annotator, records: liveWork(items) }))
    tally.add(agreedSet(workOn(article, sets), rules, index.registry, index.codebook), sets)
    if (!(await next(i + 1, articles.length))) return null
  }
  return tally.overview
}
