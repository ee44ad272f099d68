import { expect, it } from 'vitest'
import { bytesOfJson } from '../../store/json-bytes'
import { memoryFolder } from '../../store/memory/memory-folder'
import { paths } from '../../store/paths'
import { addReports, watchedFolder } from '../../store/testing/crowd'
import { ArticleTokens } from './article-tokens'

const countsOf = async (tokens: ArticleTokens, articles: readonly string[]) => {
  const counts: (number | null)[] = []
  for await (const each of tokens.of(articles)) counts.push(each && each.count)
  return counts
}

it('gives the words of many articles in the order in which they are asked for, and reads each file once', async () => {
  const folder = memoryFolder()
  const ids = addReports(folder, 40).map(({ id }) => id)
  const calls: string[] = []
  const tokens = new ArticleTokens(watchedFolder(folder, 'project', calls))
  // “Report 0 from Dalmere.”
  expect(await countsOf(tokens, ids)).toEqual(ids.map(() => 4))
  const reads = calls.length
  expect(await countsOf(tokens, ids.toReversed())).toEqual(ids.map(() => 4))
  expect([reads > 0, calls.length]).toEqual([true, reads])
})

it('has no words of an article that is not there, is damaged, or has another text than the one that its id names', async () => {
  const folder = memoryFolder()
  const [whole, gone, damaged, other] = addReports(folder, 4)
  folder.files.delete(paths.article(gone!.id))
  folder.files.set(paths.article(damaged!.id), new TextEncoder().encode('{"id":'))
  folder.files.set(
    paths.article(other!.id),
    bytesOfJson({ ...other, text: 'Report 9 from Dalmere, and more.' }),
  )
  const tokens = new ArticleTokens(folder)
  const ids = [gone, damaged, other, whole].map((article) => article!.id)
  expect(await countsOf(tokens, ids)).toEqual([null, null, null, 4])

  // It may come back.
  folder.files.set(paths.article(other!.id), bytesOfJson(other))
  expect(await countsOf(tokens, ids)).toEqual([null, null, 4, 4])
})
