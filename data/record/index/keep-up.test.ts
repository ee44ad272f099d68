import { expect, it } from 'vitest'
import { builtInCodebook } from '../../model/built-in-codebook'
import { shardOf } from '../../model/ids'
import { emptyProject, articleFrom, open, texts, bytesOf, valueOf } from '../../store/testing/talks'
import { KeepUp } from './keep-up'
import { RecordIndex } from './record-index'

async function lookAll(keepUp: KeepUp): Promise<number> {
  let steps = 0
  for await (const _ of keepUp.look()) steps++
  return steps
}

/** A project with one tag of Ada's, and an index that keeps up with it as somebody else's program would, or hers. */
async function oneTag(me: string) {
  const folder = await emptyProject()
  const ada = await open(folder)
  const article = articleFrom(texts[0])
  valueOf(await ada.addArticle(article, { bytes: bytesOf(texts[0]), extension: 'txt' }))
  const spans = [{ start: 0, end: 9 }]
  const { changes } = valueOf(
    await ada.carryOut({ do: 'annotate', article: article.id, spans, label: 'actor' }),
  )
  await ada.close()
  const index = new RecordIndex(builtInCodebook)
  const keepUp = new KeepUp(folder, index, me)
  const tags = () => index.pages.reduce((sum, page) => sum + (page?.sheet[0] ?? 0), 0)
  const remove = (under: string) => {
    for (const path of folder.files.keys()) if (path.startsWith(under)) folder.files.delete(path)
  }
  const mine = changes.flatMap((change) =>
    change.article === null ? [] : [{ ...change, article: change.article }],
  )
  return { folder, article, keepUp, tags, remove, mine }
}

it('forgets what somebody has taken away: a file, or all that a person had', async () => {
  const { folder, article, keepUp, tags, remove } = await oneTag('jonas-lim')
  await lookAll(keepUp)
  const before = new Map(folder.files)
  expect(tags()).toBe(1)
  remove(`work/ada-quill/abcdefghij/${shardOf(article.id)}/${article.id}`)
  folder.files.set(`work/ada-quill/abcdefghij/${shardOf(article.id)}/note.txt`, bytesOf('Left.'))
  await lookAll(keepUp)
  expect(tags()).toBe(0)

  for (const [path, bytes] of before) folder.files.set(path, bytes)
  await lookAll(keepUp)
  expect(tags()).toBe(1)
  remove('work/ada-quill/')
  await lookAll(keepUp)
  expect(tags()).toBe(0)
})

it('holds what is mine over the folder until that has it, and no longer', async () => {
  const { article, keepUp, tags, remove, mine } = await oneTag('ada-quill')
  remove('work/ada-quill/')
  await keepUp.takeChanges(mine)
  expect(tags()).toBe(1)
  await keepUp.touch([article.id])
  expect(tags()).toBe(1)
  await keepUp.saved()
  expect(tags()).toBe(0)
})

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
