import { describe, expect, it } from 'vitest'
import { Confusion2 } from './confusion'
import { cohenKappa } from './cohen-kappa'
import { Counts, f1 } from './counts'
import { drawsOf, percentileInterval } from './bootstrap'
import { seeded } from './random'
import { Rows } from './sums'

/** Articles as counts of [both, only the first, only the second]. */
function rowsOf(...articles: readonly (readonly [number, number, number])[]): Rows {
  const rows = new Rows(3)
  for (const article of articles) rows.push(new Counts().count(...article))
  return rows
}

const intervalOf = (rows: Rows, seed = 1) =>
  percentileInterval(rows, drawsOf(rows.length, seed), new Counts(), f1)

const twenty = rowsOf(...Array.from({ length: 20 }, (_, k) => [8 + (k % 5), k % 3, k % 4] as const))

it('draws as many articles as there are, and the same for the same seed', () => {
  const draws = drawsOf(7, 3, 50)
  const drawn = Array.from({ length: 50 }, (_, draw) =>
    Array.from({ length: 7 }, (_each, k) => draws.blocks[Math.floor(draw / 8)]![8 * k + (draw % 8)]!),
  )
  expect(drawn.every((times) => times.reduce((sum, n) => sum + n) === 7)).toBe(true)
  expect(drawsOf(7, 3, 50)).toEqual(draws)
  expect(drawsOf(7, 4, 50)).not.toEqual(draws)
})

it('lays the interval around the figure, and gives the same one again', () => {
  const total = new Counts()
  twenty.total(total)
  const [low, high] = intervalOf(twenty)!
  expect(low).toBeLessThan(f1(total).value!)
  expect(high).toBeGreaterThan(f1(total).value!)
  expect(intervalOf(twenty)).toEqual([low, high])
  expect(intervalOf(twenty, 2)).not.toEqual([low, high])
})

it('covers what is true about 95 times in 100', () => {
  // 60 projects of 40 articles with 10 tags each, of which both have 3 in 4 in the long run: F1 = 2·0.75 / (2·0.75 + 0.25).
  const random = seeded(42)
  const truth = (2 * 0.75) / (2 * 0.75 + 0.25)
  const projects = 60
  let covered = 0
  for (let project = 0; project < projects; project++) {
    const rows = new Rows(3)
    for (let article = 0; article < 40; article++) {
      const both = Array.from({ length: 10 }, random).filter((x) => x < 0.75).length
      rows.push(new Counts().count(both, 10 - both, 0))
    }
    const [low, high] = percentileInterval(rows, drawsOf(40, project, 400), new Counts(), f1)!
    if (low <= truth && truth <= high) covered++
  }
  expect(covered / projects).toBeGreaterThan(0.87)
})

describe('no interval', () => {
  it('for fewer than five articles with anything in them', () => {
    const nothing = [0, 0, 0] as const
    expect(intervalOf(rowsOf([3, 1, 1], [2, 0, 1], [4, 1, 0], [1, 1, 1], nothing, nothing))).toBeNull()
    expect(intervalOf(rowsOf([3, 1, 1], [2, 0, 1], [4, 1, 0], [1, 1, 1], [2, 2, 0], nothing))).not.toBeNull()
  })

  it('when the measure is often not defined: only one of six articles has the second value', () => {
    const rows = new Rows(9)
    for (let article = 0; article < 5; article++) rows.push(new Confusion2(2).rate(0, 0, 5))
    rows.push(new Confusion2(2).rate(1, 1, 5))
    expect(percentileInterval(rows, drawsOf(6), new Confusion2(2), cohenKappa)).toBeNull()
  })
})

it('refuses draws of another number of articles', () => {
  expect(() => percentileInterval(twenty, drawsOf(19), new Counts(), f1)).toThrow('other articles')
})
