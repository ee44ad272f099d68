import { join } from 'node:path'
import type { Cell } from '../result'
import { annotators, writeWorkload, type WrittenArticle } from '../workload/write-workload'
import type { Bench } from './suite'

/** A report as most are, and one as large and as densely tagged as the reader has to bear. */
export const cells: readonly Cell[] = [
  { words: 1_000, tags: 50 },
  { words: 10_000, tags: 5_000 },
]

/**
 * A project of its own with `count` articles of a size, after a short one without tags, which is open at the start
 * and between two measurements. Gives its folder and what is in it.
 */
export async function writeCell(
  { folder, seed, say }: Bench,
  name: string,
  { words, tags }: Cell,
  count: number,
): Promise<{ project: string; resting: WrittenArticle; articles: readonly WrittenArticle[] }> {
  say(`${name}: writing ${count} articles of ${words} words with ${tags} tags`)
  const project = join(folder, `${name}-${words}-${tags}`)
  const written: WrittenArticle[] = []
  const articles = [{ words: 300, tags: 0 }, ...Array.from({ length: count }, () => ({ words, tags }))]
  await writeWorkload(project, { seed, articles, annotators: annotators(1) }, (article) =>
    written.push(article),
  )
  const [resting, ...rest] = written
  return { project, resting: resting!, articles: rest }
}
