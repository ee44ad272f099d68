import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paginate, type Lines } from './paginate'

const paragraph = (count: number, more: Partial<Lines> = {}): Lines => ({
  count,
  leading: 10,
  before: 0,
  leads: false,
  ...more,
})

/** "a0-3 b0-2 | b2-5": the pages with what stands on each. */
const drawn = (all: readonly Lines[], first: number, rest = first) =>
  paginate(all, first, rest)
    .map((page) => page.map(({ lines, from, to }) => `${'abcdef'[lines]}${from}-${to}`).join(' '))
    .join(' | ')

it('goes on where the page ends', () => {
  expect(drawn([paragraph(3), paragraph(5)], 50)).toBe('a0-3 b0-2 | b2-5')
})

it('leaves no line alone at the foot or at the head of a page', () => {
  expect(drawn([paragraph(4), paragraph(5)], 50)).toBe('a0-4 | b0-5')
  expect(drawn([paragraph(6)], 50)).toBe('a0-4 | a4-6')
  expect(drawn([paragraph(4), paragraph(3)], 60)).toBe('a0-4 | b0-3')
})

it('keeps a headline with what it leads', () => {
  expect(drawn([paragraph(3), paragraph(1, { leads: true }), paragraph(4)], 50)).toBe('a0-3 | b0-1 c0-4')
})

it('has less room on the page with the header, and no air at the head of a page', () => {
  expect(drawn([paragraph(4), paragraph(4, { before: 5 })], 20, 50)).toBe('a0-2 | a2-4 b0-2 | b2-4')
  expect(paginate([paragraph(5), paragraph(5, { before: 5 })], 50, 50).map(([placed]) => placed!.y)).toEqual([
    0, 0,
  ])
})

it('places every line of anything once, in order, on no page more than it holds', () => {
  const lines = fc.record({
    count: fc.integer({ min: 1, max: 40 }),
    leading: fc.integer({ min: 5, max: 60 }),
    before: fc.integer({ min: 0, max: 30 }),
    leads: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 12 }), fc.integer({ min: 60, max: 400 }), (all, height) => {
      const pages = paginate(all, height, height)
      const placed = pages
        .flat()
        .flatMap(({ lines: i, from, to }) => Array.from({ length: to - from }, (_, j) => `${i}.${from + j}`))
      expect(placed).toEqual(
        all.flatMap(({ count }, i) => Array.from({ length: count }, (_, j) => `${i}.${j}`)),
      )
      for (const page of pages) {
        let foot = 0
        for (const { lines: i, from, to, y } of page) {
          expect(y).toBeGreaterThanOrEqual(foot)
          foot = y + (to - from) * all[i]!.leading
        }
        expect(foot).toBeLessThanOrEqual(height)
      }
    }),
  )
})
