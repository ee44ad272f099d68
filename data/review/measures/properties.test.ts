import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measured } from '../figures'
import { cohenKappa, weightedKappa } from './cohen-kappa'
import { Coincidences, MISSING, type Detail } from './coincidences'
import { Confusion2 } from './confusion'
import { intervalDistances } from './distances'
import { fleissKappa } from './fleiss-kappa'
import { gwetAc1, gwetAc2, linearWeights, ordinalWeights, quadraticWeights } from './gwet'
import { krippendorffAlpha } from './krippendorff-alpha'
import type { Margins } from './margins'
import { RatingShares } from './shares'
import { Rows } from './sums'

const VALUES = 4
type Unit = readonly number[]

/** Everything that is said of so many units, each rated by the same number of raters. */
function sumsOf(units: readonly Unit[], detail: Detail = 'full') {
  const coincidences = new Coincidences(VALUES, detail)
  const shares = new RatingShares(VALUES, detail)
  const confusion = new Confusion2(VALUES, detail)
  for (const unit of units) {
    coincidences.rate(unit)
    shares.rate(unit)
    confusion.rate(unit[0]!, unit[1]!)
  }
  return { coincidences, shares, confusion }
}
type All = ReturnType<typeof sumsOf>

const ofEqualValues = {
  alpha: ({ coincidences }: All) => krippendorffAlpha(coincidences),
  fleiss: ({ shares }: All) => fleissKappa(shares),
  ac1: ({ shares }: All) => gwetAc1(shares),
  kappa: ({ confusion }: All) => cohenKappa(confusion),
}
const ofEvenSteps = {
  ordinal: ({ coincidences }: All) => krippendorffAlpha(coincidences, 'ordinal'),
  linearAc2: ({ shares }: All) => gwetAc2(shares, linearWeights(VALUES)),
  ordinalAc2: ({ shares }: All) => gwetAc2(shares, ordinalWeights(VALUES)),
  quadraticAc2: ({ shares }: All) => gwetAc2(shares, quadraticWeights(VALUES)),
  linearKappa: ({ confusion }: All) => weightedKappa(confusion, 'linear'),
  quadraticKappa: ({ confusion }: All) => weightedKappa(confusion, 'quadratic'),
}
const measures = {
  ...ofEqualValues,
  ...ofEvenSteps,
  interval: ({ coincidences }: All) => krippendorffAlpha(coincidences, intervalDistances([-2, -1, 0, 2])),
}

/** To seven places; not at their middle, where 7/256 and nearly 7/256 would be rounded apart. */
const rounded = ({ value, why }: Measured): number | string => why ?? Math.round(value * 1e7 + 0.1234) / 1e7

/** What each measure comes to, or why it does not. */
const told = (all: All, among: Record<string, (all: All) => Measured> = measures) =>
  Object.fromEntries(Object.entries(among).map(([name, measure]) => [name, rounded(measure(all))]))

const rating = fc.oneof(
  { weight: 6, arbitrary: fc.nat(VALUES - 1) },
  { weight: 1, arbitrary: fc.constant(MISSING) },
)
const ratings = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) => fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { maxLength: 15 }))
const shuffledTwice = ratings.chain((units) =>
  fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
)

describe('for any ratings', () => {
  it('the order of units does not matter', () => {
    fc.assert(
      fc.property(shuffledTwice, ([units, others]) => {
        expect(told(sumsOf(units))).toEqual(told(sumsOf(others)))
      }),
    )
  })

  it('the order of raters does not matter', () => {
    fc.assert(
      fc.property(ratings, (units) => {
        const turned = units.map((unit) => [unit[1]!, unit[0]!, ...unit.slice(2).toReversed()])
        expect(told(sumsOf(units))).toEqual(told(sumsOf(turned)))
      }),
    )
  })

  it('what values are called does not matter when they are equal or not, nor which end of an order is which', () => {
    fc.assert(
      fc.property(ratings, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (units, names) => {
        const renamed = (to: readonly number[]) =>
          sumsOf(units.map((unit) => unit.map((value) => (value === MISSING ? MISSING : to[value]!))))
        expect(told(sumsOf(units), ofEqualValues)).toEqual(told(renamed(names), ofEqualValues))
        expect(told(sumsOf(units), ofEvenSteps)).toEqual(told(renamed([3, 2, 1, 0]), ofEvenSteps))
      }),
    )
  })

  it('adding the sums of two articles is computing them together, also as rows', () => {
    fc.assert(
      fc.property(ratings, ratings, (units, others) => {
        const [one, other, together] = [sumsOf(units), sumsOf(others), sumsOf([...units, ...others])]
        const rows = new Rows(one.coincidences.width)
        rows.push(one.coincidences)
        rows.push(new Coincidences(VALUES))
        rows.push(other.coincidences)
        const total = new Coincidences(VALUES)
        rows.total(total)
        expect(rounded(krippendorffAlpha(total))).toBe(rounded(krippendorffAlpha(together.coincidences)))
        one.coincidences.add(other.coincidences)
        one.shares.add(other.shares)
        one.confusion.add(other.confusion)
        expect(told(one)).toEqual(told(together))
      }),
    )
  })

  it('what two raters said, told by value, is what they said unit by unit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating)), (units) => {
        const one = sumsOf(units, 'nominal')
        const all = sumsOf([], 'nominal')
        const of = (count: (unit: readonly [number, number], value: number) => boolean) =>
          Int32Array.from({ length: VALUES }, (_, value) => units.filter((unit) => count(unit, value)).length)
        const isBoth = ([a, b]: readonly [number, number]) => a !== MISSING && b !== MISSING && a !== b
        const margins: Margins = {
          same: of(([a, b], value) => a === value && b === value),
          first: of((unit, value) => isBoth(unit) && unit[0] === value),
          second: of((unit, value) => isBoth(unit) && unit[1] === value),
          alone: of(([a, b], value) => Math.min(a, b) === MISSING && Math.max(a, b) === value),
        }
        for (const each of [all.coincidences, all.shares, all.confusion]) each.rateTwo(margins)
        expect(all).toEqual(one)
      }),
    )
  })

  it('a row drawn twice counts as two articles', () => {
    fc.assert(
      fc.property(ratings, ratings, (units, others) => {
        const rows = new Rows(new RatingShares(VALUES).width)
        for (const of of [units, others]) rows.push(sumsOf(of).shares)
        const total = new RatingShares(VALUES)
        const drawn = rows.byPlace().drawn(Uint16Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        for (let place = 0; place < total.width; place++) total.sums[place] = drawn[8 * place]!
        expect(rounded(gwetAc1(total))).toBe(rounded(gwetAc1(sumsOf([...units, ...units]).shares)))
      }),
    )
  })

  it('a constant added to interval values changes nothing, nor does another unit of measurement', () => {
    fc.assert(
      fc.property(
        ratings,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (units, shift, scale) => {
          const { coincidences } = sumsOf(units)
          const numbers = [-2, -1, 0, 2]
          const moved = numbers.map((number) => scale * number + shift)
          expect(rounded(krippendorffAlpha(coincidences, intervalDistances(moved)))).toBe(
            rounded(krippendorffAlpha(coincidences, intervalDistances(numbers))),
          )
        },
      ),
    )
  })

  it('the marginals are enough where values are equal or not', () => {
    fc.assert(
      fc.property(ratings, (units) => {
        expect(told(sumsOf(units), ofEqualValues)).toEqual(told(sumsOf(units, 'nominal'), ofEqualValues))
      }),
    )
  })

  it('no measure is above 1, and Cohen’s κ is not below -1', () => {
    fc.assert(
      fc.property(ratings, (units) => {
        const all = sumsOf(units)
        const figures = Object.values(told(all)).filter((figure) => typeof figure === 'number')
        expect(Math.max(0, ...figures)).toBeLessThanOrEqual(1)
        expect(cohenKappa(all.confusion).value ?? 0).toBeGreaterThanOrEqual(-1 - 1e-12)
      }),
    )
  })

  it('when all always agree every measure is 1, or not defined for one value', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(VALUES - 1), { minLength: 1, maxLength: 12 }), (values) => {
        const all = sumsOf(values.map((value) => [value, value, value]))
        const figures = new Set(Object.values(told(all)))
        expect(figures).toEqual(new Set(new Set(values).size > 1 ? [1] : ['one-value', 1]))
      }),
    )
  })

  it('many units of a kind at once are that many one by one', () => {
    fc.assert(
      fc.property(
        fc.array(rating, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 9 }),
        (unit, times) => {
          const [at, one] = [new Coincidences(VALUES).rate(unit, times), new Coincidences(VALUES)]
          const [shared, share] = [new RatingShares(VALUES).rate(unit, times), new RatingShares(VALUES)]
          for (let k = 0; k < times; k++) {
            one.rate(unit)
            share.rate(unit)
          }
          for (const [place, sum] of one.sums.entries()) expect(at.sums[place]).toBeCloseTo(sum, 9)
          for (const [place, sum] of share.sums.entries()) expect(shared.sums[place]).toBeCloseTo(sum, 9)
        },
      ),
    )
  })
})
