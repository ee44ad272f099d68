import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinItems, liveRecords, clockOf, type Items } from '../model/document'
import type { Annotation, WorkRecord } from '../model/records'
import { asItWas } from './as-it-was'
import type { HistoryEntry, TagSet } from './views'

const desks = [
  { annotator: 'ada-quill', device: 'aaaaaaaaaa' },
  { annotator: 'ada-quill', device: 'bbbbbbbbbb' },
  { annotator: 'jonas-reed', device: 'cccccccccc' },
] as const
const people = ['ada-quill', 'jonas-reed']
const [laptop, tower, jonas] = desks
const always = '9999-12-31T23:59:59.999Z'
const never = '1970-01-01T00:00:00Z'

/** Minute `n` of a morning. */
const minute = (n: number): string => new Date(Date.UTC(2031, 2, 12, 9, n)).toISOString()

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const tag = (n: number, created: string, note = ''): Annotation => ({
  is: 'annotation',
  id: idOf(n),
  created,
  modified: created,
  article: 'a'.repeat(26),
  label: 'actor',
  target: [{ start: 0, end: 3, quote: 'Ada', prefix: '', suffix: '' }],
  attributes: {},
  note,
  means: null,
  codebook: 'c'.repeat(26),
})

type Desk = (typeof desks)[number]

const entry = (
  desk: Desk,
  clock: number,
  at: string,
  before: WorkRecord | null,
  after: WorkRecord | null,
  did = 'write-note',
): HistoryEntry => {
  const id = (after ?? before)!.id
  return {
    ...desk,
    at,
    did,
    of: null,
    clock,
    parts: 1,
    changes: [{ article: 'a'.repeat(26), id, before, after }],
  }
}

const notes = (sets: readonly TagSet[]): string[] =>
  sets.map(
    ({ annotator, records }) =>
      `${annotator}: ${records.map((record) => (record.is === 'annotation' ? record.note : record.is)).join(', ')}`,
  )

/** What desks do one after another: take a step on the nth of the records there, or learn what another desk has. */
type Act = Readonly<
  { is: 'step'; desk: number; on: number; deletes: boolean } | { is: 'learn'; desk: number; from: number }
>
const deskNumber = fc.nat({ max: desks.length - 1 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    is: fc.constant('step' as const),
    desk: deskNumber,
    on: fc.nat({ max: 2 }),
    deletes: fc.boolean(),
  }),
  fc.record({ is: fc.constant('learn' as const), desk: deskNumber, from: deskNumber }),
)

interface Played {
  readonly entries: readonly HistoryEntry[]
  /** What everybody had after each entry. */
  readonly after: readonly (readonly TagSet[])[]
}

/** Plays the acts, the nth at `timeOf(n)`, and keeps after each step what the files say when they are joined. */
function play(acts: readonly Act[], timeOf: (n: number) => string = minute): Played {
  const held: Items<WorkRecord>[] = desks.map(() => ({}))
  const joined = new Map<string, Items<WorkRecord>>(people.map((person) => [person, {}]))
  const entries: HistoryEntry[] = []
  const after: TagSet[][] = []
  for (const [n, act] of acts.entries()) {
    const desk = desks[act.desk]!
    const mine = held[act.desk]!
    if (act.is === 'learn') {
      if (desks[act.from]!.annotator === desk.annotator) held[act.desk] = joinItems(mine, held[act.from]!)
      continue
    }
    const live = liveRecords(mine)
    const before = live[act.on] ?? null
    const clock = clockOf(mine) + 1
    const next =
      before && act.deletes ? null : { ...tag(n, timeOf(n), `note ${n}`), ...(before && kept(before)) }
    const change = entry(desk, clock, timeOf(n), before, next)
    const items: Items<WorkRecord> = { [change.changes[0]!.id]: { rev: [clock, desk.device], record: next } }
    held[act.desk] = joinItems(mine, items)
    joined.set(desk.annotator, joinItems(joined.get(desk.annotator)!, items))
    entries.push(change)
    after.push(setsIn(joined))
  }
  return { entries, after }
}

const kept = ({ id, created }: WorkRecord) => ({ id, created })

const setsIn = (joined: ReadonlyMap<string, Items<WorkRecord>>): TagSet[] =>
  people
    .map((annotator) => ({ annotator, records: liveRecords(joined.get(annotator)!) }))
    .filter(({ records }, i) => i === 0 || records.length > 0)

const empty: TagSet[] = [{ annotator: 'ada-quill', records: [] }]
const acts = fc.array(act, { maxLength: 40, size: 'max' })

describe('a history in which every step was kept', () => {
  it('gives at each moment what had been done until then, whoever did it where', () => {
    fc.assert(
      fc.property(acts, (acts) => {
        const { entries, after } = play(acts)
        for (const [i, { at }] of entries.entries()) {
          const soonAfter = new Date(Date.parse(at) + 1000).toISOString()
          expect(asItWas(entries, after.at(-1)!, at)).toEqual(after[i])
          expect(asItWas(entries, after.at(-1)!, soonAfter)).toEqual(after[i])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('begins with nothing and ends with what there is now', () => {
    fc.assert(
      fc.property(acts, (acts) => {
        const { entries, after } = play(acts)
        const now = after.at(-1) ?? empty
        expect(asItWas(entries, now, never)).toEqual(empty)
        expect(asItWas(entries, now, always)).toEqual(now)
      }),
    )
  })

  it('does not depend on the order of the entries', () => {
    const shuffled = acts.chain((acts) => {
      const { entries, after } = play(acts)
      const order = fc.shuffledSubarray([...entries], { minLength: entries.length })
      return fc.record({ entries: fc.constant(entries), order, now: fc.constant(after.at(-1) ?? empty) })
    })
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 40 }), ({ entries, order, now }, n) => {
        expect(asItWas(order, now, minute(n))).toEqual(asItWas(entries, now, minute(n)))
      }),
    )
  })

  it('ends with what there is now, however wrong the clocks were', () => {
    const times = fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(acts, times, (acts, times) => {
        const { entries, after } = play(acts, (n) => minute(times[n]!))
        expect(asItWas(entries, after.at(-1) ?? empty, always)).toEqual(after.at(-1) ?? empty)
      }),
    )
  })
})

describe('a clock that was set back', () => {
  const made = tag(1, minute(30), 'made')
  const changed = { ...made, note: 'changed' }
  const entries = [entry(laptop, 1, minute(30), null, made), entry(laptop, 2, minute(5), made, changed)]

  it('lets the later revision stand as soon as its own clock says so', () => {
    const now = [{ annotator: 'ada-quill', records: [changed] }]
    expect(notes(asItWas(entries, now, minute(4)))).toEqual(['ada-quill: '])
    expect(notes(asItWas(entries, now, minute(6)))).toEqual(['ada-quill: changed'])
    expect(notes(asItWas(entries, now, minute(31)))).toEqual(['ada-quill: changed'])
  })
})

describe('what no history tells of', () => {
  const now = [
    { annotator: 'ada-quill', records: [] },
    { annotator: 'jonas-reed', records: [tag(1, minute(10), 'from before there were histories')] },
  ]

  it('is there as it is now, since it was made', () => {
    expect(notes(asItWas([], now, minute(9)))).toEqual(['ada-quill: '])
    expect(notes(asItWas([], now, minute(10)))[1]).toBe('jonas-reed: from before there were histories')
  })

  it('stands as the first step that is known of found it, when the one that made it cannot be read', () => {
    const [found] = now[1]!.records
    const changed = { ...tag(1, minute(10)), note: 'changed' }
    const later = [
      { annotator: 'ada-quill', records: [] },
      { annotator: 'jonas-reed', records: [changed] },
    ]
    const entries = [entry(jonas, 2, minute(20), found!, changed)]
    expect(notes(asItWas(entries, later, minute(9)))).toEqual(['ada-quill: '])
    expect(notes(asItWas(entries, later, minute(15)))[1]).toBe('jonas-reed: from before there were histories')
    expect(notes(asItWas(entries, later, minute(20)))[1]).toBe('jonas-reed: changed')
  })
})

it('ends with what there is now where the line of a last step cannot be read', () => {
  const made = tag(1, minute(1), 'made')
  const now = [{ annotator: 'ada-quill', records: [{ ...made, note: 'changed' }] }]
  expect(notes(asItWas([entry(laptop, 1, minute(1), null, made)], now, always))).toEqual([
    'ada-quill: changed',
  ])
})

describe('work that is older than its history', () => {
  const old = tag(1, minute(3), 'old')
  const begin = entry(tower, 9, minute(40), null, old, 'begin')

  it('was there since it was made', () => {
    const now = [{ annotator: 'ada-quill', records: [old] }]
    expect(notes(asItWas([begin], now, minute(2)))).toEqual(['ada-quill: '])
    expect(notes(asItWas([begin], now, minute(3)))).toEqual(['ada-quill: old'])
  })

  it('gives way to every step that another computer took on it, though its first line counts higher', () => {
    const step = entry(laptop, 5, minute(20), old, { ...old, note: 'changed on the laptop' })
    const last = { ...old, note: 'and again' }
    const entries = [
      begin,
      step,
      entry(laptop, 10, minute(50), { ...old, note: 'changed on the laptop' }, last),
    ]
    const now = [{ annotator: 'ada-quill', records: [last] }]
    expect(notes(asItWas(entries, now, minute(10)))).toEqual(['ada-quill: old'])
    expect(notes(asItWas(entries, now, minute(45)))).toEqual(['ada-quill: changed on the laptop'])
    expect(notes(asItWas(entries, now, minute(50)))).toEqual(['ada-quill: and again'])
  })
})

it('gives mine first and others by their ids, and tells of people who have nothing now', () => {
  const ada = desks[0]
  const gone = tag(1, minute(1), 'a tag of Ada')
  const entries = [entry(ada, 1, minute(1), null, gone), entry(ada, 2, minute(9), gone, null)]
  const now = [
    { annotator: 'zoe', records: [tag(2, minute(2), 'mine')] },
    { annotator: 'jonas-reed', records: [tag(3, minute(2), 'a tag of Jonas')] },
  ]
  expect(notes(asItWas(entries, now, minute(5)))).toEqual([
    'zoe: mine',
    'ada-quill: a tag of Ada',
    'jonas-reed: a tag of Jonas',
  ])
  expect(notes(asItWas(entries, now, minute(9)))).toEqual(['zoe: mine', 'jonas-reed: a tag of Jonas'])
  expect(asItWas([], now, minute(1))).toEqual([{ annotator: 'zoe', records: [] }])
})

it('compares moments by their time, with or without fractions of a second', () => {
  const made = tag(1, '2031-03-12T09:00:05Z', 'made')
  const entries = [
    entry(laptop, 1, '2031-03-12T09:00:05Z', null, made),
    entry(laptop, 2, minute(9), made, null),
  ]
  const now = [{ annotator: 'ada-quill', records: [] }]
  expect(notes(asItWas(entries, now, '2031-03-12T09:00:05.500Z'))).toEqual(['ada-quill: made'])
})
