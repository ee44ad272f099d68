import * as fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Workbench } from '../../electron/ipc/contract'
import type { Article } from '../../data/model/article'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import type { Problem } from '../../data/model/problem'
import type { Annotation, WorkRecord } from '../../data/model/records'
import { failed, ok, type Result } from '../../data/model/result'
import { applied, reverse, type ArticleChange } from '../../data/store/changes'
import { decide, stampOf, type Command } from '../../data/store/commands'
import { packArticle } from '../../data/store/packed-article'
import { PackedRecords } from '../../data/store/packed-records'
import { packedSet } from '../../data/store/packed-set'
import type { ProjectView, Reply } from '../../data/store/views'

/** A store that answers when the test wants it to, in the order in which it was asked. */
interface Asked {
  readonly answer: (problem?: Problem) => void
}
const asked: Asked[] = []
let stored: ReadonlyMap<string, WorkRecord>
/** What undo takes back. */
let done: (readonly ArticleChange[])[]
/** The store gives ids of its own. */
let isStubborn = false

const article = { id: 'a', text: 'Reszek said no twice, and nobody asked.' } as Article
const history = { undo: null, redo: null }

const inTurn = (work: () => Result<Reply, Problem>) =>
  new Promise<Result<Reply, Problem>>((resolve) =>
    asked.push({ answer: (problem) => resolve(problem ? failed(problem) : work()) }),
  )
const workbench: Partial<Workbench> = {
  carryOut: (command, given) =>
    inTurn(() => {
      const scene = { text: article.text, records: stored, codebook: builtInCodebook, registry: [] }
      const stamp = stampOf(
        given ?? { ids: [], now: '' },
        () => 'of-the-store',
        () => isStubborn,
      )
      if (!('article' in command)) throw new Error('only commands on articles are drawn ahead')
      const changes = decide(scene, command, stamp)
      if (!changes.ok) return changes
      stored = applied(stored, changes.value)
      done.push(changes.value)
      return ok({ changes: structuredClone(changes.value), history })
    }),
  undo: () =>
    inTurn(() => {
      const changes = reverse(done.pop() ?? [])
      stored = applied(stored, changes)
      return ok({ changes, history })
    }),
  openArticle: async () =>
    ok(packArticle({ article, sets: [{ annotator: 'ada', records: [...stored.values()] }] })),
}
vi.stubGlobal('window', { workbench })
vi.stubGlobal('document', { activeElement: null })
const { readAgain } = await import('./reading')
const { ofKind } = await import('./records-that')
const { carryOut, undo } = await import('./steps')
const { store } = await import('./store')

const now = '2031-03-12T09:00:00.000Z'
/** A tag on “Reszek”. */
const tagOf = (id: string): Annotation => ({
  is: 'annotation',
  id,
  created: now,
  modified: now,
  article: 'a',
  label: 'actor',
  target: [{ start: 0, end: 6, quote: 'Reszek', prefix: '', suffix: ' said' }],
  attributes: {},
  note: '',
  means: null,
  codebook: builtInCodebook.id,
})
const tagged = (start: number, end: number, label = 'actor'): Command => ({
  do: 'annotate',
  article: 'a',
  spans: [{ start, end }],
  label,
})
const shown = () => [...store.getState().open!.mine.records.values()]
/** The words and the label of each tag on the screen. */
const drawn = () =>
  shown().map((record) =>
    record.is === 'annotation' ? `${record.label}: ${record.target[0]!.quote}` : record.is,
  )
const answerAll = async () => {
  for (let next = asked.shift(); next; next = asked.shift()) next.answer()
  await vi.waitFor(() => expect(store.getState().pending).toBe(0))
}
const full: Problem = { kind: 'not-saved', why: 'the disk is full' }

const reset = () => {
  asked.length = 0
  stored = new Map()
  done = []
  isStubborn = false
  store.setState({
    project: { codebook: builtInCodebook, registry: [], project: { id: 'p' } } as unknown as ProjectView,
    open: { article, mine: { annotator: 'ada', records: new Map() }, others: [] },
    past: null,
    ahead: [],
    selected: null,
    notice: null,
    pending: 0,
  })
}
beforeEach(reset)

it('draws a tag before the answer, says that it is pending, and keeps the very tag when the answer is here', async () => {
  const onScreen = vi.fn()
  const step = carryOut(tagged(0, 6), onScreen)
  expect(drawn()).toEqual(['actor: Reszek'])
  expect(onScreen).toHaveBeenCalledOnce()
  expect(store.getState().pending).toBe(1)
  const [before] = shown()
  expect(store.getState().selected).toBe(before!.id)
  await answerAll()
  await step
  expect(shown()[0]).toBe(before)
  expect([...stored.values()]).toEqual(shown())
  expect(store.getState().ahead).toEqual([])
})

it('takes a tag back that was refused, and says why', async () => {
  const step = carryOut(tagged(0, 6))
  asked.shift()?.answer(full)
  expect(await step).toBeNull()
  expect(drawn()).toEqual([])
  expect(store.getState()).toMatchObject({ selected: null, pending: 0, ahead: [] })
  expect(store.getState().notice?.text).toMatch(/the disk is full/)
})

it('keeps what was done since, when the step before it is refused', async () => {
  const first = carryOut(tagged(0, 6))
  const second = carryOut(tagged(12, 14, 'claim'))
  expect(drawn()).toEqual(['actor: Reszek', 'claim: no'])
  asked.shift()?.answer(full)
  await first
  expect(drawn()).toEqual(['claim: no'])
  await answerAll()
  await second
  expect([...stored.values()]).toEqual(shown())
})

it('says once why, when what was done to the refused tag cannot be done either', async () => {
  const first = carryOut(tagged(0, 6))
  const { id } = shown()[0]!
  const second = carryOut({ do: 'relabel', article: 'a', annotation: id, label: 'claim' })
  expect(drawn()).toEqual(['claim: Reszek'])
  asked.shift()?.answer(full)
  await first
  expect(drawn()).toEqual([])
  await answerAll()
  await second
  expect(store.getState().notice?.text).toMatch(/the disk is full/)
})

it('loses and reorders nothing that is pressed before the answers are here', async () => {
  const steps = [carryOut(tagged(0, 6)), carryOut(tagged(12, 14, 'claim'))]
  const [actor, claim] = shown() as Annotation[]
  steps.push(carryOut({ do: 'link', article: 'a', type: 'makes', from: actor!.id, to: claim!.id }))
  steps.push(carryOut({ do: 'delete', article: 'a', annotations: [actor!.id] }))
  expect(drawn()).toEqual(['claim: no'])
  await answerAll()
  await Promise.all(steps)
  expect(drawn()).toEqual(['claim: no'])
  expect([...stored.values()]).toEqual(shown())
})

it('puts what the store made in the place of a drawing that is another', async () => {
  isStubborn = true
  const step = carryOut(tagged(0, 6))
  await answerAll()
  await step
  expect(shown().map(({ id }) => id)).toEqual(['of-the-store'])
  expect(store.getState().selected).toBe('of-the-store')
})

it('draws what is to be answered over what undo brings', async () => {
  const first = carryOut(tagged(0, 6))
  await answerAll()
  await first
  const [undoing, second] = [undo(), carryOut(tagged(12, 14, 'claim'))]
  expect(drawn()).toEqual(['actor: Reszek', 'claim: no'])
  await answerAll()
  await Promise.all([undoing, second])
  expect(drawn()).toEqual(['claim: no'])
  expect([...stored.values()]).toEqual(shown())
})

it('keeps a drawn tag when the article is read again before its answer', async () => {
  const step = carryOut(tagged(0, 6))
  const { id } = shown()[0]!
  await readAgain()
  expect(drawn()).toEqual(['actor: Reszek'])
  expect(store.getState().selected).toBe(id)
  await answerAll()
  await step
  expect([...stored.values()]).toEqual(shown())
})

it('sends the stamp with which it draws', async () => {
  const sent = vi.spyOn(workbench as Workbench, 'carryOut')
  const step = carryOut(tagged(0, 6))
  const [made] = shown()
  expect(sent.mock.lastCall?.[1]).toEqual({ ids: [made!.id], now: made!.created })
  await answerAll()
  await step
})

it('says that the article is done, and takes it up again, without unpacking a tag, also over what was just done', async () => {
  const tags = ['00', '01', '02'].map((end) => tagOf(`00000000-0000-7000-8000-0000000000${end}`))
  const dismissed = {
    is: 'dismissed',
    id: 'dismissed',
    created: now,
    modified: now,
    article: 'a',
    lint: 'a lint',
  } as const
  stored = new Map([...tags, dismissed].map((record) => [record.id, record]))
  const set = packedSet(article, { annotator: 'ada', records: [...stored.values()] })
  const mine = { annotator: 'ada', records: new PackedRecords(article, set) }
  store.setState({ open: { article, mine, others: [] } })
  const unpacked = vi.spyOn(PackedRecords.prototype, 'tag')
  const walked = vi.spyOn(PackedRecords.prototype, 'entries')
  const glanced = vi.spyOn(PackedRecords.prototype, 'glances')
  const marks = () => ofKind(store.getState().open!.mine.records, 'done').length
  const steps: Promise<unknown>[] = []
  for (const command of ['finish', 'take-up', 'finish'] as const) {
    steps.push(carryOut({ do: command, article: 'a' }))
    expect(marks()).toBe(command === 'finish' ? 1 : 0)
  }
  steps.push(carryOut({ do: 'heed', article: 'a', lint: 'a lint' }))
  expect(ofKind(store.getState().open!.mine.records, 'dismissed')).toEqual([])
  // With the first refused, the others are drawn again over what there is.
  asked.shift()?.answer(full)
  await answerAll()
  await Promise.all(steps)
  expect(marks()).toBe(1)
  for (const look of [unpacked, walked, glanced]) {
    expect(look).not.toHaveBeenCalled()
    look.mockRestore()
  }
})

/** What somebody does, what becomes of it, and whether an answer comes before the next key. */
const deeds = fc.array(
  fc.record({
    does: fc.constantFrom('tag', 'relabel', 'link', 'delete', 'undo', 'read again'),
    at: fc.nat(30),
    isRefused: fc.boolean(),
    answersFirst: fc.nat(2),
  }),
  { maxLength: 14 },
)

it('shows in the end what the store has, whatever is done, refused, taken back or read meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      reset()
      const refusals: boolean[] = []
      const answerNext = () => {
        const isRefused = refusals.shift()
        asked.shift()?.answer(isRefused ? full : undefined)
      }
      const going: Promise<unknown>[] = []
      for (const { does, at, isRefused, answersFirst } of all) {
        const tags = shown().filter(({ is }) => is === 'annotation')
        const [tag, other] = [tags[at % Math.max(1, tags.length)], tags[(at + 1) % Math.max(1, tags.length)]]
        const id = tag?.id ?? ''
        if (does === 'tag') going.push(carryOut(tagged(at, at + 3, at % 2 ? 'actor' : 'claim')))
        else if (does === 'undo') going.push(undo())
        else if (does === 'read again') going.push(readAgain())
        else if (does === 'relabel')
          going.push(
            carryOut({ do: 'relabel', article: 'a', annotation: id, label: at % 2 ? 'actor' : 'claim' }),
          )
        else if (does === 'delete') going.push(carryOut({ do: 'delete', article: 'a', annotations: [id] }))
        else going.push(carryOut({ do: 'link', article: 'a', type: 'makes', from: id, to: other?.id ?? '' }))
        if (does !== 'read again') refusals.push(isRefused && at % 3 === 0)
        for (let i = 0; i < answersFirst; i++) answerNext()
        await Promise.resolve()
      }
      while (asked.length > 0) answerNext()
      await Promise.all(going)
      const byId = (records: Iterable<WorkRecord>) => [...records].toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(byId(shown())).toEqual(byId(stored.values()))
      expect(store.getState().ahead).toEqual([])
    }),
    {
      numRuns: 300,
      // A link to a tag that undo takes away must not come back with the label that its other end gets.
      examples: [
        [
          [
            { does: 'tag', at: 2, isRefused: false, answersFirst: 0 },
            { does: 'undo', at: 0, isRefused: false, answersFirst: 0 },
            { does: 'tag', at: 0, isRefused: false, answersFirst: 0 },
            { does: 'relabel', at: 15, isRefused: false, answersFirst: 0 },
            { does: 'link', at: 21, isRefused: false, answersFirst: 0 },
          ],
        ],
      ],
    },
  )
})
