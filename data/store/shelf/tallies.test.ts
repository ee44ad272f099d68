import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromPairs, pairsOf, Tallies } from './tallies'
import { tallyOf, tallyRecords } from './tally'

const article = 'a'.repeat(26)
const records = (...kinds: readonly string[]) => kinds.map((is) => ({ is }))

it('counts tags, no links, and whether their annotator is done', () => {
  expect(tallyRecords(records('annotation', 'link', 'annotation'))).toBe(tallyOf(2, false))
  expect(tallyRecords(records('done', 'annotation', 'done'))).toBe(tallyOf(1, true))
  expect(tallyRecords([])).toBe(0)
})

it('names who has tags and who is done, and nobody with nothing', () => {
  const tallies = new Tallies()
  expect(tallies.set(article, 'ada', tallyOf(3, false))).toBe(true)
  expect(tallies.set(article, 'jonas', tallyOf(0, true))).toBe(true)
  expect(tallies.on(article)).toEqual({ tags: { ada: 3 }, done: ['jonas'] })
  expect(tallies.set(article, 'ada', tallyOf(3, false))).toBe(false)
  tallies.set(article, 'ada', tallyOf(0, true))
  tallies.set(article, 'jonas', 0)
  expect(tallies.on(article)).toEqual({ tags: {}, done: ['ada'] })
})

it('comes back from pairs as it was', () => {
  const told = fc.dictionary(fc.constantFrom('ada', 'bo', 'jonas'), fc.tuple(fc.nat(50), fc.boolean()))
  fc.assert(
    fc.property(told, (people) => {
      const tallies = new Tallies()
      for (const [id, [tags, done]] of Object.entries(people)) tallies.set(article, id, tallyOf(tags, done))
      const names: string[] = []
      const pairs = pairsOf(tallies.on(article), (id) =>
        names.includes(id) ? names.indexOf(id) : names.push(id) - 1,
      )
      const again = fromPairs(pairs, names)
      expect(again.tags).toEqual(tallies.on(article).tags)
      expect(again.done.toSorted()).toEqual(tallies.on(article).done)
    }),
  )
})
