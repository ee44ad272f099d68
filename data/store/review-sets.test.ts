import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AnnotationSet } from '../model/annotation-set'
import type { WorkRecord } from '../model/records'
import { formats } from '../formats'
import { AGREED } from '../review/agreed'
import { printOf } from '../review/print'
import { memoryJournal } from './memory/memory-journal'
import type { MemoryFolder } from './memory/memory-folder'
import type { ReviewCommand } from './review-commands'
import type { Store } from './store'
import { reopen } from './testing/adas-work'
import { emptyProject, open, tag, talks, valueOf } from './testing/talks'
import { validate } from './validate'

const everything = { articles: null, annotators: null }
const nobody = { byId: async () => null, byUrl: async () => null }

/**
 * Of "Ada Quill met Zoë 🙂 in Dalmere." Ada tags "Ada Quill" and "Zoë 🙂", Bo changes the one and rejects the other, and Ada asks
 * why; of the second article nobody has said anything.
 */
async function reviewed() {
  const { folder, store, articles } = await talks()
  const [article] = articles
  for (const [start, end] of [
    [0, 9],
    [14, 20],
  ] as const)
    valueOf(await store.carryOut(tag(article, start, end)))
  await store.close()
  const bo = await reopen(folder, null, 'Bo Tarn', 'bbbbbbbbbb')
  const [first, second] = await recordsOf(bo, article, 'ada-quill')
  const decide = (id: string, said: Partial<Extract<ReviewCommand, { do: 'decide' }>>) =>
    bo.carryOut({
      do: 'decide',
      article,
      action: 'accept',
      on: [{ annotator: 'ada-quill', id }],
      readings: [],
      links: [],
      reason: null,
      note: '',
      ...said,
    })
  const reading = { label: 'actor', spans: [{ start: 14, end: 17 }], attributes: {}, means: null }
  valueOf(await decide(first!.id, { action: 'reject', reason: 'not-a-claim', note: 'Who is it?' }))
  valueOf(await decide(second!.id, { action: 'change', readings: [reading], reason: 'boundary' }))
  const [made] = (await recordsOf(bo, article, 'bo-tarn')).filter(({ is }) => is === 'decision')
  await bo.close()
  const ada = await reopen(folder, null)
  valueOf(await ada.carryOut({ do: 'answer', article, decision: made!.id, text: 'Why?' }))
  await ada.flush()
  return { folder, article, ada, bo: 'bo-tarn' }
}

const recordsOf = async (store: Store, article: string, annotator: string): Promise<readonly WorkRecord[]> =>
  valueOf(await store.openArticle(article)).sets.find((set) => set.annotator === annotator)?.records ?? []
const opened = (folder: MemoryFolder) => open(folder, memoryJournal(), 'Cy Lund', 'cccccccccc')

it('decisions and answers go out with the rest and come in elsewhere as they were', async () => {
  const { article, ada } = await reviewed()
  const set = valueOf(await ada.gatherSet(everything))
  expect([set.decisions.length, set.answers?.length]).toEqual([2, 1])
  expect(set.decisions[1]?.readings[0]?.target[0]).toMatchObject({
    quote: 'Zoë',
    startCodePoint: 14,
    endCodePoint: 17,
  })

  const folder = await emptyProject()
  const other = await opened(folder)
  for (const format of formats) {
    if (!format.read) continue
    const [file] = format.write(set)
    const again = valueOf(await format.read({ name: 'set', text: file!.text }, nobody))
    expect([again.decisions, again.answers]).toEqual([set.decisions, set.answers])
  }
  valueOf(await other.receiveSet(set))
  for (const annotator of ['ada-quill', 'bo-tarn'])
    expect(await recordsOf(other, article, annotator)).toEqual(await recordsOf(ada, article, annotator))
  expect((await validate(folder, 'talks')).problems).toEqual([])
  const back = valueOf(await other.gatherSet(everything))
  expect([back.decisions, back.answers, back.annotations]).toEqual([
    set.decisions,
    set.answers,
    set.annotations,
  ])
  expect(other.view().articles.find(({ summary }) => summary.id === article)?.tags).toEqual({
    'ada-quill': 2,
  })
})

it('a set with reviewing in it that comes twice changes nothing', async () => {
  const { ada } = await reviewed()
  const set = valueOf(await ada.gatherSet(everything))
  const folder = await emptyProject()
  const other = await opened(folder)
  expect(valueOf(await other.receiveSet(set)).isNew).toBe(true)
  const before = valueOf(await other.gatherSet(everything))
  expect(valueOf(await other.receiveSet(set)).isNew).toBe(false)
  expect(valueOf(await other.gatherSet(everything))).toEqual(before)
  // The same once more under another hash: everything in it is known.
  valueOf(await other.receiveSet({ ...set, project: { ...set.project, name: 'Talks again' } }))
  expect(valueOf(await other.gatherSet(everything))).toEqual(before)
})

it('a decision that was withdrawn stays so, whatever older set comes', async () => {
  const { folder, article, ada } = await reviewed()
  const older = valueOf(await ada.gatherSet(everything))
  await ada.close()
  const bo = await reopen(folder, null, 'Bo Tarn', 'bbbbbbbbbb')
  for (const { is, id } of await recordsOf(bo, article, 'bo-tarn'))
    if (is === 'decision') valueOf(await bo.carryOut({ do: 'withdraw-decision', article, decision: id }))
  const newer = valueOf(await bo.gatherSet(everything))
  expect(newer.decisions).toEqual([])
  const other = await opened(await emptyProject())
  for (const set of [newer, older]) valueOf(await other.receiveSet(set))
  expect(await recordsOf(other, article, 'bo-tarn')).toEqual([])
})

it('a set from before there were decisions is read', async () => {
  const { ada } = await reviewed()
  const { answers: _, ...set } = valueOf(await ada.gatherSet({ articles: null, annotators: ['ada-quill'] }))
  expect(set.decisions).toEqual([])
  const again = formats[0]!.read!({ name: 'set', text: JSON.stringify(set) }, nobody)
  expect(valueOf(await again)).toEqual(set)
})

const agreedOf = async (store: Store, more: object = {}): Promise<AnnotationSet> =>
  valueOf(await store.gatherSet({ ...everything, agreed: true, ...more }))

it('the agreed set says whose tags it has, who decided what, and by which rule', async () => {
  const { ada, article } = await reviewed()
  const set = await agreedOf(ada)
  expect(set.annotations.map(({ annotator, target }) => [annotator, target[0]?.quote])).toEqual([
    [AGREED, 'Zoë'],
  ])
  expect(set.annotations[0]?.provenance).toMatchObject({
    from: [{ annotator: 'ada-quill' }],
    decisions: [{ by: 'bo-tarn', action: 'change', reason: 'boundary' }],
    by: 'decided',
    weight: null,
  })
  expect(set.annotators).toContainEqual({ id: AGREED, name: 'Agreed set' })
  expect(set.agreed?.people.map(({ name }) => name)).toEqual(['Ada Quill', 'Bo Tarn'])
  expect(set.agreed?.articles.find(({ id }) => id === article)?.taggers).toEqual(['ada-quill'])
  expect([set.decisions, set.deleted]).toEqual([[], []])
})

it.each(formats.filter(({ read }) => read))(
  'the agreed set as $id reads back as the same set',
  async (format) => {
    const { ada } = await reviewed()
    const set = await agreedOf(ada, { rule: { is: 'unanimous' } })
    const [file] = format.write(set)
    expect(valueOf(await format.read!({ name: 'set', text: file!.text }, nobody))).toEqual(set)
  },
)

it('an agreed set that comes in is somebody’s of its own, and none of those who tagged', async () => {
  const { ada } = await reviewed()
  const set = await agreedOf(ada)
  expect(valueOf(await ada.receiveSet(set)).tags).toBe(1)
  const [stranger] = ada.view().people.filter(({ id }) => id.startsWith('agreed-'))
  expect(stranger?.name).toBe('Agreed set (Talks)')
  expect(await agreedOf(ada)).toEqual(set)
  // Where its tags come from is kept, and by which rule.
  const [tag] = set.annotations
  expect(valueOf(await ada.cameFrom(tag!.articleId, tag!.id))).toEqual({
    provenance: tag!.provenance,
    rule: set.agreed!.rule,
    people: set.agreed!.people,
  })
  expect(valueOf(await ada.cameFrom(tag!.articleId, tag!.provenance!.from[0]!.id))).toBeNull()
  expect((await agreedOf(ada, { rule: { is: 'unanimous' } })).agreed?.people.map(({ id }) => id)).toEqual([
    'ada-quill',
    'bo-tarn',
  ])
})

it('says why, where the file that tells where a received tag comes from is damaged, and of no other tag', async () => {
  const { ada, folder } = await reviewed()
  const set = await agreedOf(ada)
  valueOf(await ada.receiveSet(set))
  const [tag] = set.annotations
  const [path] = [...folder.files.keys()].filter((each) => /^inbox\/.*\/agreed\//.test(each))
  folder.files.set(path!, folder.files.get(path!)!.slice(0, -20))
  expect(await ada.cameFrom(tag!.articleId, tag!.id)).toMatchObject({
    ok: false,
    error: { kind: 'bad-file', file: path },
  })
  expect(valueOf(await ada.cameFrom(tag!.articleId, tag!.provenance!.from[0]!.id))).toBeNull()
})

it('an accepted tag keeps its print through a set, so that it is not for another look', async () => {
  const { article, ada } = await reviewed()
  const other = await opened(await emptyProject())
  valueOf(await other.receiveSet(valueOf(await ada.gatherSet(everything))))
  const tags = await recordsOf(other, article, 'ada-quill')
  const prints = tags.flatMap((record) => (record.is === 'annotation' ? printOf(record) : []))
  const decided = (await recordsOf(other, article, 'bo-tarn')).flatMap((record) =>
    record.is === 'decision' ? record.on.map(({ as }) => as) : [],
  )
  expect(decided.toSorted()).toEqual(prints.toSorted())
})

it('sets come to the same in whatever order they come, and however often', async () => {
  const { ada } = await reviewed()
  const theirs = async (annotator: string) =>
    valueOf(await ada.gatherSet({ articles: null, annotators: [annotator] }))
  const sets = [await theirs('ada-quill'), await theirs('bo-tarn'), valueOf(await ada.gatherSet(everything))]
  const rule = { is: 'unanimous' } as const
  const [all, agreed] = [valueOf(await ada.gatherSet(everything)), await agreedOf(ada, { rule })]
  const orders = fc.array(fc.nat(2), { maxLength: 4 }).map((more) => [0, 1, ...more])
  const anyOrder = orders.chain((order) =>
    fc.shuffledSubarray(order, { minLength: order.length, maxLength: order.length }),
  )
  await fc.assert(
    fc.asyncProperty(anyOrder, async (order) => {
      const other = await opened(await emptyProject())
      for (const i of order) valueOf(await other.receiveSet(sets[i]!))
      const { annotations, decisions, answers } = valueOf(await other.gatherSet(everything))
      expect({ annotations, decisions, answers }).toEqual({
        annotations: all.annotations,
        decisions: all.decisions,
        answers: all.answers,
      })
      const again = await agreedOf(other, { rule })
      expect([again.annotations, again.links]).toEqual([agreed.annotations, agreed.links])
      await other.close()
    }),
    { numRuns: 20 },
  )
})
