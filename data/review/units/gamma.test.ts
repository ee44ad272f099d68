import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defined, undefinedFor } from '../figures'
import { seeded } from '../measures/random'
import { drawnUnits } from './drawn-units.test-data'
import { dissimilar, usualDissimilarity, type Dissimilarity } from './dissimilarity'
import { columnsOf, gamma, GammaSums, samplesEach } from './gamma'
import { Company } from './company'
import { grouped } from './grouped'
import { shuffled } from './shuffled'
import { tryOut } from './try-out'
import type { Unit } from './unit'
import { leastDisorder } from './unitary-alignments'

/** Units as [start, end, value], an observer a list. */
type Told = readonly (readonly (readonly [start: number, end: number, value: string])[])[]
const unitsOf = (told: Told): Unit[][] =>
  told.map((units) => units.map(([start, end, value]) => ({ start, end, value: value.charCodeAt(0) })))

/** The disorder as the paper gives it: divided by the mean number of units of an observer. */
function disorderOf(observers: readonly (readonly Unit[])[], how: Dissimilarity = usualDissimilarity) {
  const { disorder, ...rest } = leastDisorder(columnsOf(observers), observers.length, how)
  return { ...rest, disorder: disorder / (observers.flat().length / observers.length) }
}

describe('the least disorder is what pygamma-agreement 0.5.9 finds with an integer programme (test data of DKPro Statistics)', () => {
  const cases: [what: string, told: Told, disorder: number, how?: Dissimilarity][] = [
    [
      'two observers who differ by a place',
      [
        [
          [1, 5, 'a'],
          [6, 10, 'b'],
          [11, 15, 'a'],
        ],
        [
          [2, 6, 'a'],
          [7, 11, 'b'],
          [12, 16, 'a'],
        ],
      ],
      0.0625,
    ],
    [
      'units that the other has not',
      [
        [
          [1, 5, 'a'],
          [6, 10, 'b'],
          [20, 24, 'a'],
          [30, 34, 'b'],
        ],
        [
          [2, 6, 'a'],
          [31, 35, 'b'],
        ],
      ],
      0.70833331,
    ],
    [
      'three observers',
      [
        [
          [1, 5, 'a'],
          [10, 14, 'b'],
        ],
        [
          [2, 6, 'a'],
          [11, 15, 'b'],
        ],
        [
          [1, 4, 'a'],
          [9, 14, 'c'],
        ],
      ],
      0.40875643,
    ],
    [
      'three shuffled observers, many ways to align them',
      [
        [
          [3.73938, 7.16439, 'c'],
          [11.30082, 16.13892, 'a'],
        ],
        [
          [3.39553, 6.73303, 'a'],
          [8.45304, 12.38337, 'c'],
        ],
        [
          [2.53388, 6.77929, 'a'],
          [10.17483, 14.2727, 'a'],
        ],
      ],
      0.82534265,
    ],
    [
      'position counting three times and value twice',
      [
        [
          [1, 5, 'a'],
          [6, 10, 'b'],
          [11, 15, 'c'],
        ],
        [
          [2, 7, 'a'],
          [8, 12, 'b'],
          [11, 15, 'a'],
        ],
      ],
      1.02777779,
      { positional: 3, categorial: 2, empty: 1 },
    ],
  ]

  it.each(cases)('%s', (_, told, disorder, how) => {
    const found = disorderOf(unitsOf(told), how)
    expect(found.disorder).toBeCloseTo(disorder, 6)
    expect(found.isLeast).toBe(true)
  })

  it('sixteen units each, of which every value differs', () => {
    const values = ['a', 'b', 'c']
    const row = (long: number, from: number, turn: number) =>
      Array.from(
        { length: 16 },
        (__, k) => [from + 10 * k, from + 10 * k + long, values[(k + turn) % 3]!] as const,
      )
    expect(disorderOf(unitsOf([row(5, 1, 0), row(6, 2, 1)])).disorder).toBeCloseTo(1.07438016, 6)
  })
})

describe('Alex, Paul and Suzan (sample of the authors’ Gamma Software; figures by pygamma-agreement’s tests)', () => {
  const three = unitsOf([
    [
      [2, 9, '1'],
      [11, 17, '2'],
      [24, 30, '5'],
      [32, 36, '6'],
      [36, 44, '6'],
      [44, 60, '7'],
    ],
    [
      [2, 9, '1'],
      [11, 17, '3'],
      [19, 25, '5'],
      [32, 44, '6'],
    ],
    [
      [2, 9, '1'],
      [11, 17, '4'],
      [21, 27, '5'],
      [32, 36, '6'],
      [36, 40, '6'],
      [40, 44, '6'],
    ],
  ])
  const how = { positional: 3, categorial: 1, empty: 1 }

  it('disorder 0.96', () => {
    expect(disorderOf(three, how).disorder).toBeCloseTo(0.96, 2)
    expect(disorderOf(three, how).isLeast).toBe(true)
  })

  it('γ between 0.43 and 0.48 when units are shuffled as the authors do', () => {
    const sums = new GammaSums().read(60, three, { seed: 4772, samples: 30, precision: 0.02, how })
    expect(gamma(sums).value).toBeGreaterThan(0.43)
    expect(gamma(sums).value).toBeLessThan(0.48)
    expect(sums.precision).toBeLessThan(0.022)
  })
})

describe('dissimilarity', () => {
  const between = (one: readonly [number, number, string], other: readonly [number, number, string]) =>
    dissimilar(columnsOf(unitsOf([[one], [other]])), 0, 1, usualDissimilarity)

  it('is 0 for the same place and value, and Δ∅ more for another value', () => {
    expect(between([3, 7, 'a'], [3, 7, 'a'])).toBe(0)
    expect(between([3, 7, 'a'], [3, 7, 'b'])).toBe(1)
  })

  it('is Δ∅ where units touch, less where they overlap, more where they are apart', () => {
    expect(between([0, 4, 'a'], [4, 8, 'a'])).toBe(1)
    expect(between([0, 4, 'a'], [2, 6, 'a'])).toBe(0.25)
    expect(between([0, 4, 'a'], [8, 12, 'a'])).toBe(4)
  })
})

describe('where there is little', () => {
  const of = (...lines: readonly string[]) => {
    const { length, observers } = drawnUnits(...lines)
    return new GammaSums().read(length, observers, { seed: 1, samples: 30 })
  }

  it('is not defined with one observer, or when nobody marked anything', () => {
    expect(gamma(of('.Aa..'))).toEqual(undefinedFor('nothing-to-compare'))
    expect(gamma(of('.....', '.....'))).toEqual(undefinedFor('nothing-to-compare'))
  })

  it('is 1 when all have the same, also with one unit each', () => {
    expect(gamma(of('.Aaa....', '.Aaa....', '.Aaa....')).value).toBeCloseTo(1, 12)
    expect(gamma(of('.Aaa.Bb....Cc', '.Aaa.Bb....Cc'))).toEqual(defined(1))
  })

  it('is about 0 or below when one is silent, or nothing is alike', () => {
    expect(gamma(of('.Aaa.Bb....Cc', '.............')).value).toBeLessThan(0.01)
    expect(gamma(of('Aaa...Aaa......', '...Bbb......Bbb')).value).toBeLessThan(0.2)
  })
})

it('falls as boundaries move away and as values change, and gives the same again for the same seed', () => {
  const text = '..Aaaa....Bbbb.......Aaaa...Bbbb....'
  const gammaWith = (other: string) => {
    const { length, observers } = drawnUnits(text, other)
    return gamma(new GammaSums().read(length, observers, { seed: 7, samples: 60 })).value!
  }
  const near = gammaWith('...Aaaa...Bbbb......Aaaa....Bbbb....')
  const far = gammaWith('.....Aaaa..Bbbb...Aaaa.......Bbbb...')
  const otherValues = gammaWith('..Bbbb....Aaaa.......Aaaa...Bbbb....')
  expect(1).toBeGreaterThan(near)
  expect(near).toBeGreaterThan(far)
  expect(1).toBeGreaterThan(otherValues)
  expect(gammaWith('...Aaaa...Bbbb......Aaaa....Bbbb....')).toBe(near)
})

it('shuffles so that units keep their lengths, values and number, and stay apart from where they were', () => {
  const { length, observers } = drawnUnits('..Aaaa....Bb..', '.Aaa......Bbbb')
  const random = seeded(5)
  const kinds = observers.map((units) =>
    units
      .map(({ start, end, value }) => `${value}:${end - start}`)
      .toSorted()
      .join(),
  )
  for (let draw = 0; draw < 200; draw++)
    for (const units of shuffled(length, observers, random)) {
      expect(kinds).toContain(
        units
          .map(({ start, end, value }) => `${value}:${end - start}`)
          .toSorted()
          .join(),
      )
      expect(units.every(({ start }) => start >= 0 && start < length)).toBe(true)
    }
})

it('reads many observers two by two when asked to, each pair as if they were alone', () => {
  const { length, observers } = drawnUnits('..Aaaa....Bb..', '.Aaa......Bbbb', '..Aaaa........')
  const [one, two, three] = observers as [Unit[], Unit[], Unit[]]
  const sampling = { seed: 5, samples: 4 }
  const all = new GammaSums().read(length, observers, { ...sampling, pairs: 99 })
  const observed = [
    [one, two],
    [one, three],
    [two, three],
  ].map((pair) => new GammaSums().read(length, pair, sampling).sums[0]!)
  expect(all.sums[0]).toBeCloseTo(
    observed.reduce((sum, disorder) => sum + disorder),
    12,
  )
  const drawn = new GammaSums().read(length, observers, { ...sampling, pairs: 1 })
  expect(observed.some((disorder) => Math.abs(disorder - drawn.sums[0]!) < 1e-12)).toBe(true)
  expect(new GammaSums().read(length, [one, one, one, one], { ...sampling, pairs: 3 }).sums[0]).toBe(0)
})

it('needs fewer shuffles of each article the more there are', () => {
  expect([1, 10, 1000].map(samplesEach)).toEqual([30, 3, 2])
})

const unit = fc.record({ start: fc.nat(40), long: fc.integer({ min: 1, max: 9 }), value: fc.nat(2) })
const observer = (most: number) =>
  fc
    .array(unit, { maxLength: most })
    .map((units) =>
      units
        .map(({ start, long, value }) => ({ start, end: start + long, value }))
        .toSorted((a, b) => a.start - b.start || a.end - b.end),
    )

/** All ways to group units of different observers, gone through one by one. */
function leastOfAll(
  units: readonly Unit[],
  who: readonly number[],
  observers: number,
  how: Dissimilarity,
): number {
  const columns = { ...columnsOf([units]), who: Int32Array.from(who) }
  const groups: number[][] = []
  let least = Infinity
  const place = (next: number): void => {
    if (next === units.length) {
      let total = 0
      for (const group of groups) {
        let pairs = 0
        for (let a = 0; a < group.length; a++)
          for (let b = a + 1; b < group.length; b++) pairs += dissimilar(columns, group[a]!, group[b]!, how)
        const withEmpty = (observers * (observers - 1)) / 2 - (group.length * (group.length - 1)) / 2
        total += (pairs + withEmpty * how.empty) / ((observers * (observers - 1)) / 2)
      }
      least = Math.min(least, total)
      return
    }
    for (const group of groups) {
      if (group.some((other) => who[other] === who[next])) continue
      group.push(next)
      place(next + 1)
      group.pop()
    }
    groups.push([next])
    place(next + 1)
    groups.pop()
  }
  place(0)
  return least
}

describe('for any units', () => {
  it.each([
    [2, 4],
    [3, 3],
    [4, 2],
  ])(
    'of %i observers with up to %i each, overlapping or not, it is the least disorder of all groupings',
    (observers, most) => {
      const marked = fc.tuple(...Array.from({ length: observers }, () => observer(most)))
      fc.assert(
        fc.property(marked, (all) => {
          const found = leastDisorder(columnsOf(all), observers, usualDissimilarity)
          const who = all.flatMap((own, at) => own.map(() => at))
          const least = leastOfAll(all.flat(), who, observers, usualDissimilarity)
          if (found.isLeast) expect(found.disorder).toBeCloseTo(least, 7)
          else expect(found.disorder).toBeGreaterThanOrEqual(least - 1e-7)
          expect(found.groups.flat().toSorted((a, b) => a - b)).toEqual(who.map((_, at) => at))
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each([
    [4, 3, 1.005],
    [6, 2, 1.08],
  ])(
    'what %i observers mark, %i units each, is grouped to near the least disorder: %f times it on average',
    (observers, each, times) => {
      // Forty texts: every unit of the text is shifted by up to two places at either end, and has one of two values at random.
      const random = seeded(3)
      const upTo = (most: number) => Math.floor(random() * most)
      let [ours, least] = [0, 0]
      for (let text = 0; text < 40; text++) {
        const told = Array.from({ length: each }, () => ({ start: 2 + upTo(25), long: 5 + upTo(6) }))
        const units = columnsOf(
          Array.from({ length: observers }, () =>
            told.map(({ start, long }) => ({
              start: start + upTo(5) - 2,
              end: start + long + upTo(5) - 2,
              value: upTo(2),
            })),
          ),
        )
        const company = new Company(units, usualDissimilarity, (observers * (observers - 1)) / 2)
        const all = Array.from(units.who, (_, unit) => unit)
        const near = all
          .flatMap((one) =>
            all.filter((other) => units.who[one]! < units.who[other]!).map((other) => [one, other] as const),
          )
          .map(([one, other]) => ({ one, other, apart: dissimilar(units, one, other, usualDissimilarity) }))
          .toSorted((a, b) => a.apart - b.apart)
          .flatMap(({ one, other }) => [one, other])
        const total = (groups: readonly (readonly number[])[]) =>
          groups.reduce((sum, group) => sum + company.disorder(group), 0)
        const [best, found] = [total(tryOut(all, company)), total(grouped(all, near, company))]
        expect(found).toBeGreaterThanOrEqual(best - 1e-7)
        ours += found
        least += best
      }
      expect(ours / least).toBeLessThan(times)
    },
  )

  it('the order of observers does not matter to what is observed, and articles add up', () => {
    const article = fc.tuple(observer(5), observer(5), observer(3))
    fc.assert(
      fc.property(article, article, (one, other) => {
        const sampling = { seed: 3, samples: 3 }
        const read = (...articles: readonly Unit[][][]) => {
          const sums = new GammaSums()
          for (const units of articles) sums.read(50, units, sampling)
          return sums
        }
        const added = read(one).add(read(other))
        expect([...added.sums].map((sum) => sum.toFixed(9))).toEqual(
          [...read(one, other).sums].map((sum) => sum.toFixed(9)),
        )
        const { disorder, isLeast } = leastDisorder(columnsOf(one), 3, usualDissimilarity)
        if (isLeast)
          expect(leastDisorder(columnsOf(one.toReversed()), 3, usualDissimilarity).disorder).toBeCloseTo(
            disorder,
            7,
          )
        expect(gamma(added).value ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 40 },
    )
  })
})
