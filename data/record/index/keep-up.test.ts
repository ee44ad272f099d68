import { expect, it } from 'vitest'
import { builtInCodebook } from '../../model/built-in-codebook'
import { emptyProject, articleFrom, open, texts, bytesOf, valueOf } from '../../store/testing/talks'
import { KeepUp } from './keep-up'
import { RecordIndex } from './record-index'

async function lookAll(keepUp: KeepUp): Promise<number> {
  let steps = 0
  for await (const _ of keepUp.look()) steps++
  return steps
}

it('reads everybody’s tags, then only what was changed, and has mine before my file has', async () => {
  const folder = await emptyProject()
  const ada = await open(folder)
  const article = articleFrom(texts[0])
  valueOf(await ada.addArticle(article, { bytes: bytesOf(texts[0]), extension: 'txt' }))
  const spans = [{ start: 0, end: 9 }]
  const tag = async () =>
    valueOf(await ada.carryOut({ do: 'annotate', article: article.id, spans, label: 'actor' }))
  await tag()
  await ada.flush()

  const index = new RecordIndex(builtInCodebook)
  const keepUp = new KeepUp(folder, index, 'ada-quill')
  const tags = () => index.pages.reduce((sum, page) => sum + (page?.sheet[0] ?? 0), 0)
  expect(await lookAll(keepUp)).toBe(1)
  expect(tags()).toBe(1)
  expect(await lookAll(keepUp)).toBe(0)

  const { changes } = await tag()
  await keepUp.takeChanges(
    changes.flatMap((change) => (change.article === null ? [] : [{ ...change, article: change.article }])),
  )
  expect(tags()).toBe(2)
  await ada.flush()
  await keepUp.saved()
  expect(tags()).toBe(2)
  await ada.close()
})
