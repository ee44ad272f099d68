import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Annotation, WorkRecord } from '../model/records'
import type { Decision, Named } from '../model/review-records'
import { printOf } from '../review/print'
import { decide, type Command } from './commands'
import type { ReviewCommand } from './review-commands'
import { valueOf } from './testing/talks'

const article = 'an-article'
const text = 'Ada Quill met Zoë 🙂 in Dalmere.'
const made = '2031-03-12T09:00:00.000Z'
const now = '2031-03-13T09:00:00.000Z'
const fields = { created: made, modified: made, article }

const range = (start: number, end: number) => ({
  start,
  end,
  quote: text.slice(start, end),
  prefix: '',
  suffix: '',
})
const tag = (id: string, label: string, start = 0, end = 3): Annotation => ({
  is: 'annotation',
  id,
  ...fields,
  label,
  target: [range(start, end)],
  attributes: {},
  note: '',
  means: null,
  codebook: builtInCodebook.id,
})
const link = (id: string, from: string, to: string, type = 'cites'): WorkRecord => ({
  is: 'link',
  id,
  ...fields,
  type,
  from,
  to,
})
const decision = (id: string, on: readonly Named[], more: Partial<Decision> = {}): Decision => ({
  is: 'decision',
  id,
  ...fields,
  action: 'accept',
  on: on.map((one) => ({ ...one, as: printOf(tag(one.id, 'actor')) })),
  readings: [],
  links: [],
  reason: null,
  note: '',
  codebook: builtInCodebook.id,
  ...more,
})
const reading = (label: string, start: number, end: number) => ({
  label,
  target: [range(start, end)],
  attributes: {},
  means: null,
})

const bos = (id: string): Named => ({ annotator: 'bo', id })
const mine = (id: string): Named => ({ annotator: 'ada', id })
const accepting = (...on: Named[]): ReviewCommand => ({
  do: 'decide',
  article,
  action: 'accept',
  readings: [],
  links: [],
  reason: null,
  note: '',
  on,
})

/** What Ada's command would change, with what she and Bo have: the id of each record, and what it becomes. */
function asked(command: Command, adas: readonly WorkRecord[], bosRecords: readonly WorkRecord[] = []) {
  const byId = (records: readonly WorkRecord[]) => new Map(records.map((record) => [record.id, record]))
  let ids = 0
  return decide(
    {
      text,
      records: byId(adas),
      codebook: builtInCodebook,
      registry: [],
      company: { me: 'ada', others: new Map([['bo', byId(bosRecords)]]), knows: () => true },
    },
    command,
    { newId: () => `new-${++ids}`, now },
  )
}
const changesOf = (...given: Parameters<typeof asked>) => valueOf(asked(...given))
const idsOf = (...given: Parameters<typeof asked>) =>
  changesOf(...given).map(({ id, after }) => (after ? id : `no ${id}`))
const notThere = { ok: false, error: { kind: 'not-there' } }

describe('a decision', () => {
  const both = [tag('a', 'actor'), tag('b', 'actor')]

  it('names a record once, however often it was asked for', () => {
    const [change] = changesOf(accepting(bos('a'), bos('a')), [], both)
    expect(change!.after).toMatchObject({ on: [{ annotator: 'bo', id: 'a' }] })
  })

  it('leaves an earlier one alone that is on something else', () => {
    expect(idsOf(accepting(bos('b')), [decision('earlier', [bos('a')])], both)).toEqual(['new-1'])
  })

  it('is another one, and the earlier gone, where it is on more than that', () => {
    expect(idsOf(accepting(bos('a'), bos('b')), [decision('earlier', [bos('a')])], both)).toEqual([
      'no earlier',
      'new-1',
    ])
  })

  it('is on tags and links of those who have them, and on nothing else', () => {
    const done: WorkRecord = { is: 'done', id: 'done', ...fields }
    expect(asked(accepting(bos('done')), [], [done])).toMatchObject(notThere)
    expect(asked(accepting({ annotator: 'nobody', id: 'a' }), both, both)).toMatchObject(notThere)
    expect(asked(accepting(bos('a')), both)).toMatchObject(notThere)
  })

  it('may read a link between tags that are to be what it can join, by what was decided on them', () => {
    const records = [tag('a', 'actor'), tag('b', 'claim'), link('l', 'a', 'b', 'makes')]
    const cites = { type: 'cites', from: bos('a'), to: bos('b') }
    const change: ReviewCommand = {
      ...accepting(bos('l')),
      action: 'change',
      links: [cites],
    } as ReviewCommand
    expect(asked(change, [], records)).toMatchObject({ ok: false, error: { kind: 'link-not-allowed' } })
    const toActor = decision('to-actor', [bos('b')], { action: 'change', readings: [reading('actor', 0, 3)] })
    expect(asked(change, [toActor], records)).toMatchObject({ ok: true })
  })
})

describe('an assignment', () => {
  const assign = (to: 'tag' | 'review', off = false): Command => ({
    do: 'assign',
    article,
    person: 'bo',
    to,
    off,
  })
  const said = (id: string, off: boolean, modified: string, to: 'tag' | 'review' = 'tag'): WorkRecord => ({
    is: 'assignment',
    id,
    ...fields,
    modified,
    person: 'bo',
    to,
    off,
  })

  it('to tag says nothing of reviewing', () => {
    expect(idsOf(assign('review'), [said('to-tag', false, made)])).toEqual(['new-1'])
  })

  it('holds as it was said last, by whomever, whatever the order of the files', () => {
    const [early, late] = ['2031-03-12T10:00:00.000Z', '2031-03-12T11:00:00.000Z']
    expect(idsOf(assign('tag'), [said('a', false, late)], [said('b', true, early)])).toEqual([])
    expect(idsOf(assign('tag'), [said('a', false, early)], [said('b', true, late)])).toEqual(['a'])
  })
})

describe('taking over', () => {
  const takeOver: Command = { do: 'take-over', article, decision: 'd' }
  const rejected = (...on: Named[]) => decision('d', on, { action: 'reject' })
  const merged = (...on: Named[]) =>
    decision('d', on, { action: 'merge', readings: [reading('actor', 0, 9)] })
  const nothing = { ok: false, error: { kind: 'nothing-to-take-over' } }

  it('has nothing to do where the decision is on nothing of mine, though something of mine has the same id', () => {
    expect(asked(takeOver, [tag('a', 'actor')], [rejected(bos('b'))])).toMatchObject(nothing)
    expect(asked(takeOver, [tag('a', 'actor')], [tag('a', 'actor'), rejected(bos('a'))])).toMatchObject(
      nothing,
    )
  })

  it('makes the first by id what several are to be, whatever the order in which they are named', () => {
    const tags = [tag('b', 'actor'), tag('a', 'actor', 4, 9)]
    expect(idsOf(takeOver, tags, [merged(mine('b'), mine('a'))])).toEqual(['a', 'no b'])
  })

  it('takes the links of a rejected tag away with it, each once', () => {
    const records = [tag('a', 'actor'), tag('b', 'actor', 4, 9), link('l', 'a', 'b')]
    expect(idsOf(takeOver, records, [rejected(mine('a'), mine('l'))])).toEqual(['no l', 'no a'])
  })

  it('changes nothing of what is as it should be', () => {
    const change = decision('d', [mine('a')], { action: 'change', readings: [reading('actor', 0, 3)] })
    expect(idsOf(takeOver, [tag('a', 'actor')], [change])).toEqual([])
  })

  it('makes all parts of what is to be split', () => {
    const readings = [reading('actor', 0, 3), reading('actor', 4, 9), reading('claim', 10, 13)]
    const split = decision('d', [mine('a')], { action: 'split', readings })
    expect(idsOf(takeOver, [tag('a', 'actor', 0, 9)], [split])).toEqual(['a', 'new-1', 'new-2'])
  })

  it('leads links of tags that become one from and to that one, each once, and none to itself', () => {
    const records = [
      tag('a', 'actor'),
      tag('b', 'actor', 4, 9),
      tag('c', 'actor', 14, 17),
      link('between', 'a', 'b'),
      link('from-a', 'a', 'c'),
      link('from-b', 'b', 'c'),
      link('to-b', 'c', 'b'),
    ]
    const changes = changesOf(takeOver, records, [merged(mine('a'), mine('b'))])
    expect(changes.map(({ id, after }) => (after ? id : `no ${id}`))).toEqual([
      'a',
      'no between',
      'no from-b',
      'to-b',
      'no b',
    ])
    expect(changes.find(({ id }) => id === 'to-b')!.after).toMatchObject({
      from: 'c',
      to: 'a',
      modified: now,
    })
  })

  it('takes links away that what a tag becomes may not have', () => {
    const records = [tag('a', 'actor'), tag('b', 'claim', 4, 9), link('makes', 'a', 'b', 'makes')]
    const toPosition = decision('d', [mine('a')], {
      action: 'change',
      readings: [reading('position', 0, 3)],
    })
    expect(idsOf(takeOver, records, [toPosition])).toEqual(['a', 'no makes'])
  })

  describe('a link', () => {
    const tags = [tag('a', 'actor'), tag('b', 'actor', 4, 9), tag('c', 'claim', 4, 9)]
    const relinked = (type: string, from: Named, to: Named) =>
      decision('d', [mine('l')], { action: 'change', links: [{ type, from, to }] })
    const records = [...tags, link('l', 'a', 'b')]

    it('leads to tags of mine with the same label on the same words', () => {
      const his = [tag('his-b', 'actor', 4, 9), tag('his-a', 'actor')]
      const [change] = changesOf(takeOver, records, [...his, relinked('cites', bos('his-b'), bos('his-a'))])
      expect(change!.after).toMatchObject({ id: 'l', from: 'b', to: 'a', modified: now })
    })

    it('needs both: neither another label nor other words will do', () => {
      const his = [tag('his-b', 'position', 4, 9), tag('his-z', 'actor', 14, 17)]
      for (const end of ['his-b', 'his-z'])
        expect(asked(takeOver, records, [...his, relinked('cites', mine('a'), bos(end))])).toMatchObject(
          notThere,
        )
    })

    it('is not made where it may not be, and goes where there is one already', () => {
      expect(asked(takeOver, records, [relinked('makes', mine('a'), mine('b'))])).toMatchObject({
        ok: false,
        error: { kind: 'link-not-allowed' },
      })
      const twins = [...records, link('twin', 'b', 'a')]
      expect(idsOf(takeOver, twins, [relinked('cites', mine('b'), mine('a'))])).toEqual(['no l'])
      expect(idsOf(takeOver, records, [relinked('cites', mine('a'), mine('b'))])).toEqual([])
    })
  })
})
