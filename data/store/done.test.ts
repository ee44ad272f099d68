import { expect, it } from 'vitest'
import { adasWork, reopen } from './testing/adas-work'
import { tag, valueOf } from './testing/talks'
import type { Store } from './store'
import { validate } from './validate'

const ada = 'ada-quill'

/** Who is done with an article, as the list shows it. */
const doneWith = (store: Store, article: string) =>
  store.view().articles.find(({ summary }) => summary.id === article)?.done

it('says that an article is done, until it is taken up again; undo and redo go both ways', async () => {
  const { folder, vault, article } = await adasWork([[0, 9]])
  const store = await reopen(folder, vault)
  const finish = () => store.carryOut({ do: 'finish', article })
  expect(valueOf(await finish()).changes).toHaveLength(1)
  expect(doneWith(store, article)).toEqual([ada])
  expect(valueOf(await finish()).changes).toEqual([])
  valueOf(await store.undo())
  expect(doneWith(store, article)).toEqual([])
  valueOf(await store.redo())
  expect(doneWith(store, article)).toEqual([ada])
  valueOf(await store.carryOut({ do: 'take-up', article }))
  expect(doneWith(store, article)).toEqual([])
})

it('knows it after a restart, beside the tags, and finds nothing wrong with the file', async () => {
  const { folder, vault, article } = await adasWork([[0, 9]])
  const store = await reopen(folder, vault)
  valueOf(await store.carryOut({ do: 'finish', article }))
  await store.close()
  const again = await reopen(folder, vault)
  const listed = again.view().articles.find(({ summary }) => summary.id === article)
  expect(listed).toMatchObject({ tags: { [ada]: 1 }, done: [ada] })
  expect((await validate(folder, 'talks')).problems).toEqual([])
})

it('is done once when two devices of one person say so, and taken up on both', async () => {
  const { folder, article } = await adasWork([[0, 9]])
  for (const device of ['abcdefghij', 'zyxwvutsrq']) {
    const store = await reopen(folder, null, 'Ada Quill', device)
    valueOf(await store.carryOut({ do: 'take-up', article }))
    valueOf(await store.carryOut({ do: 'finish', article }))
    await store.close()
  }
  const store = await reopen(folder, null)
  expect(doneWith(store, article)).toEqual([ada])
  valueOf(await store.carryOut({ do: 'take-up', article }))
  expect(doneWith(store, article)).toEqual([])
})

it('is nobody else’s affair: what others have done does not change it', async () => {
  const { folder, article } = await adasWork([[0, 9]])
  const jonas = await reopen(folder, null, 'Jonas Lim', 'zyxwvutsrq')
  valueOf(await jonas.carryOut({ do: 'finish', article }))
  valueOf(await jonas.carryOut(tag(article, 4, 9)))
  await jonas.close()
  expect(doneWith(await reopen(folder, null), article)).toEqual(['jonas-lim'])
})
