import { expect, it } from 'vitest'
import { open, tag, talks, valueOf } from '../../store/testing/talks'
import { agreedOverview, type AgreedRules } from './agreed-answer'
import { KeepUp } from './keep-up'
import { RecordIndex } from './record-index'

const unanimous: AgreedRules = { rule: { is: 'unanimous' }, threshold: 0.5 }

/** Ada and Jonas have one tag alike and one each of their own on the first article, Jonas one on the second; Vera and Ruth have decided. */
async function scene() {
  const { folder, store, articles } = await talks()
  const jonas = await open(folder, undefined, 'Jonas Lim', 'zyxwvutsrq')
  const ruth = await open(folder, undefined, 'Ruth Amsel', 'rutsrutsru')
  const vera = await open(folder, undefined, 'Vera Kim', 'veraveraab')
  const [first, second] = articles
  valueOf(await store.carryOut(tag(first, 0, 9)))
  const own = valueOf(await store.carryOut(tag(first, 14, 17))).changes[0]!.id
  valueOf(await jonas.carryOut(tag(first, 0, 9)))
  valueOf(await jonas.carryOut(tag(first, 24, 31)))
  valueOf(await jonas.carryOut(tag(second, 0, 6)))
  await store.flush()
  await jonas.flush()
  const decide = (by: typeof ruth, action: 'accept' | 'reject') =>
    by.carryOut({
      do: 'decide',
      article: first,
      action,
      on: [{ annotator: 'ada-quill', id: own }],
      readings: [],
      links: [],
      reason: null,
      note: '',
    })
  valueOf(await decide(vera, 'reject'))
  await vera.flush()
  valueOf(await decide(ruth, 'accept'))
  await jonas.close()
  await ruth.close()
  await vera.close()
  const codebook = store.view().codebook
  const index = new RecordIndex(codebook)
  for await (const _ of new KeepUp(folder, index, 'ada-quill').look()) continue
  const overview = async (next = async () => true) => agreedOverview(folder, index, unanimous, next)
  return { store, index, overview, articles, own }
}

it('counts what came in by what, what is open, and where reviewers disagree', async () => {
  const { store, overview, articles, own } = await scene()
  expect(await overview()).toMatchObject({
    articles: 2,
    by: { decided: 1, unanimous: 2, majority: 0 },
    decided: { accept: 1 },
    waiting: 1,
    waitingOn: [{ article: articles[0], waiting: 1 }],
    lookAt: [
      {
        is: 'clash',
        tag: own,
        quote: 'Zoë',
        by: [{ action: 'reject' }, { annotator: 'ruth-amsel', action: 'accept' }],
      },
    ],
  })
  // What changes after its decision is for another look.
  const [article] = articles
  valueOf(await store.carryOut({ do: 'relabel', article, annotation: own, label: 'claim' }))
  await store.flush()
  const lookAt = (await overview())?.lookAt.map(({ is }) => is)
  expect(lookAt?.toSorted()).toEqual(['changed', 'clash'])
  await store.close()
})

it('leaves articles out on which others’ tags are hidden, and ends when it is stopped', async () => {
  const { store, index, overview, articles } = await scene()
  index.seeOnly('ada-quill', [articles[1]])
  expect(await overview()).toMatchObject({ articles: 1, tags: 1, lookAt: [] })
  index.seeOnly('ada-quill', [])
  expect(await overview()).toMatchObject({ articles: 0, tags: 0 })
  index.seeOnly('ada-quill', null)
  expect(await overview(async () => false)).toBeNull()
  await store.close()
})
