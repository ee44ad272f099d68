import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keptOf, type Dated } from './retention'

const at = (number: number, made: string): Dated => ({ number, made })
const hourly = (hours: number): Dated[] =>
  Array.from({ length: hours }, (_, i) =>
    at(i + 1, new Date(Date.UTC(2031, 0, 1) + i * 3_600_000).toISOString()),
  )

const backups = fc
  .array(
    fc.date({ min: new Date(Date.UTC(2030, 0)), max: new Date(Date.UTC(2033, 0)), noInvalidDate: true }),
    {
      maxLength: 200,
    },
  )
  .map((dates) => dates.map((date, i) => at(i + 1, date.toISOString())))

it('keeps, of a backup an hour for a year, 24 hours, 7 days, 4 weeks and 12 months', () => {
  const kept = keptOf(hourly(365 * 24)).map(({ made }) => made.slice(0, 13))
  expect(kept.slice(0, 24)).toEqual(
    Array.from({ length: 24 }, (_, i) => `2031-12-31T${String(23 - i).padStart(2, '0')}`),
  )
  expect(kept.slice(24, 30)).toEqual([30, 29, 28, 27, 26, 25].map((day) => `2031-12-${day}T23`))
  expect(kept.slice(30, 33)).toEqual(['2031-12-21T23', '2031-12-14T23', '2031-11-30T23'])
  expect(kept.slice(33).map((made) => made.slice(0, 7))).toEqual(
    [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) => `2031-${String(month).padStart(2, '0')}`),
  )
})

it('keeps all of a few, and never more than fifty', () => {
  expect(keptOf(hourly(3))).toHaveLength(3)
  fc.assert(fc.property(backups, (all) => keptOf(all).length <= Math.min(50, all.length)))
})

it('keeps the three newest, whatever the clock said', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const newest = all.toReversed().slice(0, 3)
      expect(keptOf(all).slice(0, 3)).toEqual(newest)
    }),
  )
})

it('keeps the same again of what it kept, and what is new does not bring back what went', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = keptOf(all)
      expect(keptOf(kept)).toEqual(kept)
    }),
  )
})

it('has a backup of each of the last seven days on which there was one', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const days = [...new Set(all.map(({ made }) => made.slice(0, 10)))].toSorted().slice(-7)
      const kept = new Set(keptOf(all).map(({ made }) => made.slice(0, 10)))
      expect(days.filter((day) => !kept.has(day))).toEqual([])
    }),
  )
})
