import { expect, it } from 'vitest'
import { packList, unpackList } from './packed-list'
import { talks, tag, valueOf } from './testing/talks'

it('gives back the list that was packed, and says each annotator once', async () => {
  const { store, articles } = await talks()
  for (const article of articles) valueOf(await store.carryOut(tag(article, 0, 6)))
  const list = store.view().articles
  expect(list.map(({ tags }) => tags)).toEqual([{ 'ada-quill': 1 }, { 'ada-quill': 1 }])
  const packed = packList(list)
  expect(unpackList(packed)).toEqual(list)
  expect(packed.split('ada-quill')).toHaveLength(2)
  await store.close()
})
