import { assign } from '../assign'
import { dissimilar, type Columns, type Dissimilarity } from './dissimilarity'

/** Units that are taken to be meant as the same one, at most one of each observer, and what is left of a text so divided. */
export interface Alignment {
  /** Each a list of units by their numbers. */
  readonly groups: readonly (readonly number[])[]
  /** The sum of all groups' disorders; the measure divides it by the mean number of units of an observer. */
  readonly disorder: number
  /** Whether no other alignment has less disorder. */
  readonly isLeast: boolean
}

/** Up to so many units that compete with each other, directly or through others, all ways to group them are gone through. */
const triedOut = 9

/**
 * The alignment with the least disorder (Mathet, Widlöcher and Métivier 2015, sections 4.3 and 4.4). A group's disorder is the mean
 * dissimilarity of all n(n − 1)/2 pairs of the n observers in it, where a pair with somebody who has no unit in it, or with two such, is Δ∅.
 *
 * - With two observers it is the least exactly (to a billionth of Δ∅): the assignment problem.
 * - With three or more, units fall into parts that do not compete: a unit that differs from another by so much that it would better be
 *   alone is never grouped with it. Parts of up to nine units are tried out in all ways, and that is the least. Larger parts, which
 *   only the integer programme of the paper would solve, are grouped from the nearest pair on and then improved by moving and swapping
 *   single units until that gains nothing: close to the least, not below it. With four observers or more, pairs that differ by more
 *   than 5 Δ∅ are never grouped, although that could gain something when all others agree.
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
  const { who, start } = units
  const total = start.length
  const { pairs, apart } = nearPairs(units, how, 2 * how.empty)
  // Units of the first observer are rows, of the other columns; what a pair saves against two alone is its worth.
  const number = new Int32Array(total)
  const sides: [number[], number[]] = [[], []]
  for (let unit = 0; unit < total; unit++) number[unit] = sides[who[unit] === 0 ? 0 : 1].push(unit) - 1
  const entries: { row: number; column: number; worth: number; apart: number }[] = []
  for (let k = 0; k < apart.length; k++) {
    const [one, other] = [pairs[2 * k]!, pairs[2 * k + 1]!]
    const [a, b] = who[one] === 0 ? [one, other] : [other, one]
    const worth = Math.round((2 - apart[k]! / how.empty) * 1e9)
    if (worth > 0) entries.push({ row: number[a]!, column: number[b]!, worth, apart: apart[k]! })
  }
  entries.sort((a, b) => a.row - b.row || a.column - b.column)
  const first = new Int32Array(sides[0].length + 1)
  for (const { row } of entries) first[row + 1]!++
  for (let row = 0; row < sides[0].length; row++) first[row + 1]! += first[row]!
  const columnOf = assign({
    rows: sides[0].length,
    columns: sides[1].length,
    first,
    column: Int32Array.from(entries, ({ column }) => column),
    worth: Float64Array.from(entries, ({ worth }) => worth),
  })
  const groups: number[][] = []
  const isTaken = new Uint8Array(sides[1].length)
  let disorder = 0
  for (const { row, column, apart: difference } of entries) {
    if (columnOf[row] !== column) continue
    groups.push([sides[0][row]!, sides[1][column]!])
    isTaken[column] = 1
    disorder += difference
  }
  const alone = [
    ...sides[0].filter((_, row) => columnOf[row] === -1),
    ...sides[1].filter((_, column) => isTaken[column] === 0),
  ]
  for (const unit of alone) groups.push([unit])
  return { groups, disorder: disorder + alone.length * how.empty, isLeast: true }
}

function ofMany(units: Columns, observers: number, how: Dissimilarity): Alignment {
  const allPairs = (observers * (observers - 1)) / 2
  // A unit leaves its group for Δ∅ when its dissimilarities there come to more than this, whatever the group.
  const surely = (allPairs + observers - 1) * how.empty
  const reach = Math.min(surely, 5 * how.empty)
  const { pairs, apart } = nearPairs(units, how, reach)
  const grouping = new Grouping(units, how, allPairs)
  const groups: (readonly number[])[] = []
  let isLeast = reach === surely
  for (const part of partsOf(units.start.length, pairs)) {
    if (part.length === 1) groups.push(part)
    else if (part.length <= triedOut) groups.push(...grouping.tryOut(part))
    else {
      isLeast = false
      groups.push(...grouping.group(part, pairs, apart))
    }
  }
  let disorder = 0
  for (const group of groups) disorder += grouping.disorder(group)
  return { groups, disorder, isLeast }
}

/** Units that hang together through near pairs. */
function partsOf(units: number, pairs: readonly number[]): number[][] {
  const leader = Int32Array.from({ length: units }, (_, unit) => unit)
  const leads = (unit: number): number => {
    while (leader[unit] !== unit) unit = leader[unit] = leader[leader[unit]!]!
    return unit
  }
  for (let k = 0; k < pairs.length; k += 2) leader[leads(pairs[k]!)] = leads(pairs[k + 1]!)
  const parts = new Map<number, number[]>()
  for (let unit = 0; unit < units; unit++) {
    const part = parts.get(leads(unit))
    if (part) part.push(unit)
    else parts.set(leads(unit), [unit])
  }
  return [...parts.values()]
}

/**
 * A group costs Δ∅ and, for each pair of units in it, what they differ by less Δ∅, over the number of pairs of observers: that is
 * its disorder, written so that it shows what moving one unit changes.
 */
class Grouping {
  constructor(
    readonly units: Columns,
    readonly how: Dissimilarity,
    readonly allPairs: number,
  ) {}

  disorder(group: readonly number[]): number {
    let pairs = 0
    for (let i = 0; i < group.length; i++)
      for (let j = i + 1; j < group.length; j++)
        pairs += dissimilar(this.units, group[i]!, group[j]!, this.how)
    const withNobody = this.allPairs - (group.length * (group.length - 1)) / 2
    return (pairs + withNobody * this.how.empty) / this.allPairs
  }

  #together(one: number, other: number): number {
    return (dissimilar(this.units, one, other, this.how) - this.how.empty) / this.allPairs
  }

  #with(unit: number, group: readonly number[], without = -1): number {
    let cost = 0
    for (const other of group) if (other !== without && other !== unit) cost += this.#together(unit, other)
    return cost
  }

  /** The best of all ways to group a few units: the first unit left with every possible company, and the rest in the best way. */
  tryOut(part: readonly number[]): number[][] {
    const { who } = this.units
    const best = new Float64Array(1 << part.length).fill(-1)
    const company = new Int32Array(1 << part.length)
    best[0] = 0
    const solve = (left: number): number => {
      if (best[left]! >= 0) return best[left]!
      const first = 31 - Math.clz32(left & -left)
      let least = Infinity
      const extend = (group: readonly number[], mask: number, cost: number, from: number): void => {
        const total = cost + solve(left & ~mask)
        if (total < least) {
          least = total
          company[left] = mask
        }
        for (let next = from; next < part.length; next++) {
          const unit = part[next]!
          if ((left & (1 << next)) === 0 || group.some((other) => who[other] === who[unit])) continue
          extend([...group, unit], mask | (1 << next), cost + this.#with(unit, group), next + 1)
        }
      }
      extend([part[first]!], 1 << first, this.how.empty, first + 1)
      best[left] = least
      return least
    }
    let left = (1 << part.length) - 1
    solve(left)
    const groups: number[][] = []
    while (left !== 0) {
      const mask = company[left]!
      groups.push(part.filter((_, at) => (mask & (1 << at)) !== 0))
      left &= ~mask
    }
    return groups
  }

  /** From the nearest pair on, groups are joined while that gains something; then single units move or swap while that does. */
  group(part: readonly number[], pairs: readonly number[], apart: readonly number[]): number[][] {
    const { who } = this.units
    const groupOf = new Map<number, number[]>(part.map((unit) => [unit, [unit]]))
    const near: number[] = []
    for (let k = 0; k < apart.length; k++) if (groupOf.has(pairs[2 * k]!)) near.push(k)
    near.sort((a, b) => apart[a]! - apart[b]! || a - b)
    const neighbours = new Map<number, number[]>(part.map((unit) => [unit, []]))
    for (const k of near) {
      neighbours.get(pairs[2 * k]!)!.push(pairs[2 * k + 1]!)
      neighbours.get(pairs[2 * k + 1]!)!.push(pairs[2 * k]!)
    }
    const gains = (change: number): boolean => change < -1e-9 * this.how.empty
    const put = (unit: number, from: number[], into: number[]): void => {
      from.splice(from.indexOf(unit), 1)
      into.push(unit)
      groupOf.set(unit, into)
    }

    for (let round = 0, hasGained = true; hasGained && round < 10; round++) {
      hasGained = false
      for (const k of near) {
        const [a, b] = [groupOf.get(pairs[2 * k]!)!, groupOf.get(pairs[2 * k + 1]!)!]
        if (a === b || a.some((unit) => b.some((other) => who[unit] === who[other]))) continue
        let change = -this.how.empty
        for (const unit of a) change += this.#with(unit, b)
        if (!gains(change)) continue
        while (b.length > 0) put(b[0]!, b, a)
        hasGained = true
      }
      for (const unit of part) {
        const own = groupOf.get(unit)!
        const staying = this.#with(unit, own)
        if (own.length > 1 && gains(this.how.empty - staying)) {
          put(unit, own, [])
          hasGained = true
          continue
        }
        for (const there of new Set(neighbours.get(unit)!.map((other) => groupOf.get(other)!))) {
          if (there === own) continue
          const rival = there.find((other) => who[other] === who[unit])
          const leaving = own.length === 1 && rival === undefined ? -this.how.empty : -staying
          let change = leaving + this.#with(unit, there, rival)
          if (rival !== undefined) change += this.#with(rival, own, unit) - this.#with(rival, there)
          if (!gains(change)) continue
          put(unit, own, there)
          if (rival !== undefined) put(rival, there, own)
          hasGained = true
          break
        }
      }
    }
    return [...new Set(groupOf.values())].filter((group) => group.length > 0)
  }
}
