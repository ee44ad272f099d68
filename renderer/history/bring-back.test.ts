import { expect, it } from 'vitest'
import { broughtInWords, chosenIn, planOf } from './bring-back'
import { link, mapOf, tag } from './made-up'

const pell = tag('pell', 'Dorian Pell', { label: 'actor' })
const claim = tag('claim', 'the timetable would stand')
const crews = tag('crews', 'Ferry crews', { label: 'actor' })
const makes = link('makes', 'pell', 'claim')
const all = mapOf(pell, claim, makes)
const drawn = (plan: ReturnType<typeof planOf>) =>
  plan.changes.map(({ id, kind, links }) => `${id} ${kind}${links > 0 ? ` with ${links}` : ''}`)

it('tells what comes back, what changes and what goes', () => {
  const plan = planOf(mapOf(pell, { ...claim, note: 'new' }, crews), mapOf(pell, claim, tag('old', 'quota')))
  expect(drawn(plan).toSorted()).toEqual(['claim changes', 'crews goes', 'old comes'])
  expect(chosenIn(plan, new Set()).toSorted()).toEqual(['claim', 'crews', 'old'])
  expect(chosenIn(plan, new Set(['crews'])).toSorted()).toEqual(['claim', 'old'])
  expect(broughtInWords(plan, new Set())).toBe('1 tag came back, 1 changed and 1 went.')
  expect(broughtInWords(plan, new Set(['old', 'claim']))).toBe('1 tag went.')
})

it('does not take a record for changed whose fields only stand in another order', () => {
  const { note, ...rest } = claim
  expect(planOf(mapOf(claim), mapOf({ note, ...rest })).changes).toEqual([])
})

it('brings a link back with the tag that it hangs on, and not without', () => {
  const plan = planOf(mapOf(pell), all)
  expect(drawn(plan)).toEqual(['claim comes with 1'])
  expect(chosenIn(plan, new Set())).toEqual(['claim', 'makes'])
  expect(chosenIn(plan, new Set(['claim']))).toEqual([])
})

it('brings a link back only when both of its tags are', () => {
  const plan = planOf(mapOf(), all)
  expect(chosenIn(plan, new Set(['pell']))).toEqual(['claim'])
  expect(chosenIn(plan, new Set()).toSorted()).toEqual(['claim', 'makes', 'pell'])
})

it('lets a link go with any of its tags', () => {
  const plan = planOf(all, mapOf())
  expect(chosenIn(plan, new Set(['pell'])).toSorted()).toEqual(['claim', 'makes'])
  expect(chosenIn(plan, new Set(['pell', 'claim']))).toEqual([])
})

it('offers a link by itself when its tags stay', () => {
  const plan = planOf(mapOf(pell, claim), all)
  expect(drawn(plan)).toEqual(['makes comes'])
  expect(broughtInWords(plan, new Set())).toBe('1 link came back.')
})

it('brings a link back with the label that allows it', () => {
  const plan = planOf(mapOf(pell, { ...claim, label: 'position' }), all)
  expect(drawn(plan)).toEqual(['claim changes with 1'])
  expect(chosenIn(plan, new Set(['claim']))).toEqual([])
})
