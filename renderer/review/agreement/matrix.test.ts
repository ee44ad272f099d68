import { expect, it } from 'vitest'
import type { Confusion } from '../../../data/review/figures'
import { cellsOf, choicesOf, withoutEmpty } from './matrix'

//                          Jonas: actor  claim  none
const drawn: Confusion = {
  values: ['actor', 'claim', null],
  counts: [
    /* Ada: actor */ [16, 1, 4],
    /* Ada: claim */ [0, 9, 2],
    /* Ada: none  */ [3, 0, 0],
  ],
}

it('draws cells by their share of the largest, the same and the uncountable told apart', () => {
  const cells = cellsOf(drawn)
  expect(cells.map((row) => row.map(({ weight }) => weight))).toEqual([
    [1, 0.25, 0.5],
    [0, 0.75, Math.sqrt(2 / 16)],
    [Math.sqrt(3 / 16), 0, 0],
  ])
  expect(cells[1]![1]!.isSame).toBe(true)
  expect(cells[2]![2]).toMatchObject({ isVoid: true })
  expect(cells[0]![2]!.isVoid).toBe(false)
})

it('counts by value how often anybody chose it', () => {
  expect(choicesOf(drawn)).toEqual([
    { value: 'actor', count: 21 + 19 },
    { value: 'claim', count: 11 + 10 },
  ])
})

it('leaves out what nobody chose', () => {
  const counts = [
    [2, 0, 1],
    [0, 0, 0],
    [0, 0, 4],
  ]
  expect(withoutEmpty({ values: ['for', 'neither', 'against'], counts })).toEqual({
    values: ['for', 'against'],
    counts: [
      [2, 1],
      [0, 4],
    ],
  })
})

it('does not divide by nothing', () => {
  expect(cellsOf({ values: ['a'], counts: [[0]] })[0]![0]!.weight).toBe(0)
})
