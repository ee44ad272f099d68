import { expect, it } from 'vitest'
import type { Annotation, WorkRecord } from '../../../data/model/records'
import type { Answer, Decision, DecisionAction } from '../../../data/model/review-records'
import { printOf } from '../../../data/review/print'
import { applied } from '../../../data/store/changes'
import { rememberChanges } from '../../state/last-changes'
import type { OpenedArticle, ShownSet } from '../../state/state'
import {
  allOn,
  canTakeOver,
  decidedOn,
  isOpen,
  settledAs,
  sayingsOn,
  suffixOf,
  threadOf,
  verdictOn,
} from './decisions'

const fields = (id: string, modified = '2031-03-12T09:00:00.000Z') => ({
  id,
  created: modified,
  modified,
  article: 'a',
})
const tag = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  is: 'annotation',
  ...fields(id),
  label: 'actor',
  target: [
    {
      start,
      end: start + 4,
      quote: 'Vane',
      prefix: '',
      suffix: '',
      hash: '',
    } as Annotation['target'][number],
  ],
  attributes: {},
  note: '',
  means: null,
  codebook: 'c',
  ...more,
})
const decision = (
  id: string,
  action: DecisionAction,
  on: Annotation,
  { readings = [], at = '2031-03-12T10:00:00.000Z' }: { readings?: Annotation[]; at?: string } = {},
): Decision => ({
  is: 'decision',
  ...fields(id, at),
  action,
  on: [{ annotator: 'ada', id: on.id, as: printOf(on) }],
  readings: readings.map(({ label, target, attributes, means }) => ({ label, target, attributes, means })),
  links: [],
  reason: null,
  note: '',
  codebook: 'c',
})
const answer = (id: string, of: string, text: string): Answer => ({
  is: 'answer',
  ...fields(id, `2031-03-12T11:00:0${id.at(-1)}.000Z`),
  decision: of,
  text,
})
const setOf = (annotator: string, ...records: WorkRecord[]): ShownSet => ({
  annotator,
  records: new Map(records.map((record) => [record.id, record])),
})
const opened = (mine: ShownSet, ...others: ShownSet[]): OpenedArticle =>
  ({ article: { id: 'a' }, mine, others }) as unknown as OpenedArticle

const verdictFor = (mine: Annotation, ...decisions: Decision[]) => {
  const open = opened(setOf('ada', mine), setOf('ruth', ...decisions))
  return verdictOn(sayingsOn(open), { annotator: 'ada', id: mine.id }, mine)!
}

const vane = tag('t1', 10)
const moved = tag('t1', 12)
const named = tag('t1', 10, { means: 'x' })

it.each([
  ['accepted', vane, decision('d', 'accept', vane), '✓ quiet'],
  ['rejected', vane, decision('d', 'reject', vane), '× rejected open takeable'],
  ['to be changed', vane, decision('d', 'change', vane, { readings: [moved] }), '± open takeable'],
  ['what it should be', moved, decision('d', 'change', vane, { readings: [moved] }), '✓ quiet'],
  [
    'contested, though one reading is as it is',
    vane,
    decision('d', 'contested', vane, { readings: [vane, moved] }),
    '! open',
  ],
  ['accepted, and changed since', named, decision('d', 'accept', vane), '*'],
  ['rejected, and changed since', named, decision('d', 'reject', vane), '* open takeable'],
  ['accepted, with a note since', { ...vane, note: 'Sure.' }, decision('d', 'accept', vane), '✓ quiet'],
])('a tag that is %s', (_, mine, made, told) => {
  const verdict = verdictFor(mine, made)
  expect(
    [suffixOf(verdict), settledAs(verdict), isOpen(verdict) && 'open', canTakeOver(verdict) && 'takeable']
      .filter(Boolean)
      .join(' '),
  ).toBe(told)
})

it('counts the latest of several reviewers, and lists each one’s', () => {
  const early = decision('d1', 'reject', vane)
  const late = decision('d2', 'accept', vane, { at: '2031-03-13T10:00:00.000Z' })
  const open = opened(setOf('ada', vane), setOf('ruth', late), setOf('jonas', early))
  const sayings = sayingsOn(open)
  expect(verdictOn(sayings, { annotator: 'ada', id: 't1' }, vane)?.action).toBe('accept')
  expect(allOn(sayings, { annotator: 'ada', id: 't1' }).map(({ by }) => by)).toEqual(['jonas', 'ruth'])
})

it('lists what was decided on mine, open ones first, else in the order of the text, and nothing that is gone', () => {
  const [a, b, c] = [tag('a', 0), tag('b', 10), tag('c', 20)]
  const open = opened(
    setOf('ada', a, b, c),
    setOf(
      'ruth',
      decision('1', 'accept', a),
      decision('2', 'reject', c),
      decision('3', 'reject', b),
      decision('4', 'accept', tag('gone', 1)),
    ),
  )
  expect(decidedOn(open, open.mine).map(({ record }) => record.id)).toEqual(['b', 'c', 'a'])
})

it('is the same while one tags, and another when somebody decides or answers', () => {
  const first = opened(setOf('ada', vane), setOf('ruth', decision('d', 'accept', vane)))
  const before = sayingsOn(first)
  const step = (records: ShownSet['records'], after: WorkRecord) => {
    const changes = [{ article: 'a', id: after.id, before: null, after }]
    const next = applied(records, changes)
    rememberChanges(records, next, changes)
    return next
  }
  const tagged = { ...first, mine: { ...first.mine, records: step(first.mine.records, tag('new', 50)) } }
  expect(sayingsOn(tagged)).toBe(before)
  const answered = {
    ...tagged,
    mine: { ...tagged.mine, records: step(tagged.mine.records, answer('x1', 'd', 'Yes.')) },
  }
  expect(threadOf(sayingsOn(answered), 'd').map(({ answer: { text } }) => text)).toEqual(['Yes.'])
})
