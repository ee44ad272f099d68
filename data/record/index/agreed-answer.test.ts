import { expect, it, vi } from 'vitest'
import { liveWork } from '../../model/document'
import { agreedSet, workOn } from '../../review/agreed'
import { AgreedTally } from '../../review/agreed-overview'
import { findWork } from '../../store/find-work'
import { readWorks } from '../../store/load-work'
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
  return { store, folder, index, overview, articles, own }
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

it('reads the files of those articles only on which somebody has decided, and comes to the same', async () => {
  const { store, folder, index, articles } = await scene()
  const [one, many] = [vi.spyOn(folder, 'read'), vi.spyOn(folder, 'readAll')]
  const told = await agreedOverview(folder, index, unanimous, async () => true)
  const read = [...one.mock.calls.map(([path]) => path), ...many.mock.calls.flatMap(([paths]) => paths)]
  const [first, second] = articles
  expect(read.some((path) => path.includes(first))).toBe(true)
  expect(read.filter((path) => path.includes(second))).toEqual([])

  // As if all were read: what each article comes to by itself adds up to the whole.
  const tally = new AgreedTally()
  for (const article of [first, second]) {
    const { documents } = await findWork(folder, article)
    const works = await readWorks(folder, documents, [])
    const sets = [...works].map(([annotator, items]) => ({ annotator, records: liveWork(items) }))
    tally.add(agreedSet(workOn(article, sets), unanimous, index.registry, index.codebook), sets)
  }
  expect(told).toEqual(tally.overview)
  await store.close()
})
