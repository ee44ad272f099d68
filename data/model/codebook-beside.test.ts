import { expect, it } from 'vitest'
import { lastCommon, standingBeside } from './codebook-beside'
import { builtInCodebook } from './built-in-codebook'
import type { Codebook } from './codebook'

/** "b<a ada 1": the revision b, made of a by ada at the hour 1. */
function revisions(...drawn: readonly string[]): Codebook[] {
  return drawn.map((line) => {
    const [names = '', by, hour = '0'] = line.split(' ')
    const [id = '', parents = ''] = names.split('<')
    const made = by && { made: { by, at: `2031-03-12T0${hour}:00:00.000Z` } }
    return { ...builtInCodebook, id, parents: parents.split('+').filter(Boolean), ...made }
  })
}
const beside = (inForce: string, all: readonly Codebook[]) =>
  standingBeside(
    all.find(({ id }) => id === inForce)!,
    all,
  ).map(({ id }) => id)

it('finds what was made of one revision at the same time', () => {
  const all = revisions('a', 'b<a ada 1', 'c<a ben 2')
  expect(beside('b', all)).toEqual(['c'])
  expect(beside('c', all)).toEqual(['b'])
  expect(lastCommon(all[1]!, all[2]!, all)?.id).toBe('a')
})

it('finds nothing once they are joined', () => {
  expect(beside('d', revisions('a', 'b<a ada 1', 'c<a ben 2', 'd<b+c ada 3'))).toEqual([])
})

it('finds nothing beside the one that joins them, though it came in force before the others were asked for again', () => {
  const [a, b, c, d] = revisions('a', 'b<a ada 1', 'c<a ben 2', 'd<b+c ada 3')
  expect(standingBeside(d!, [a!, b!, c!])).toEqual([])
})

it('passes over what came before, and what was taken back', () => {
  expect(beside('b', revisions('a', 'b<a ada 1'))).toEqual([])
  expect(beside('a', revisions('a', 'b<a ada 1'))).toEqual([])
  expect(beside('c', revisions('a', 'b<a ada 1', 'c<a ada 2'))).toEqual([])
})

it('joins at the last that both come from', () => {
  const all = revisions('a', 'b<a ada 1', 'c<b ada 2', 'd<b ben 3')
  expect(lastCommon(all[2]!, all[3]!, all)?.id).toBe('b')
  expect(beside('d', all)).toEqual(['c'])
})
