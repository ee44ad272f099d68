import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromPairs, listedOf, pairsOf, Tallies } from './tallies'
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

it('names who has reviewed it, and who should tag or review it by what was said last', () => {
  const tallies = new Tallies()
  const said = (modified: string, person: string, off = false) =>
    ({ id: `${modified} ${person}`, modified, person, to: 'tag', off }) as const
  expect(
    tallies.set(article, 'ruth', tallyOf(0, false, 'agreed', [said('1', 'ada'), said('2', 'jonas')])),
  ).toBe(true)
  expect(tallies.set(article, 'jonas', tallyOf(0, false, 'reviewed', [said('3', 'jonas', true)]))).toBe(true)
  expect(listedOf(tallies.on(article))).toEqual({
    tags: {},
    done: [],
    reviewed: { ruth: 'agreed', jonas: 'reviewed' },
    assigned: [{ person: 'ada', to: 'tag' }],
  })
  expect(tallies.set(article, 'jonas', tallyOf(0, false, 'reviewed', [said('3', 'jonas', true)]))).toBe(false)
  tallies.set(article, 'jonas', 0)
  tallies.set(article, 'ruth', 0)
  expect(tallies.on(article)).toEqual({ tags: {}, done: [] })
})

it('knows that something was changed where nothing is counted otherwise', () => {
  const tallies = new Tallies()
  expect(tallies.set(article, 'ada', tallyOf(3, false), 7)).toBe(true)
  expect(tallies.set(article, 'ada', tallyOf(3, false), 7)).toBe(false)
  expect(tallies.set(article, 'ada', tallyOf(3, false))).toBe(false)
  expect(tallies.set(article, 'ada', tallyOf(3, false), 9)).toBe(true)
  expect(tallies.on(article).stands).toEqual({ ada: 9 })
})

it('comes back from pairs as it was', () => {
  const mark = fc.constantFrom('reviewed', 'agreed', null)
  const told = fc.dictionary(fc.constantFrom('ada', 'bo', 'jonas'), fc.tuple(fc.nat(50), fc.boolean(), mark))
  fc.assert(
    fc.property(told, (people) => {
      const tallies = new Tallies()
      for (const [id, tally] of Object.entries(people)) tallies.set(article, id, tallyOf(...tally))
      const names: string[] = []
      const pairs = pairsOf(tallies.on(article), (id) =>
        names.includes(id) ? names.indexOf(id) : names.push(id) - 1,
      )
      const again = fromPairs(pairs, names)
      expect(again.reviewed).toEqual(tallies.on(article).reviewed)
      expect(again.tags).toEqual(tallies.on(article).tags)
      expect(again.done.toSorted()).toEqual(tallies.on(article).done)
    }),
  )
})
