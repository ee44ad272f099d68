import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defined, undefinedFor } from '../figures'
import { Coincidences } from '../measures/coincidences'
import { krippendorffAlpha } from '../measures/krippendorff-alpha'
import { nominalDistances } from '../measures/distances'
import { alphaBar, alphaCu, alphaKu, alphaU } from './alpha-u'
import { drawnUnits } from './drawn-units.test-data'
import { UnitCoincidences } from './unit-coincidences'
import { unionOf, type Unit } from './unit'

const unitized = (...lines: readonly string[]) => {
  const { length, values, observers } = drawnUnits(...lines)
  return new UnitCoincidences(values).unitize(length, observers)
}

/** Computed by A. Lindahl's program for the paper's equations (github.com/lindanna/unitized_alpha, 2025). */
describe('figures of another program', () => {
  it('three observers of sixty places', () => {
    const three = new UnitCoincidences(2).unitize(60, [
      [{ start: 2, end: 5, value: 0 }],
      [
        { start: 2, end: 5, value: 0 },
        { start: 10, end: 20, value: 1 },
      ],
      [
        { start: 2, end: 5, value: 1 },
        { start: 15, end: 20, value: 1 },
      ],
    ])
    expect(alphaU(three).value).toBeCloseTo(0.3982981423791392, 12)
    expect(alphaBar(three).value).toBeCloseTo(0.5238010446343782, 12)
    expect(alphaCu(three).value).toBeCloseTo(0.3571428571428571, 12)
    expect(alphaKu(three, 0).value).toBeCloseTo(0.3125, 12)
    expect(alphaKu(three, 1).value).toBeCloseTo(0.390625, 12)
  })

  const [first, second, third] = [
    '..Aaaa..Bbbbb...Aaa..',
    '..Aaaaa.Bbb.....Bbb..',
    '.Aaaa....Bbbbb..Aaaa.',
  ] as const
  it.each([
    [
      [first, second],
      0.5852372583479789,
      0.7299771167048055,
      0.49696969696969706,
      0.5068870523415978,
      0.48484848484848486,
    ],
    [
      [first, second, third],
      0.48754238537520267,
      0.5046051342347638,
      0.6127232142857142,
      0.61328125,
      0.6119791666666665,
    ],
  ] as const)('%j', (lines, all, places, values, ofA, ofB) => {
    const units = unitized(...lines)
    expect(alphaU(units).value).toBeCloseTo(all, 12)
    expect(alphaBar(units).value).toBeCloseTo(places, 12)
    expect(alphaCu(units).value).toBeCloseTo(values, 12)
    expect(alphaKu(units, 0).value).toBeCloseTo(ofA, 12)
    expect(alphaKu(units, 1).value).toBeCloseTo(ofB, 12)
  })
})

describe('what the units’ boundaries are worth', () => {
  it('is 1 for the same units, and below 1 when one starts a place later', () => {
    expect(alphaU(unitized('..Aaa...Bb', '..Aaa...Bb'))).toEqual(defined(1))
    expect(alphaU(unitized('..Aaa...Bb', '...Aa...Bb')).value).toBeLessThan(1)
  })

  it('is below 0 when each marks what the other leaves out', () => {
    expect(alphaU(unitized('Aaaaa.....', '.....Aaaaa')).value).toBeLessThan(0)
  })

  it('counts another value as much as a gap, and |u α does not see it', () => {
    const [other, gap] = [unitized('Aaaa....Bbbb', 'Aaaa....Aaaa'), unitized('Aaaa....Bbbb', 'Aaaa........')]
    expect(alphaU(other).value).toBeLessThan(1)
    expect(alphaBar(other)).toEqual(defined(1))
    expect(alphaBar(gap).value).toBeLessThan(1)
  })

  it('cu α does not see where units begin and end, only what values they have where both have one', () => {
    const shifted = unitized('.Aaa..Bbb..', '..Aaa..Bbb.')
    expect(alphaU(shifted).value).toBeLessThan(0.6)
    expect(alphaCu(shifted)).toEqual(defined(1))
    expect(alphaCu(shifted, nominalDistances(2))).toEqual(defined(1))
  })

  it('makes long units agree less by chance than short ones, as their places belong together', () => {
    const [long, short] = [unitized('Aaaaaa......', '..Aaaaaa....'), unitized('AAAAAA......', '..AAAAAA....')]
    expect(long.observed).toBe(short.observed)
    expect(alphaU(long).value).toBeGreaterThan(alphaU(short).value!)
  })
})

describe('where there is little', () => {
  it('is not defined without two readers of a text', () => {
    expect(alphaU(unitized('.Aa.'))).toEqual(undefinedFor('nothing-to-compare'))
    expect(alphaU(new UnitCoincidences(1).unitize(0, [[], []]))).toEqual(undefinedFor('nothing-to-compare'))
  })

  it('is not defined when nobody marked anything, or everybody everything', () => {
    expect(alphaU(unitized('.....', '.....'))).toEqual(undefinedFor('one-value'))
    expect(alphaBar(unitized('Aaaaa', 'AaAaa'))).toEqual(undefinedFor('one-value'))
    expect(alphaU(unitized('Aaaaa', 'AaAaa'))).toEqual(undefinedFor('one-value'))
  })

  it('cu α is not defined when no units intersect, or with one value only', () => {
    expect(alphaCu(unitized('Aa..', '..Bb'))).toEqual(undefinedFor('nothing-matched'))
    expect(alphaCu(unitized('Aa..', '.Aa.'))).toEqual(undefinedFor('one-value'))
    expect(alphaKu(unitized('AaBb', 'Aa..'), 1)).toEqual(undefinedFor('nothing-matched'))
    expect(alphaKu(unitized('Aa..', 'Aa..'), 0)).toEqual(undefinedFor('one-value'))
  })

  it('cu α is not defined when chance has nothing to draw from: of five, two have one unit in the same place', () => {
    const sparse = unitized('.Aa..', '.Bb..', '.....', '.....', '.....')
    expect(alphaCu(sparse)).toEqual(undefinedFor('no-pairs'))
    expect(alphaKu(sparse, 0)).toEqual(undefinedFor('no-pairs'))
    expect(alphaU(sparse).why).toBeNull()
  })

  it('is defined when one of them is silent', () => {
    expect(alphaU(unitized('.Aaa.', '.....')).value).toBeLessThanOrEqual(0)
  })

  it('refuses units that overlap or leave the text', () => {
    const [a, b] = [
      { start: 0, end: 4, value: 0 },
      { start: 3, end: 6, value: 0 },
    ]
    expect(() => new UnitCoincidences(1).unitize(9, [[a, b], []])).toThrow('overlap')
    expect(() => new UnitCoincidences(1).unitize(5, [[b], []])).toThrow('leave')
  })
})

it('makes one stretch of tags that overlap, and leaves apart what only touches', () => {
  const tags = [
    { start: 8, end: 9 },
    { start: 0, end: 3 },
    { start: 2, end: 5 },
    { start: 5, end: 7 },
    { start: 6, end: 6 },
  ]
  expect(unionOf(tags, 2)).toEqual([
    { start: 0, end: 5, value: 2 },
    { start: 5, end: 7, value: 2 },
    { start: 8, end: 9, value: 2 },
  ])
})

/** Somebody's units on a text of so many places, of three values. */
const observer = (length: number) =>
  fc
    .array(fc.record({ gap: fc.nat(3), long: fc.integer({ min: 1, max: 5 }), value: fc.nat(2) }), {
      maxLength: 5,
    })
    .map((steps) => {
      const units: Unit[] = []
      let at = 0
      for (const { gap, long, value } of steps) {
        const start = at + gap
        at = start + long
        if (at > length) break
        units.push({ start, end: at, value })
      }
      return units
    })
const article = fc.integer({ min: 1, max: 14 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    observers: fc.array(observer(length), { minLength: 2, maxLength: 4 }),
  }),
)

const coincidencesOf = (...articles: readonly { length: number; observers: Unit[][] }[]) => {
  const sums = new UnitCoincidences(3)
  for (const { length, observers } of articles) sums.unitize(length, observers)
  return sums
}

describe('for any units', () => {
  it('u α is what going through all pairs of places gives', () => {
    fc.assert(
      fc.property(article, ({ length, observers }) => {
        // Each place as somebody sees it: which value, and in which of their units.
        const places = observers.map((units) =>
          Array.from({ length }, (_, at) => {
            const unit = units.findIndex(({ start, end }) => start <= at && at < end)
            return { value: unit < 0 ? 3 : units[unit]!.value, unit }
          }),
        )
        let [observed, here] = [0, 0]
        for (let at = 0; at < length; at++)
          for (const one of places)
            for (const other of places) {
              if (one === other) continue
              here++
              if (one[at]!.value !== other[at]!.value) observed++
            }
        let [expected, pairs] = [0, 0]
        const all = places.flatMap((own, who) => own.map((place, at) => ({ ...place, who, at })))
        for (const a of all)
          for (const b of all) {
            const isOwn = a.who === b.who && (a.at === b.at || (a.unit >= 0 && a.unit === b.unit))
            if (isOwn) continue
            pairs++
            if (a.value !== b.value) expected++
          }
        const { value } = alphaU(coincidencesOf({ length, observers }))
        if (expected === 0) expect(value).toBeNull()
        else expect(value).toBeCloseTo(1 - observed / here / (expected / pairs), 9)
      }),
    )
  })

  it('u α of units of one place is Krippendorff’s α, a place being a unit and the gap a value', () => {
    fc.assert(
      fc.property(article, ({ length, observers }) => {
        const cut = observers.map((units) =>
          units.flatMap(({ start, end, value }) =>
            Array.from({ length: end - start }, (_, k) => ({ start: start + k, end: start + k + 1, value })),
          ),
        )
        const places = new Coincidences(4)
        for (let at = 0; at < length; at++)
          places.rate(cut.map((units) => units.find(({ start }) => start === at)?.value ?? 3))
        const [ours, theirs] = [
          alphaU(coincidencesOf({ length, observers: cut })).value,
          krippendorffAlpha(places).value,
        ]
        if (theirs === null) expect(ours).toBeNull()
        else expect(ours).toBeCloseTo(theirs, 9)
      }),
    )
  })

  it('the order of observers does not matter, nor what values are called', () => {
    fc.assert(
      fc.property(article, ({ length, observers }) => {
        const [there, back] = [
          coincidencesOf({ length, observers }),
          coincidencesOf({
            length,
            observers: observers
              .toReversed()
              .map((units) => units.map((unit) => ({ ...unit, value: 2 - unit.value }))),
          }),
        ]
        for (const measure of [alphaU, alphaBar, alphaCu]) {
          const [ours, theirs] = [measure(back), measure(there)]
          expect(ours.why).toBe(theirs.why)
          expect(ours.value ?? 0).toBeCloseTo(theirs.value ?? 0, 9)
        }
      }),
    )
  })

  it('articles added are articles read one after the other, and none is above 1', () => {
    fc.assert(
      fc.property(article, article, (one, other) => {
        const added = coincidencesOf(one).add(coincidencesOf(other))
        const together = coincidencesOf(one, other)
        for (const [place, sum] of added.sums.entries()) expect(sum).toBeCloseTo(together.sums[place]!, 9)
        for (const measure of [alphaU, alphaBar, alphaCu])
          expect(measure(added).value ?? 0).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})
