import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkRecord } from '../model/records'
import { usualReview, type Decision, type Named } from '../model/review-records'
import { printOf } from '../review/print'
import { decodeDocument, encodeDocument } from './encode-document'
import { paths } from './paths'
import type { ReviewCommand } from './review-commands'
import type { Store } from './store'
import { reopen } from './testing/adas-work'
import { actor, clock, open, tag, talks, valueOf } from './testing/talks'
import { validate } from './validate'

/** "Ada Quill met Zoë 🙂 in Dalmere.": Ada tags "Ada" and "Ada Quill", and says so by a link; Bo is to review it. */
async function adasArticle() {
  const { folder, store, articles } = await talks()
  const [article] = articles
  const made = async (command: Parameters<Store['carryOut']>[0]) =>
    valueOf(await store.carryOut(command)).changes[0]!.id
  const ada = await made(tag(article, 0, 3))
  const quill = await made(tag(article, 0, 9))
  const link = await made({ do: 'link', article, type: 'cites', from: ada, to: quill })
  await store.close()
  const bo = await reopen(folder, null, 'Bo Tarn', 'bbbbbbbbbb')
  return { folder, article, ada, quill, link, bo }
}

const adas = (id: string): Named => ({ annotator: 'ada-quill', id })
const decide = (
  article: string,
  on: readonly Named[],
  said: Partial<Extract<ReviewCommand, { do: 'decide' }>> = {},
): ReviewCommand => ({
  do: 'decide',
  article,
  action: 'accept',
  readings: [],
  links: [],
  reason: null,
  note: '',
  ...said,
  on,
})
const reading = (start: number, end: number, label = 'actor') => ({
  label,
  spans: [{ start, end }],
  attributes: {},
  means: null,
})

const recordsOf = async (store: Store, article: string, annotator: string) =>
  valueOf(await store.openArticle(article)).sets.find((set) => set.annotator === annotator)?.records ?? []
const decisionsOf = async (store: Store, article: string, annotator = 'bo-tarn') =>
  (await recordsOf(store, article, annotator)).filter(
    (record): record is Decision => record.is === 'decision',
  )
const byId = (records: readonly WorkRecord[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
/** Somebody's decisions, each as its action and how many records it is on. */
const told = async (store: Store, article: string) =>
  (await decisionsOf(store, article)).map(({ action, on }) => `${action} ${on.length}`)

const refusal = async (store: Store, command: ReviewCommand) => {
  const answer = await store.carryOut(command)
  return answer.ok ? 'done' : answer.error.kind
}

describe('a decision', () => {
  it('makes whom it is about along with it, as one step that one undo takes back', async () => {
    const { article, ada, bo } = await adasArticle()
    const id = clock.newId()
    const change = { action: 'change', readings: [{ ...reading(0, 3), means: id }] } as const
    const command = decide(article, [adas(ada)], change)
    expect(await refusal(bo, command)).toBe('not-there')
    const add = { do: 'add-entry', id, entry: actor('Ada Quill') } as const
    valueOf(await bo.carryOut({ do: 'together', as: 'assign-new', commands: [add, command] }))
    expect((await decisionsOf(bo, article))[0]?.readings[0]?.means).toBe(id)
    expect(bo.view().registry.map((record) => record.id)).toEqual([id])
    valueOf(await bo.undo())
    expect([await decisionsOf(bo, article), bo.view().registry]).toEqual([[], []])
    await bo.close()
  })

  it('stands in the reviewer’s own file with the print of what it is on, after a restart too', async () => {
    const { folder, article, ada, bo } = await adasArticle()
    valueOf(await bo.carryOut(decide(article, [adas(ada)], { action: 'reject', reason: 'boundary' })))
    await bo.close()
    const again = await reopen(folder, null, 'Bo Tarn', 'bbbbbbbbbb')
    const [decision] = await decisionsOf(again, article)
    const theirs = (await recordsOf(again, article, 'ada-quill')).find(({ id }) => id === ada)
    if (theirs?.is !== 'annotation') throw new Error('no tag')
    expect(decision).toMatchObject({ action: 'reject', reason: 'boundary', on: [{ as: printOf(theirs) }] })
    expect((await validate(folder, 'talks')).problems).toEqual([])
    const listed = again.view().articles.find(({ summary }) => summary.id === article)
    expect(listed?.tags).toEqual({ 'ada-quill': 2 })
  })

  it('takes the place of the same reviewer’s earlier one on the same records, and keeps its id', async () => {
    const { article, ada, quill, bo } = await adasArticle()
    valueOf(await bo.carryOut(decide(article, [adas(ada), adas(quill)])))
    const [first] = await decisionsOf(bo, article)
    valueOf(await bo.carryOut(decide(article, [adas(quill), adas(ada)], { action: 'reject' })))
    const decisions = await decisionsOf(bo, article)
    expect(decisions.map(({ id, action }) => [id, action])).toEqual([[first?.id, 'reject']])
    expect(
      valueOf(await bo.carryOut(decide(article, [adas(quill), adas(ada)], { action: 'reject' }))).changes,
    ).toEqual([])
  })

  it('leaves of an earlier one what was accepted or rejected beside it, and nothing of a merge', async () => {
    const { article, ada, quill, bo } = await adasArticle()
    valueOf(await bo.carryOut(decide(article, [adas(ada), adas(quill)])))
    valueOf(await bo.carryOut(decide(article, [adas(ada)], { action: 'reject' })))
    expect((await told(bo, article)).toSorted()).toEqual(['accept 1', 'reject 1'])
    const merged = { action: 'merge', readings: [reading(0, 9)] } as const
    valueOf(await bo.carryOut(decide(article, [adas(ada), adas(quill)], merged)))
    expect(await told(bo, article)).toEqual(['merge 2'])
    valueOf(await bo.carryOut(decide(article, [adas(ada)])))
    expect(await told(bo, article)).toEqual(['accept 1'])
  })

  it.each([
    ['a reading to accept', { readings: [reading(0, 3)] }],
    ['no reading to change', { action: 'change' }],
    ['two readings to change', { action: 'change', readings: [reading(0, 3), reading(4, 9)] }],
    ['one tag to merge', { action: 'merge', readings: [reading(0, 3)] }],
    ['one reading to split', { action: 'split', readings: [reading(0, 3)] }],
    ['one reading that is contested', { action: 'contested', readings: [reading(0, 3)] }],
    ['a weight where nothing is weighed', { action: 'change', readings: [{ ...reading(0, 3), weight: 1 }] }],
    [
      'a weight for one of two readings',
      { action: 'contested', readings: [{ ...reading(0, 3), weight: 1 }, reading(4, 9)] },
    ],
  ] as const)('does not take %s', async (_, said) => {
    const { article, ada, bo } = await adasArticle()
    expect(await refusal(bo, decide(article, [adas(ada)], said))).toBe('decision-not-fitting')
  })

  it('knows what is there: the tag, the words, the label, the attribute, the entry, the link type', async () => {
    const { article, ada, quill, link, bo } = await adasArticle()
    const change = (read: object) =>
      refusal(
        bo,
        decide(article, [adas(ada)], { action: 'change', readings: [{ ...reading(0, 3), ...read }] }),
      )
    expect(await refusal(bo, decide(article, [adas('00000000-0000-7000-8000-000000009999')]))).toBe(
      'not-there',
    )
    expect(await refusal(bo, decide(article, [{ annotator: 'nobody', id: ada }]))).toBe('not-there')
    expect(await change({ spans: [{ start: 0, end: 9999 }] })).toBe('not-there')
    expect(await change({ label: 'threat' })).toBe('not-there')
    expect(await change({ attributes: { volume: 3 } })).toBe('not-there')
    expect(await change({ means: ada })).toBe('not-there')
    const relinked = (type: string, to = quill) =>
      refusal(
        bo,
        decide(article, [adas(link)], { action: 'change', links: [{ type, from: adas(ada), to: adas(to) }] }),
      )
    expect(await relinked('quotes')).toBe('not-there')
    expect(await relinked('makes')).toBe('link-not-allowed')
    expect(await relinked('cites', ada)).toBe('link-not-allowed')
    expect(await relinked('cites')).toBe('done')
  })

  it('with words that the text does not have there is found in the file', async () => {
    const { folder, article, ada, bo } = await adasArticle()
    const said = { action: 'change', readings: [reading(4, 9)] } as const
    valueOf(await bo.carryOut(decide(article, [adas(ada)], said)))
    await bo.close()
    const path = paths.work('bo-tarn', 'bbbbbbbbbb', article)
    const { items, ...document } = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
    const spoilt = JSON.parse(JSON.stringify(items).replaceAll('"Quill"', '"Quell"'))
    folder.files.set(path, encodeDocument({ ...document, items: spoilt }))
    const [id] = Object.keys(items)
    expect((await validate(folder, 'talks')).problems).toMatchObject([
      { kind: 'bad-file', file: path, where: `items.${id}.readings[0].target[0].quote` },
    ])
  })

  it('can be withdrawn, by its reviewer only', async () => {
    const { folder, article, ada, bo } = await adasArticle()
    valueOf(await bo.carryOut(decide(article, [adas(ada)])))
    const [{ id: decision } = { id: '' }] = await decisionsOf(bo, article)
    await bo.flush()
    const ada2 = await reopen(folder, null)
    expect(await refusal(ada2, { do: 'withdraw-decision', article, decision })).toBe('not-there')
    valueOf(await bo.carryOut({ do: 'withdraw-decision', article, decision }))
    expect(await decisionsOf(bo, article)).toEqual([])
  })
})

it('has its undo leave nothing behind, whatever was decided', async () => {
  const actions = fc.constantFrom<Partial<Extract<ReviewCommand, { do: 'decide' }>>[]>(
    { action: 'accept' },
    { action: 'reject', reason: 'not-a-claim', note: 'It is said by nobody.' },
    { action: 'change', readings: [reading(4, 9)] },
    { action: 'split', readings: [reading(0, 3), reading(4, 9, 'claim')] },
    { action: 'contested', readings: [reading(0, 3), reading(0, 9, 'position')] },
    { action: 'merge', readings: [reading(0, 9)] },
  )
  const { article, ada, quill, bo } = await adasArticle()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(actions, fc.boolean()), { minLength: 1, maxLength: 5 }),
      async (decided) => {
        const before = byId(await recordsOf(bo, article, 'bo-tarn'))
        let steps = 0
        for (const [said, areBoth] of decided) {
          const on = areBoth || said.action === 'merge' ? [ada, quill] : [ada]
          const { changes } = valueOf(await bo.carryOut(decide(article, on.map(adas), said)))
          if (changes.length > 0) steps++
        }
        for (let i = 0; i < steps; i++) valueOf(await bo.undo())
        expect(byId(await recordsOf(bo, article, 'bo-tarn'))).toEqual(before)
      },
    ),
    { numRuns: 40 },
  )
})

it('is answered by whoever it concerns, who can take the answer back', async () => {
  const { folder, article, ada, bo } = await adasArticle()
  valueOf(await bo.carryOut(decide(article, [adas(ada)], { action: 'reject' })))
  const [{ id: decision } = { id: '' }] = await decisionsOf(bo, article)
  await bo.close()
  const store = await reopen(folder, null)
  expect(await refusal(store, { do: 'answer', article, decision, text: '  ' })).toBe('no-words')
  expect(await refusal(store, { do: 'answer', article, decision: ada, text: 'Why?' })).toBe('not-there')
  const [change] = valueOf(await store.carryOut({ do: 'answer', article, decision, text: 'Why?' })).changes
  expect(change?.after).toMatchObject({ is: 'answer', decision, text: 'Why?' })
  valueOf(await store.carryOut({ do: 'take-back-answer', article, answer: change!.id }))
  expect((await recordsOf(store, article, 'ada-quill')).filter(({ is }) => is === 'answer')).toEqual([])
})

describe('a correction is taken over in one step, and undo takes that back:', () => {
  const takenOver = async (said: Partial<Extract<ReviewCommand, { do: 'decide' }>>, areBoth = false) => {
    const { folder, article, ada, quill, bo } = await adasArticle()
    valueOf(await bo.carryOut(decide(article, (areBoth ? [ada, quill] : [ada]).map(adas), said)))
    const [{ id: decision } = { id: '' }] = await decisionsOf(bo, article)
    await bo.close()
    const store = await reopen(folder, null)
    const before = byId(await recordsOf(store, article, 'ada-quill'))
    const answer = await store.carryOut({ do: 'take-over', article, decision })
    const after = await recordsOf(store, article, 'ada-quill')
    if (answer.ok) {
      valueOf(await store.undo())
      expect(byId(await recordsOf(store, article, 'ada-quill'))).toEqual(before)
    }
    const words = after.map((record) =>
      record.is === 'annotation'
        ? `${record.label} ${record.target[0]?.quote}${record.id === ada ? '' : record.id === quill ? '' : ' (new)'}`
        : record.is,
    )
    return answer.ok ? words.toSorted() : answer.error.kind
  }

  it.each([
    [
      'changed',
      { action: 'change', readings: [reading(4, 9)] },
      false,
      ['actor Ada Quill', 'actor Quill', 'link'],
    ],
    [
      'changed so that its link cannot be',
      { action: 'change', readings: [reading(0, 3, 'claim')] },
      false,
      ['actor Ada Quill', 'claim Ada'],
    ],
    ['rejected', { action: 'reject' }, false, ['actor Ada Quill']],
    ['merged', { action: 'merge', readings: [reading(0, 9)] }, true, ['actor Ada Quill']],
    [
      'split',
      { action: 'split', readings: [reading(0, 3), reading(4, 9, 'claim')] },
      false,
      ['actor Ada', 'actor Ada Quill', 'claim Quill (new)', 'link'],
    ],
  ] as const)('%s', async (_, said, areBoth, left) => {
    expect(await takenOver(said, areBoth)).toEqual(left)
  })

  it('what is accepted or contested asks nothing', async () => {
    expect(await takenOver({ action: 'accept' })).toBe('nothing-to-take-over')
    const readings = [reading(0, 3), reading(0, 9)]
    expect(await takenOver({ action: 'contested', readings })).toBe('nothing-to-take-over')
  })

  it('a link that was changed', async () => {
    const { folder, article, ada, quill, link, bo } = await adasArticle()
    const turned = { type: 'cites', from: adas(quill), to: adas(ada) }
    valueOf(await bo.carryOut(decide(article, [adas(link)], { action: 'change', links: [turned] })))
    const [{ id: decision } = { id: '' }] = await decisionsOf(bo, article)
    await bo.close()
    const store = await reopen(folder, null)
    const { changes } = valueOf(await store.carryOut({ do: 'take-over', article, decision }))
    expect(changes.map(({ after }) => after)).toMatchObject([{ id: link, from: quill, to: ada }])
  })
})

it('assigns people to articles, who need not any more when that is said, and says nothing twice', async () => {
  const { article, bo } = await adasArticle()
  const assign = (off: boolean, person = 'ada-quill'): ReviewCommand => ({
    do: 'assign',
    article,
    person,
    to: 'tag',
    off,
  })
  expect(await refusal(bo, assign(false, 'nobody'))).toBe('unknown-annotator')
  expect(valueOf(await bo.carryOut(assign(true))).changes).toHaveLength(0)
  expect(valueOf(await bo.carryOut(assign(false))).changes).toHaveLength(1)
  expect(valueOf(await bo.carryOut(assign(false))).changes).toHaveLength(0)
  valueOf(await bo.carryOut(assign(true)))
  expect(await recordsOf(bo, article, 'bo-tarn')).toMatchObject([{ is: 'assignment', off: true }])
})

it('says that an article is reviewed, that its agreed set is final, and that it is not after all', async () => {
  const { article, bo } = await adasArticle()
  const mark = (agreed: boolean) => bo.carryOut({ do: 'mark-reviewed', article, agreed })
  valueOf(await mark(false))
  expect(valueOf(await mark(false)).changes).toEqual([])
  valueOf(await mark(true))
  expect(await recordsOf(bo, article, 'bo-tarn')).toMatchObject([{ is: 'reviewed', agreed: true }])
  valueOf(await bo.carryOut({ do: 'take-up-review', article }))
  expect(await recordsOf(bo, article, 'bo-tarn')).toEqual([])
})

it('says how the project is reviewed, to everybody; undo takes it back', async () => {
  const { folder, article, bo } = await adasArticle()
  expect(bo.view().review).toEqual(usualReview)
  const rule = { is: 'majority', share: 0.6 } as const
  const { changes } = valueOf(await bo.carryOut({ do: 'set-review', blind: true, rule }))
  expect(changes).toHaveLength(1)
  expect(valueOf(await bo.carryOut({ do: 'set-review', blind: true })).changes).toEqual([])
  expect(bo.view().review).toEqual({ ...usualReview, blind: true, rule })
  await bo.flush()
  const ada = await open(folder)
  expect(ada.view().review).toEqual({ ...usualReview, blind: true, rule })
  valueOf(await ada.openArticle(article))
  const heard: unknown[] = []
  ada.listen((event) => event.is === 'registries' && heard.push(event.review))
  valueOf(await bo.undo())
  await bo.flush()
  await expect.poll(() => heard).toEqual([usualReview])
  expect([bo.view().review, ada.view().review]).toEqual([usualReview, usualReview])
  expect((await validate(folder, 'talks')).problems).toEqual([])
})
