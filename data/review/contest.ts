import { Assignment } from './assign'
import { roomFor, type Candidates } from './candidates'
import { comparePlaced, type PlacedTags } from './placed'

/** Candidates between two people's tags of which none is clear, by the rules that are numbers of bits. */
export interface Contested {
  readonly found: Candidates
  /** By candidate. */
  readonly worth: Float64Array
  /** Those that are open by any rule. */
  readonly open: Int32Array
  /** By candidate, of those that are open the rules by which they are. */
  readonly rules: Int32Array
}

/**
 * Decides between candidates that compete for tags: those of greatest weight together, see `Matcher`.
 *
 * What is worth more than all that it keeps out is taken first, until there is no more of it: each that is taken leaves less to
 * compete with. Where anything is left, all that competes with it in the end is solved exactly, also what could have been taken, so that between
 * matchings of equal weight the choice does not depend on what was taken before.
 */
export class Contest {
  readonly #assignment = new Assignment()
  /** By tag, the best worth of what is left, and the next best. */
  #bestA = new Float64Array(128)
  #bestB = new Float64Array(128)
  /** Candidates that are left. */
  #left = new Int32Array(256)
  #isMarkedA = new Uint8Array(64)
  #isMarkedB = new Uint8Array(64)
  // For what is solved: candidates that compete with any, and among them those that are solved.
  #rest = new Int32Array(256)
  #open = new Int32Array(256)
  #timesA = new Int32Array(64)
  #timesB = new Int32Array(64)
  #first = new Int32Array(64)
  #next = new Int32Array(64)
  #column = new Int32Array(256)
  #entry = new Int32Array(256)
  #entryWorth = new Float64Array(256)

  /** Decides between those that are open by the rule of this bit, and puts the matches into `into`, which has those that were clear before. */
  decide(contested: Contested, bit: number, a: PlacedTags, b: PlacedTags, into: Int32Array): void {
    const { found, worth } = contested
    this.#makeRoom(contested.open.length, a.count, b.count)
    const left = this.#takeBest(found, worth, this.#openBy(contested, bit), a, b, into)
    if (left === 0) return
    const rest = this.#competing(contested, bit, a, b)
    const open = this.#spread(found, left, rest)
    this.#solve(found, worth, rest, open, a, b, into)
  }

  /** Puts those into `#left` that are open by the rule of this bit; gives how many. */
  #openBy({ open, rules }: Contested, bit: number): number {
    let left = 0
    for (let k = 0; k < open.length; k++) if ((rules[open[k]!]! & bit) !== 0) this.#left[left++] = open[k]!
    return left
  }

  /** Takes what is worth more than all that it keeps out, again and again. Gives how many are left. */
  #takeBest(
    found: Candidates,
    worth: Float64Array,
    count: number,
    a: PlacedTags,
    b: PlacedTags,
    into: Int32Array,
  ): number {
    const [ofA, ofB, list] = [found.a, found.b, this.#left]
    const [bestA, bestB] = [this.#bestA, this.#bestB]
    const [isTakenA, isTakenB] = [this.#isMarkedA.fill(0, 0, a.count), this.#isMarkedB.fill(0, 0, b.count)]
    let left = count
    while (left > 0) {
      bestA.fill(0, 0, 2 * a.count)
      bestB.fill(0, 0, 2 * b.count)
      for (let k = 0; k < left; k++) {
        const at = list[k]!
        keepBest(bestA, 2 * ofA[at]!, worth[at]!)
        keepBest(bestB, 2 * ofB[at]!, worth[at]!)
      }
      let takes = 0
      for (let k = 0; k < left; k++) {
        const at = list[k]!
        const i = ofA[at]!
        const j = ofB[at]!
        if (!isAboveOthers(worth[at]!, bestA, 2 * i, bestB, 2 * j)) continue
        into[i] = j
        isTakenA[i] = 1
        isTakenB[j] = 1
        takes++
      }
      if (takes === 0) return left
      let kept = 0
      for (let k = 0; k < left; k++) {
        const at = list[k]!
        if (isTakenA[ofA[at]!] === 0 && isTakenB[ofB[at]!] === 0) list[kept++] = at
      }
      left = kept
    }
    return 0
  }

  /** Puts those into `#rest` of which another has a tag too; gives how many. */
  #competing({ found, open, rules }: Contested, bit: number, a: PlacedTags, b: PlacedTags): number {
    const timesA = (this.#timesA = roomFor(this.#timesA, a.count)).fill(0, 0, a.count)
    const timesB = (this.#timesB = roomFor(this.#timesB, b.count)).fill(0, 0, b.count)
    for (let k = 0; k < open.length; k++) {
      const at = open[k]!
      if ((rules[at]! & bit) === 0) continue
      timesA[found.a[at]!]!++
      timesB[found.b[at]!]!++
    }
    let rest = 0
    for (let k = 0; k < open.length; k++) {
      const at = open[k]!
      if ((rules[at]! & bit) === 0) continue
      if (timesA[found.a[at]!]! > 1 || timesB[found.b[at]!]! > 1) this.#rest[rest++] = at
    }
    return rest
  }

  /** Puts those of the rest into `#open`, in their order, that compete with what is left, or with any that does; gives how many. */
  #spread(found: Candidates, left: number, rest: number): number {
    const [ofA, ofB] = [found.a, found.b]
    const [isOpenA, isOpenB] = [this.#isMarkedA.fill(0), this.#isMarkedB.fill(0)]
    for (let k = 0; k < left; k++) isOpenA[ofA[this.#left[k]!]!] = isOpenB[ofB[this.#left[k]!]!] = 1
    for (let opened = true; opened;) {
      opened = false
      for (let k = 0; k < rest; k++) {
        const i = ofA[this.#rest[k]!]!
        const j = ofB[this.#rest[k]!]!
        if (isOpenA[i] === isOpenB[j]) continue
        isOpenA[i] = isOpenB[j] = 1
        opened = true
      }
    }
    let open = 0
    for (let k = 0; k < rest; k++)
      if (isOpenA[ofA[this.#rest[k]!]!] === 1) this.#open[open++] = this.#rest[k]!
    return open
  }

  #solve(
    found: Candidates,
    worth: Float64Array,
    rest: number,
    open: number,
    a: PlacedTags,
    b: PlacedTags,
    into: Int32Array,
  ): void {
    // Whose tag comes first in the text gives the rows, whether that is a or b.
    let [firstA, firstB] = [a.count, b.count]
    for (let k = 0; k < rest; k++) {
      firstA = Math.min(firstA, found.a[this.#rest[k]!]!)
      firstB = Math.min(firstB, found.b[this.#rest[k]!]!)
    }
    const isTurned = comparePlaced(a, firstA, b, firstB) > 0
    const rows = isTurned ? found.b : found.a
    const columns = isTurned ? found.a : found.b
    const [rowCount, columnCount] = isTurned ? [b.count, a.count] : [a.count, b.count]

    // Candidates by row; those of a row come from the sweep in the order of their columns.
    const first = (this.#first = roomFor(this.#first, rowCount + 1)).fill(0, 0, rowCount + 1)
    for (let k = 0; k < open; k++) first[rows[this.#open[k]!]! + 1]!++
    for (let row = 0; row < rowCount; row++) first[row + 1]! += first[row]!
    const next = (this.#next = roomFor(this.#next, rowCount))
    for (let row = 0; row < rowCount; row++) next[row] = first[row]!
    const [column, entry] = [this.#column, this.#entry]
    for (let k = 0; k < open; k++) {
      const at = this.#open[k]!
      const to = next[rows[at]!]!++
      column[to] = columns[at]!
      entry[to] = at
      this.#entryWorth[to] = worth[at]!
    }
    const chosen = this.#assignment.of({
      rows: rowCount,
      columns: columnCount,
      first,
      column,
      worth: this.#entryWorth,
    })
    for (let row = 0; row < rowCount; row++) {
      if (chosen[row] === -1) continue
      for (let k = first[row]!; k < first[row + 1]!; k++)
        if (column[k] === chosen[row]) into[found.a[entry[k]!]!] = found.b[entry[k]!]!
    }
  }

  #makeRoom(count: number, countA: number, countB: number): void {
    if (this.#left.length < count) {
      this.#left = new Int32Array(2 * count)
      this.#rest = new Int32Array(2 * count)
      this.#open = new Int32Array(2 * count)
      this.#column = new Int32Array(2 * count)
      this.#entry = new Int32Array(2 * count)
      this.#entryWorth = new Float64Array(2 * count)
    }
    if (this.#isMarkedA.length < countA) {
      this.#isMarkedA = new Uint8Array(2 * countA)
      this.#bestA = new Float64Array(4 * countA)
    }
    if (this.#isMarkedB.length < countB) {
      this.#isMarkedB = new Uint8Array(2 * countB)
      this.#bestB = new Float64Array(4 * countB)
    }
  }
}

/** Keeps the best two worths at a place. */
export function keepBest(best: Float64Array, at: number, worth: number): void {
  if (worth > best[at]!) {
    best[at + 1] = best[at]!
    best[at] = worth
  } else if (worth > best[at + 1]!) best[at + 1] = worth
}

/** Whether what is among the best of both places is worth more than the next best of both together. */
export function isAboveOthers(
  worth: number,
  bestA: Float64Array,
  atA: number,
  bestB: Float64Array,
  atB: number,
): boolean {
  // Where another is worth the same it is the next best as well.
  return worth === bestA[atA] && worth === bestB[atB] && worth > bestA[atA + 1]! + bestB[atB + 1]!
}
