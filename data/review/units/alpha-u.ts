import { defined, undefinedFor, type Measured } from '../figures'
import type { Distances } from '../measures/distances'
import type { UnitCoincidences } from './unit-coincidences'

/**
 * The α_U family of Krippendorff, Mathet, Bouvry and Widlöcher 2016 ("On the reliability of unitizing textual continua: Further
 * developments", Quality & Quantity 50; also Krippendorff 2019, *Content Analysis*, 4th ed., section 12.6). All are 1 − observed /
 * expected disagreement. Chance is a random pair of places out of all observers' continua, without pairs inside one and the same unit,
 * and without pairing a place of a gap with itself (equation 4).
 *
 * An observer's own tags may overlap here, and units may not: see `unionOf`. With one label the family is computed of that label's
 * stretches against all the rest; u α and |u α are then the same, and cu α is not defined.
 */

/**
 * u α (equation 5): places and values together; values are equal or not, and a gap is one more value.
 *
 * Not defined without a text that two have read (`nothing-to-compare`), nor when nobody marked anything or all of everything has
 * one value, so that there is no disagreement to expect (`one-value`).
 */
export function alphaU(units: UnitCoincidences): Measured {
  const { length, values, sums } = units
  if (length === 0) return undefinedFor('nothing-to-compare')
  let same = 0
  let squares = 0
  for (let value = 0; value <= values; value++) {
    same += units.of(value, value)
    squares += sums[value]! ** 2
  }
  return ratio(length - same, (length * (length ** 2 - squares)) / pairs(units))
}

/** |u α (equation 6): only whether there is a unit or a gap, whatever its value. Undefined as u α is. */
export function alphaBar(units: UnitCoincidences): Measured {
  const { length, values, sums } = units
  if (length === 0) return undefinedFor('nothing-to-compare')
  const gaps = sums[values]!
  return ratio(gaps - units.of(values, values), (length * gaps * (length - gaps)) / pairs(units))
}

/**
 * cu α (equations 7 to 11): only where two observers both have a unit, whether they gave it the same value. `distances` between
 * values may be given; by default they are equal or not.
 *
 * What a unit shares with another observer's units is taken together before it is squared, also when those are several: so their
 * places are never paired by chance with each other, as in equation 4.
 *
 * Not defined when no units intersect (`nothing-matched`), or all that do have one value (`one-value`); nor when of three observers or more so few
 * have units in the same places that equation 10 leaves no pair for chance to draw (`no-pairs`).
 */
export function alphaCu(units: UnitCoincidences, distances?: Distances): Measured {
  const { values } = units
  const valued = valuedLengths(units)
  const all = valued.reduce((sum, length) => sum + length, 0)
  if (all === 0) return undefinedFor('nothing-matched')
  let observed = 0
  let expected = 0
  for (let one = 0; one < values; one++) {
    for (let other = 0; other < values; other++) {
      if (one === other) continue
      const distance = distances ? distances[one * values + other]! : 1
      observed += distance * units.of(one, other)
      expected += distance * valued[one]! * valued[other]!
    }
  }
  const room = sharedPairs(units, all)
  if (expected === 0) return undefinedFor('one-value')
  return room > 0 ? ratio(observed, expected / room) : undefinedFor('no-pairs')
}

/**
 * (k)u α (equation 13): of the places that one observer gave value k and another any, whether the other gave it k too.
 *
 * Not defined when no unit of that value intersects with any (`nothing-matched`), or else where cu α is not.
 */
export function alphaKu(units: UnitCoincidences, value: number): Measured {
  const valued = valuedLengths(units)
  const all = valued.reduce((sum, length) => sum + length, 0)
  const own = valued[value]!
  if (own === 0) return undefinedFor('nothing-matched')
  const withOthers = own * (all - own)
  const withItself = own * own - units.sums[2 * units.values + 1 + value]!
  if (withOthers > 0 && sharedPairs(units, all) <= 0) return undefinedFor('no-pairs')
  return ratio(((withOthers + withItself) / own) * (own - units.of(value, value)), withOthers)
}

/** ℓ_c without what coincides with gaps. */
function valuedLengths(units: UnitCoincidences): Float64Array {
  const { values } = units
  return Float64Array.from({ length: values }, (_, one) => {
    let length = 0
    for (let other = 0; other < values; other++) length += units.of(one, other)
    return length
  })
}

/** The pairs of places that chance may draw: all but those inside one unit, and a gap's place with itself. */
function pairs({ length, values, sums }: UnitCoincidences): number {
  let own = sums[values]!
  for (let value = 0; value < values; value++) own += sums[values + 1 + value]!
  return length ** 2 - own
}

/** The same where two observers both have a unit, over their length (the denominator of equation 10). */
function sharedPairs({ values, sums }: UnitCoincidences, all: number): number {
  let own = 0
  for (let value = 0; value < values; value++) own += sums[2 * values + 1 + value]!
  return all - own / all
}

function ratio(observed: number, expected: number): Measured {
  return expected === 0 ? undefinedFor('one-value') : defined(1 - observed / expected)
}
