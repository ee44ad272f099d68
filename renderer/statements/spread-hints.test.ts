import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spread, widthOf } from './spread-hints'

/** `f` at 10 pixels from the left of the first line: "f 10 0". */
const at = (...places: readonly string[]) =>
  places.map((place) => {
    const [letters = '', left, top] = place.split(' ')
    return { letters, left: Number(left), top: Number(top) }
  })

const drawn = (hints: ReturnType<typeof at>) =>
  hints.map(({ letters, left, top }) => `${letters} ${left} ${top}`)

it('leaves letters where they are that have room', () => {
  expect(drawn(spread(at('j 60 0', 'f 10 0', 'd 10 34')))).toEqual(['f 10 0', 'j 60 0', 'd 10 34'])
})

it('puts tags that start together side by side', () => {
  expect(drawn(spread(at('f 10 0', 'bf 10 1', 'd 30 0')))).toEqual(['f 10 0', 'bf 28 1', 'd 54 0'])
})

it('lets none lie on another, nor moves any to the left or to another line', () => {
  const place = fc.record({
    letters: fc.constantFrom('f', 'bf'),
    left: fc.integer({ min: 0, max: 600 }),
    top: fc.integer({ min: 0, max: 20 }).map((line) => line * 34),
  })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (hints) => {
      const result = spread(hints)
      expect(result).toHaveLength(hints.length)
      for (const [i, hint] of result.entries())
        for (const other of result.slice(i + 1))
          if (hint.top === other.top)
            expect(other.left - hint.left).toBeGreaterThanOrEqual(widthOf(hint.letters))
    }),
  )
})
