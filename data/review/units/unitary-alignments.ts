import { bestColumns, type Entry } from './best-columns'
import { Company } from './company'
import { dissimilar, type Columns, type Dissimilarity } from './dissimilarity'
import { grouped } from './grouped'
import { canTryOut, tryOut } from './try-out'

/** Units that are taken to be meant as the same one, at most one of each observer, and what is left of a text so divided. */
export interface Alignment {
  /** Each a list of units by their numbers. */
  readonly groups: readonly (readonly number[])[]
  /** The sum of all groups' disorders; the measure divides it by the mean number of units of an observer. */
  readonly disorder: number
  /** Whether no other alignment has less disorder. */
  readonly isLeast: boolean
}

/**
 * The alignment with the least disorder (Mathet, Widlöcher and Métivier 2015, sections 4.3 and 4.4). A group's disorder is the mean
 * dissimilarity of all n(n − 1)/2 pairs of the n observers in it, where a pair with somebody who has no unit in it, or with two such, is Δ∅.
 *
 * - With two observers it is the least exactly (to a billionth of Δ∅): the assignment problem.
 * - With three or more, units fall into parts that do not compete: units that differ by so much that one would better be alone are never
 *   grouped. Parts of few units are tried out in all ways, and that is the least. Larger parts, which the paper hands to an integer
 *   programme, are grouped from the nearest pair on, and then each observer's units in turn are given anew to the groups of the others
 *   (an assignment again) until that gains nothing. That is near the least and never below it.
 *
 * Both what is observed and what chance gives are aligned in this way.
 */
export function leastDisorder(units: Columns, observers: number, how: Dissimilarity): Alignment {
  return observers === 2 ? ofTwo(units, how) : ofMany(units, observers, how)
}

/** Pairs of units of different observers that differ by no more than `reach`, each once, the earlier unit first. */
function nearPairs(units: Columns, how: Dissimilarity, reach: number): { pairs: number[]; apart: number[] } {
  const { who, start, end } = units
  const order = Array.from(start, (_, unit) => unit).toSorted((a, b) => start[a]! - start[b]! || a - b)
  let longest = 0
  for (let unit = 0; unit < start.length; unit++) longest = Math.max(longest, end[unit]! - start[unit]!)
  // |difference of starts| ≤ √(reach / positional Δ∅) × both lengths, or they differ by more.
  const stretch = how.positional > 0 ? Math.sqrt(reach / (how.positional * how.empty)) : Infinity
  const pairs: number[] = []
  const apart: number[] = []
  for (let i = 0; i < order.length; i++) {
    const one = order[i]!
    const furthest = start[one]! + stretch * (end[one]! - start[one]! + longest)
    for (let j = i + 1; j < order.length && start[order[j]!]! <= furthest; j++) {
      const other = order[j]!
      if (who[one] === who[other]) continue
      const difference = dissimilar(units, one, other, how)
      if (difference > reach) continue
      pairs.push(one, other)
      apart.push(difference)
    }
  }
  return { pairs, apart }
}

function ofTwo(units: Columns, how: Dissimilarity): Alignment {
  const { who } = units
  const { pairs, apart } = nearPairs(units, how, 2 * how.empty)
  // Units of the first observer are rows, of the other columns; what a pair saves against two alone is its worth.
  const number = new Int32Array(who.length)
  const sides: [number[], number[]] = [[], []]
  for (let unit = 0; unit < who.length; unit++) number[unit] = sides[who[unit] === 0 ? 0 : 1].push(unit) - 1
  const entries: Entry[] = []
  for (let k = 0; k < apart.length; k++) {
    const [one, other] = [pairs[2 * k]!, pairs[2 * k + 1]!]
    const [a, b] = who[one] === 0 ? [one, other] : [other, one]
    entries.push({ row: number[a]!, column: number[b]!, worth: 2 - apart[k]! / how.empty })
  }
  const columnOf = bestColumns(sides[0].length, sides[1].length, entries)
  const groups: number[][] = []
  const isTaken = new Uint8Array(sides[1].length)
  for (const [row, unit] of sides[0].entries()) {
    const column = columnOf[row]!
    if (column >= 0) isTaken[column] = 1
    groups.push(column >= 0 ? [unit, sides[1][column]!] : [unit])
  }
  for (const [column, unit] of sides[1].entries()) if (!isTaken[column]) groups.push([unit])
  let disorder = 0
  for (const [one, other] of groups)
    disorder += other === undefined ? how.empty : dissimilar(units, one!, other, how)
  return { groups, disorder, isLeast: true }
}

function ofMany(units: Columns, observers: number, how: Dissimilarity): Alignment {
  const allPairs = (observers * (observers - 1)) / 2
  // A unit leaves its group for Δ∅ when its dissimilarities there come to more than this, whatever the group.
  const { pairs, apart } = nearPairs(units, how, (allPairs + observers - 1) * how.empty)
  const nearestFirst = Array.from(apart, (_, k) => k).toSorted((a, b) => apart[a]! - apart[b]! || a - b)
  const company = new Company(units, how, allPairs)
  const groups: (readonly number[])[] = []
  let isLeast = true
  for (const { members, near } of partsOf(units.who.length, pairs, nearestFirst)) {
    if (canTryOut(members, observers)) groups.push(...tryOut(members, company))
    else {
      isLeast = false
      groups.push(...grouped(members, near, company))
    }
  }
  let disorder = 0
  for (const group of groups) disorder += company.disorder(group)
  return { groups, disorder, isLeast }
}

/** Units that hang together through near pairs, and these pairs, in their order. */
function partsOf(units: number, pairs: readonly number[], order: readonly number[]): Part[] {
  const leader = Int32Array.from({ length: units }, (_, unit) => unit)
  const leads = (unit: number): number => {
    while (leader[unit] !== unit) unit = leader[unit] = leader[leader[unit]!]!
    return unit
  }
  for (let k = 0; k < pairs.length; k += 2) leader[leads(pairs[k]!)] = leads(pairs[k + 1]!)
  const parts = new Map<number, { members: number[]; near: number[] }>()
  for (let unit = 0; unit < units; unit++) {
    const part = parts.get(leads(unit))
    if (part) part.members.push(unit)
    else parts.set(leads(unit), { members: [unit], near: [] })
  }
  for (const k of order) parts.get(leads(pairs[2 * k]!))!.near.push(pairs[2 * k]!, pairs[2 * k + 1]!)
  return [...parts.values()]
}

interface Part {
  readonly members: readonly number[]
  /** Pairs of them, the nearest first, one unit after the other. */
  readonly near: readonly number[]
}
