import { expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { contentOf } from '../model/codebook'
import { changeAttribute } from '../model/codebook-attributes'
import { adasWork, reopen } from './testing/adas-work'
import { tag, valueOf } from './testing/talks'
import type { Store } from './store'
import { validate } from './validate'

const lint = 'claim-without-actor 00000000-0000-7000-8000-000000000001'

/** What I have dismissed on an article. */
const dismissed = async (store: Store, article: string): Promise<string[]> => {
  const { sets } = valueOf(await store.openArticle(article))
  return [...(sets[0]?.records ?? [])].flatMap((record) => (record.is === 'dismissed' ? record.lint : []))
}

it('lets something stand for good, until it is heeded again; undo and redo go both ways', async () => {
  const { folder, vault, article } = await adasWork([[0, 9]])
  const store = await reopen(folder, vault)
  const dismiss = () => store.carryOut({ do: 'dismiss', article, lint })
  expect(valueOf(await dismiss()).changes).toHaveLength(1)
  expect(valueOf(await dismiss()).changes).toEqual([])
  valueOf(await store.undo())
  expect(await dismissed(store, article)).toEqual([])
  valueOf(await store.redo())
  await store.close()

  const again = await reopen(folder, vault)
  expect(await dismissed(again, article)).toEqual([lint])
  expect((await validate(folder, 'talks')).problems).toEqual([])
  valueOf(await again.carryOut({ do: 'heed', article, lint: 'word-cut 1' }))
  expect(await dismissed(again, article)).toEqual([lint])
  valueOf(await again.carryOut({ do: 'heed', article, lint }))
  expect(await dismissed(again, article)).toEqual([])
})

it('is heeded on both devices of one person that have dismissed it', async () => {
  const { folder, article } = await adasWork([[0, 9]])
  for (const device of ['abcdefghij', 'zyxwvutsrq']) {
    const store = await reopen(folder, null, 'Ada Quill', device)
    valueOf(await store.carryOut({ do: 'heed', article, lint }))
    valueOf(await store.carryOut({ do: 'dismiss', article, lint }))
    await store.close()
  }
  const store = await reopen(folder, null)
  expect(await dismissed(store, article)).toEqual([lint])
  valueOf(await store.carryOut({ do: 'heed', article, lint }))
  expect(await dismissed(store, article)).toEqual([])
})

it('is no tag: it is counted nowhere, and goes into no set', async () => {
  const { folder, vault, article } = await adasWork([[0, 9]])
  const store = await reopen(folder, vault)
  valueOf(await store.carryOut({ do: 'dismiss', article, lint }))
  await store.close()
  const again = await reopen(folder, vault)
  const listed = again.view().articles.find(({ summary }) => summary.id === article)
  expect(listed).toMatchObject({ tags: { 'ada-quill': 1 }, done: [] })
  const set = valueOf(await again.gatherSet({ annotators: null, articles: null }))
  expect([set.annotations.length, set.links.length]).toEqual([1, 0])
})

it('gives a new tag what the codebook has it begin with, unless it is told otherwise', async () => {
  const { folder, vault, article } = await adasWork([[0, 9]])
  const store = await reopen(folder, vault)
  const to = valueOf(changeAttribute(contentOf(builtInCodebook), 'speech', { preset: 'direct' }))
  valueOf(await store.carryOut({ do: 'revise-codebook', of: builtInCodebook.id, to }))
  const attributesOf = async (attributes?: Record<string, string>) => {
    const command = { ...tag(article, 4, 9, 'claim'), ...(attributes && { attributes }) }
    const [change] = valueOf(await store.carryOut(command)).changes
    return change?.after?.is === 'annotation' ? change.after.attributes : null
  }
  expect(await attributesOf()).toEqual({ speech: 'direct' })
  expect(await attributesOf({ speech: 'indirect', type: 'demand' })).toEqual({
    speech: 'indirect',
    type: 'demand',
  })
  const [actor] = valueOf(await store.carryOut(tag(article, 4, 9, 'actor'))).changes
  expect(actor?.after).toMatchObject({ attributes: {} })
})
