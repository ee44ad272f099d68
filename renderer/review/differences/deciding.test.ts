import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Workbench } from '../../../electron/ipc/contract'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { Decision } from '../../../data/model/review-records'
import { printOf } from '../../../data/review/print'
import { drawnSides } from '../../../data/review/drawn-sides.test-data'
import { annotated, drawnId } from '../../../data/samples/annotated'
import type { AnyCommand } from '../../../data/store/registry-commands'
import type { Reply } from '../../../data/store/views'
import { emptyProject } from '../../state/empty-project.test-data'
import type { AddEntry } from './draft'

/** What was sent, and how the test answers it. */
const sent: { readonly command: AnyCommand; readonly answer: (reply: Result<Reply, Problem>) => void }[] = []
const workbench: Partial<Workbench> = {
  carryOut: (command) => new Promise((answer) => sent.push({ command, answer })),
}
vi.stubGlobal('window', { workbench })
vi.stubGlobal('document', { querySelector: () => null, activeElement: null })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }))
const { store } = await import('../../state/store')
const { goToGroup } = await import('../review-ui')
const { choose } = await import('./deciding')
const { bringToFront, differencesUi, sayNote, sayReason, setDraft } = await import('./differences-ui')
const { startChange } = await import('./drafting')
const { madeFor, readingOf } = await import('./draft')
const { newActor, newIssue, newPosition } = await import('../../meaning/new-entry')
const { keepUp, reviewNow } = await import('./review-now')

const drawings = {
  ada: '[Ada](actor) met [Bo](actor) and [Cid](claim).',
  ben: '[Ada](claim) met [Bo](claim) and [Cid](actor).',
}
const article = {
  ...annotated(drawings.ada).articles[0]!,
  format: 'parley/article' as const,
  schema: 1 as const,
}
const project = emptyProject('Rea')
const full: Result<never, Problem> = failed({ kind: 'not-saved', why: 'the disk is full' })
const done: Result<Reply, Problem> = ok({ changes: [], history: { undo: null, redo: null } })

/** Answers the next command, and lets what follows from it happen. */
async function answer(reply: Result<Reply, Problem>): Promise<void> {
  sent.shift()?.answer(reply)
  await new Promise((resolve) => setTimeout(resolve, 0))
}
const standing = () => reviewNow()?.at?.number
const said = () => {
  const { note, reason, draft } = differencesUi.getState()
  return { note, reason, draft }
}
const nothing = { note: '', reason: undefined, draft: null }
const goTo = (number: number) => goToGroup(reviewNow()!.all[number - 1]!.key)
const notice = () => store.getState().notice?.text

let leave = () => {}
beforeEach(() => {
  sent.length = 0
  const others = drawnSides(drawings).map(({ annotator, tags }) => ({
    annotator,
    records: new Map(
      tags.map((tag) => [
        tag.id,
        {
          ...tag,
          article: article.id,
          target: tag.target.map((range) => ({
            ...range,
            quote: article.text.slice(range.start, range.end),
          })),
        },
      ]),
    ),
  }))
  const people = [project.me, ...others.map(({ annotator: id }) => ({ ...project.me, id, name: id }))]
  const mine = { annotator: 'rea', records: new Map() }
  store.setState({ project: { ...project, people }, open: { article, mine, others }, notice: null })
  goToGroup(null)
  leave = keepUp()
  goTo(1)
})
afterEach(() => {
  leave()
  store.setState({ project: null, open: null })
})

it('comes back with the note, and says why, where a decision could not be saved', async () => {
  sayNote('A banner, no person.')
  sayReason('boundary')
  choose({ is: 'reject' })
  expect([standing(), said()]).toEqual([2, nothing])
  await answer(full)
  expect(standing()).toBe(1)
  expect(said()).toEqual({ note: 'A banner, no person.', reason: 'boundary', draft: null })
  expect(notice()).toContain('because the disk is full, so it was not done')

  choose({ is: 'reject' })
  expect(sent[0]?.command).toMatchObject({ note: 'A banner, no person.', reason: 'boundary' })
  await answer(done)
  goTo(1)
  expect(said()).toEqual(nothing)
})

it('comes back with the form as it was filled in', async () => {
  const { at } = reviewNow()!
  const reading = { ...readingOf(at!.owned[0]!.record as never), label: 'position' }
  const draft = { action: 'change', readings: [reading], active: 0, link: null, made: [] } as const
  setDraft(draft)
  choose({ is: 'draft', draft })
  await answer(full)
  expect([standing(), said().draft]).toEqual([1, draft])
})

it('keeps what was said of a refused one until one comes back, while something else is being said', async () => {
  sayNote('First.')
  choose({ is: 'reject' })
  sayNote('Second, half ty')
  await answer(full)
  expect([standing(), said().note]).toEqual([2, 'Second, half ty'])
  goTo(3)
  expect(said()).toEqual(nothing)
  goTo(1)
  expect(said().note).toBe('First.')
})

it('keeps what was said while another screen is shown', async () => {
  sayNote('First.')
  choose({ is: 'reject' })
  leave()
  await answer(full)
  leave = keepUp()
  goTo(1)
  expect(said().note).toBe('First.')
})

it('goes on where a decision without words is refused: there is nothing to say again', async () => {
  choose({ is: 'reject' })
  await answer(full)
  expect([standing(), said()]).toEqual([2, nothing])
})

it('makes an actor who is new with the decision, as one step, and none that the readings do not name after all', async () => {
  const reading = { ...readingOf(reviewNow()!.at!.owned[0]!.record as never), means: drawnId(902) }
  const made = [901, 902].map((n) => ({
    do: 'add-entry' as const,
    id: drawnId(n),
    entry: newActor(`Actor ${n}`),
  }))
  const draft = { action: 'change', readings: [reading], active: 0, link: null, made } as const
  setDraft(draft)
  choose({ is: 'draft', draft })
  const step = {
    do: 'together',
    as: 'assign-new',
    commands: [made[1], { do: 'decide', action: 'change', readings: [{ means: drawnId(902) }] }],
  }
  expect(sent[0]?.command).toMatchObject(step)
  // Refused, the form has it still, and it is made with the next try.
  await answer(full)
  choose({ is: 'draft', draft: said().draft! })
  expect(sent[0]?.command).toMatchObject(step)
})

it('makes a position together with the issue that it answers', () => {
  const add = (n: number, entry: AddEntry['entry']) => ({ do: 'add-entry' as const, id: drawnId(n), entry })
  const issue = add(901, newIssue('When?'))
  const position = add(902, newPosition(issue.id, 'In spring'))
  const other = add(903, newIssue('Where?'))
  const reading = { label: 'position', spans: [], attributes: {}, means: position.id }
  expect(madeFor({ readings: [reading], made: [other, issue, position] })).toEqual([issue, position])
  expect(madeFor({ readings: [{ ...reading, means: null }], made: [issue, position] })).toEqual([])
  const valued = { ...reading, means: null, attributes: { about: other.id } }
  expect(madeFor({ readings: [valued], made: [other] })).toEqual([other])
})

it('begins a change with what I have changed the tags to before, or with the reading brought to the front', () => {
  const [ada] = reviewNow()!.at!.owned
  if (ada?.record.is !== 'annotation') throw new Error('no tag')
  const { label: _, ...rest } = ada.record
  const { open } = store.getState()
  const on = reviewNow()!.at!.owned.map(({ annotator, record }) => ({
    annotator,
    id: record.id,
    as: record.is === 'annotation' ? printOf(record) : '',
  }))
  const decision: Decision = {
    is: 'decision',
    id: drawnId(950),
    created: '2031-03-13T09:00:00.000Z',
    modified: '2031-03-13T09:00:00.000Z',
    article: article.id,
    action: 'change',
    on,
    readings: [{ ...rest, label: 'position' }],
    links: [],
    reason: null,
    note: '',
    codebook: builtInCodebook.id,
  }
  store.setState({
    open: { ...open!, mine: { annotator: 'rea', records: new Map([[decision.id, decision]]) } },
  })
  startChange()
  expect(said().draft?.readings.map(({ label }) => label)).toEqual(['position'])
  setDraft(null)
  bringToFront(1)
  startChange()
  expect(said().draft?.readings.map(({ label }) => label)).toEqual(['claim'])
})
