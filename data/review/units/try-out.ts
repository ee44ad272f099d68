import type { Company } from './company'

/** Whether a part has so few units that all ways to group them can be gone through in a few milliseconds. */
export const canTryOut = (members: readonly number[], observers: number): boolean =>
  members.length <= (observers === 3 ? 12 : 9)

/**
 * The best of all ways to group a few units, at most one of each observer together: the first unit left with every possible company, and
 * the rest in the best way, each rest solved once.
 */
export function tryOut(members: readonly number[], company: Company): number[][] {
  const least = new Float64Array(1 << members.length).fill(-1)
  const chosen = new Int32Array(1 << members.length)
  least[0] = 0
  const solve = (left: number): number => {
    if (least[left]! >= 0) return least[left]!
    const first = 31 - Math.clz32(left & -left)
    let best = Infinity
    const extend = (group: readonly number[], mask: number, cost: number, from: number): void => {
      const total = cost + solve(left & ~mask)
      if (total < best) {
        best = total
        chosen[left] = mask
      }
      for (let next = from; next < members.length; next++) {
        const unit = members[next]!
        if ((left & (1 << next)) === 0 || company.isTaken(unit, group)) continue
        extend([...group, unit], mask | (1 << next), cost + company.joining(unit, group), next + 1)
      }
    }
    extend([members[first]!], 1 << first, company.how.empty, first + 1)
    least[left] = best
    return best
  }
  let left = (1 << members.length) - 1
  solve(left)
  const groups: number[][] = []
  while (left !== 0) {
    const mask = chosen[left]!
    groups.push(members.filter((_, at) => (mask & (1 << at)) !== 0))
    left &= ~mask
  }
  return groups
}
