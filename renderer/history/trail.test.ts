import { expect, it } from 'vitest'
import { change, link, mapOf, minute, step, tag } from './made-up'
import {
  computersIn,
  earlierThan,
  everyTag,
  justBefore,
  laterThan,
  momentsOf,
  momentsUntil,
  stepsOfTag,
} from './trail'

const claim = tag('claim', 'the timetable would stand')
const pell = tag('pell', 'Dorian Pell', { label: 'actor' })
const renamed = { ...claim, label: 'position' }

it('finds the steps on a tag and on its links, latest first', () => {
  const entries = [
    step('annotate', [change(null, claim)]),
    step('annotate', [change(null, pell)]),
    step('link', [change(null, link('l', 'pell', 'claim'))]),
    step('relabel', [change(claim, renamed)]),
  ]
  expect(stepsOfTag(entries, 'claim').map(({ did }) => did)).toEqual(['relabel', 'link', 'annotate'])
  expect(stepsOfTag(entries, 'pell').map(({ did }) => did)).toEqual(['link', 'annotate'])
})

it('knows every tag as it was last, the deleted ones too', () => {
  const entries = [step('annotate', [change(null, claim)]), step('delete', [change(renamed, null)])]
  const now = {
    article: undefined as never,
    mine: { annotator: 'ada', records: mapOf(pell) },
    others: [],
  }
  const tags = everyTag(entries, now)
  expect([tags.get('claim'), tags.get('pell')]).toEqual([renamed, pell])
})

it('counts the moments at which something changed', () => {
  const entries = [3, 1, 1, 2].map((n) => step('annotate', [], { at: minute(n) }))
  const moments = momentsOf(entries)
  expect(moments).toEqual([minute(1), minute(2), minute(3)])
  expect([justBefore(minute(1)), minute(1), minute(9)].map((at) => momentsUntil(moments, at))).toEqual([
    0, 1, 3,
  ])
})

it('goes to the step before and after a moment, and to before the first, but no further', () => {
  const moments = [1, 2, 3].map(minute)
  expect(earlierThan(moments, minute(3))).toBe(minute(2))
  expect(earlierThan(moments, justBefore(minute(3)))).toBe(minute(1))
  expect(earlierThan(moments, minute(1))).toBe(justBefore(minute(1)))
  expect(earlierThan(moments, justBefore(minute(1)))).toBeNull()
  expect(laterThan(moments, justBefore(minute(1)))).toBe(minute(1))
  expect(laterThan(moments, minute(2))).toBe(minute(3))
  expect(laterThan(moments, minute(3))).toBeNull()
  expect([earlierThan([], minute(1)), laterThan([], minute(1))]).toEqual([null, null])
})

it('tells computers apart for people who used several', () => {
  const at = (annotator: string, device: string) => step('annotate', [], { annotator, device })
  const entries = [at('ada', 'a1'), at('jonas', 'j1'), at('ada', 'a2'), at('ada', 'a1')]
  expect(entries.map(computersIn(entries))).toEqual([1, null, 2, 1])
})
