import { bestColumns, type Entry } from './best-columns'
import type { Company } from './company'
import { tryOut } from './try-out'

/** More rounds than this have never been seen to gain anything worth it. */
const mostRounds = 20

/** Up to so many units round one are taken out of their groups and grouped in the best way. */
const regrouped = 8

/**
 * A good grouping of many units that compete. From the nearest pair on, groups are joined while that gains something. Then each
 * observer's units in turn leave their groups and are given to the groups of the others, or to themselves, in the best way; and few
 * units round each are grouped anew in the best way. All again until nothing gains.
 */
export function grouped(members: readonly number[], near: readonly number[], company: Company): number[][] {
  const { who } = company.units
  const { empty } = company.how
  const gains = (change: number): boolean => change < -1e-7 * empty
  const groupOf = new Map<number, number[]>(members.map((unit) => [unit, [unit]]))
  const neighbours = new Map<number, number[]>(members.map((unit) => [unit, []]))
  for (let k = 0; k < near.length; k += 2) {
    neighbours.get(near[k]!)!.push(near[k + 1]!)
    neighbours.get(near[k + 1]!)!.push(near[k]!)
  }
  const ofObserver = new Map<number, number[]>()
  for (const unit of members) {
    const own = ofObserver.get(who[unit]!)
    if (own) own.push(unit)
    else ofObserver.set(who[unit]!, [unit])
  }

  /** Joins what gains by it; tells whether anything did. */
  const join = (): boolean => {
    let hasGained = false
    for (let k = 0; k < near.length; k += 2) {
      const [a, b] = [groupOf.get(near[k]!)!, groupOf.get(near[k + 1]!)!]
      if (a === b || a.some((unit) => company.isTaken(unit, b))) continue
      let change = -empty
      for (const unit of a) change += company.joining(unit, b)
      if (!gains(change)) continue
      for (const unit of b) groupOf.set(unit, a)
      a.push(...b)
      hasGained = true
    }
    return hasGained
  }

  /** Gives an observer's units anew to the groups of the others. */
  const giveAnew = (own: readonly number[]): boolean => {
    let before = 0
    for (const unit of own) {
      const group = groupOf.get(unit)!
      group.splice(group.indexOf(unit), 1)
      if (group.length > 0) before += company.joining(unit, group) - empty
    }
    const groups: number[][] = []
    const column = new Map<readonly number[], number>()
    const entries: Entry[] = []
    for (const [row, unit] of own.entries()) {
      const near = neighbours.get(unit)!.map((other) => groupOf.get(other)!)
      for (const group of new Set([groupOf.get(unit)!, ...near])) {
        if (group.length === 0) continue
        if (!column.has(group)) column.set(group, groups.push(group) - 1)
        entries.push({ row, column: column.get(group)!, worth: 1 - company.joining(unit, group) / empty })
      }
    }
    const given = bestColumns(own.length, groups.length, entries)
    let after = 0
    for (const [row, unit] of own.entries())
      if (given[row]! >= 0) after += company.joining(unit, groups[given[row]!]!) - empty
    const isBetter = gains(after - before)
    for (const [row, unit] of own.entries()) {
      const group = !isBetter ? groupOf.get(unit)! : given[row]! >= 0 ? groups[given[row]!]! : []
      group.push(unit)
      groupOf.set(unit, group)
    }
    return isBetter
  }

  /** Groups a unit's group and those nearest to it anew, as far as that can be tried out. */
  const regroup = (unit: number): boolean => {
    const around = new Set([groupOf.get(unit)!])
    let size = groupOf.get(unit)!.length
    for (const other of neighbours.get(unit)!) {
      const group = groupOf.get(other)!
      if (around.has(group) || size + group.length > regrouped) continue
      around.add(group)
      size += group.length
    }
    if (around.size === 1) return false
    const anew = tryOut([...around].flat(), company)
    let change = 0
    for (const group of anew) change += company.disorder(group)
    for (const group of around) change -= company.disorder(group)
    if (!gains(change)) return false
    for (const group of anew) for (const member of group) groupOf.set(member, group)
    return true
  }

  for (let round = 0; round < mostRounds; round++) {
    let hasGained = join()
    for (const own of ofObserver.values()) if (giveAnew(own)) hasGained = true
    if (!hasGained) for (const unit of members) if (regroup(unit)) hasGained = true
    if (!hasGained) break
  }
  return [...new Set(groupOf.values())]
}
