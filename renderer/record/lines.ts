/** A group of statements that have one value in common, and how many there are. Those of one group stand together. */
export interface Group {
  readonly key: string
  readonly count: number
}

/** A stretch of the whole order of statements: from `from` up to but not with `to`, both from 0. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What stands in a line of the table: the head of a group, or a statement by its place in the whole order, from 0. */
export type Line =
  | { readonly is: 'group'; readonly group: number }
  /** `within`: its place in its group, from 0; without groups, in all. */
  | { readonly is: 'statement'; readonly at: number; readonly group: number | null; readonly within: number }

/**
 * The lines of the table, counted from 0: all statements one after another, or under the heads of their groups; of a group
 * that is folded, its head alone. Three statements in the groups a (2) and b (1), with a folded: a, b, and the third.
 */
export class Lines {
  readonly count: number
  readonly #total: number
  readonly #groups: readonly Group[] | null
  /** Of each group, the line of its head and the place of its first statement. */
  readonly #heads: readonly number[]
  readonly #firsts: readonly number[]
  readonly #folded: readonly boolean[]

  constructor(total: number, groups: readonly Group[] | null, folded: ReadonlySet<string>) {
    this.#total = total
    this.#groups = groups
    this.#folded = groups?.map(({ key }) => folded.has(key)) ?? []
    const heads: number[] = []
    const firsts: number[] = []
    let line = 0
    let first = 0
    for (const [i, { count }] of (groups ?? []).entries()) {
      heads.push(line)
      firsts.push(first)
      line += 1 + (this.#folded[i] ? 0 : count)
      first += count
    }
    this.#heads = heads
    this.#firsts = firsts
    this.count = groups ? line : total
  }

  /** What stands in a line; `null` beyond the last. */
  at(line: number): Line | null {
    if (line < 0 || line >= this.count) return null
    if (!this.#groups) return { is: 'statement', at: line, group: null, within: line }
    const group = lastUpTo(this.#heads, line)
    const within = line - this.#heads[group]! - 1
    if (within < 0) return { is: 'group', group }
    return { is: 'statement', at: this.#firsts[group]! + within, group, within }
  }

  /** The line in which a statement stands; of a group that is folded, the line of its head. */
  lineOf(statement: number): number {
    if (!this.#groups) return statement
    const group = lastUpTo(this.#firsts, statement)
    const head = this.#heads[group] ?? 0
    return this.#folded[group] ? head : head + 1 + statement - this.#firsts[group]!
  }

  /** The line of a group's head. */
  headOf(group: number): number {
    return this.#heads[group] ?? 0
  }

  /** The statements that stand in the lines from `from` up to but not with `to`, in order, as few stretches as there can be. */
  statementsIn(from: number, to: number): Stretch[] {
    const [first, last] = [Math.max(0, from), Math.min(to, this.count)]
    if (first >= last) return []
    if (!this.#groups) return [{ from: first, to: last }]
    const found: Stretch[] = []
    for (let group = lastUpTo(this.#heads, first); group < this.#groups.length; group++) {
      const head = this.#heads[group]!
      if (head >= last) break
      const count = this.#folded[group] ? 0 : this.#groups[group]!.count
      const begin = this.#firsts[group]! + Math.max(0, first - head - 1)
      const end = this.#firsts[group]! + Math.min(count, last - head - 1)
      const before = found.at(-1)
      if (begin >= end) continue
      if (before?.to === begin) found[found.length - 1] = { from: before.from, to: end }
      else found.push({ from: begin, to: end })
    }
    return found.filter(({ from: begin }) => begin < this.#total)
  }
}

/** The last place in a rising list whose number is not greater than `n`: where `n` belongs. */
function lastUpTo(rising: readonly number[], n: number): number {
  let [low, high] = [0, rising.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (rising[middle]! <= n) low = middle
    else high = middle - 1
  }
  return low
}
