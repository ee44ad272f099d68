import type { SideWork } from './article-work'
import type { PairSums } from './pair-sums'
import type { Tallies } from './slice-tallies'
import { NO_WEEK } from './week'

export interface LinkTypes {
  readonly types: readonly string[]
  /** By number of a type of the index its place among them. */
  readonly typeOf: Int32Array
}

/** Counts which links two people both have, and which only one of them. */
export class LinkCounter {
  readonly #typeOf: Int32Array
  readonly #flags = new Flags()

  constructor({ typeOf }: LinkTypes) {
    this.#typeOf = typeOf
  }

  /**
   * A link of one is the other's when their ends are matched and they are of one type. It counts in the week in which the last of the tags
   * was made that it leads from or to.
   */
  count(
    { links: ofA, week: weeksA }: SideWork,
    { links: ofB, week: weeksB }: SideWork,
    of: Int32Array,
    sums: PairSums,
    now: Tallies,
    inWeek: (week: number) => Tallies,
  ): void {
    if (ofA.length === 0 && ofB.length === 0) return
    const flags = this.#flags.fresh(ofB.length)
    const flag = this.#flags.flag
    for (let at = 0; at < ofA.length; at += 3) {
      const [type, from, to] = [ofA[at]!, of[ofA[at + 1]!]!, of[ofA[at + 2]!]!]
      let theirs = from === -1 || to === -1 ? ofB.length : 0
      while (
        theirs < ofB.length &&
        (flags[theirs] === flag || ofB[theirs] !== type || ofB[theirs + 1] !== from || ofB[theirs + 2] !== to)
      )
        theirs += 3
      const week = weekOfLink(weeksA, ofA, at)
      if (theirs < ofB.length) {
        flags[theirs] = flag
        this.#add(type, 0, Math.max(week, weekOfLink(weeksB, ofB, theirs)), sums, now, inWeek)
      } else this.#add(type, 1, week, sums, now, inWeek)
    }
    for (let at = 0; at < ofB.length; at += 3)
      if (flags[at] !== flag) this.#add(ofB[at]!, 2, weekOfLink(weeksB, ofB, at), sums, now, inWeek)
  }

  /** `who`: 0 for both, 1 and 2 for the first or the second alone. */
  #add(
    type: number,
    who: number,
    week: number,
    sums: PairSums,
    now: Tallies,
    inWeek: (week: number) => Tallies,
  ): void {
    const layer = this.#typeOf[type]! + 1
    sums.links[who]!++
    sums.links[3 * layer + who]!++
    now.links[0]!.counts.sums[who]!++
    now.links[layer]!.counts.sums[who]!++
    if (week === NO_WEEK) return
    const { links } = inWeek(week)
    links[0]!.counts.sums[who]!++
    links[layer]!.counts.sums[who]!++
  }
}

/** When the last of the tags was made that the link joins which begins there. */
const weekOfLink = (weeks: Int32Array, links: Int32Array, at: number): number =>
  Math.max(weeks[links[at + 1]!]!, weeks[links[at + 2]!]!)

/** Marks on what has been seen, which need not be taken off again. */
class Flags {
  #flags = new Int32Array(64)
  flag = 0

  /** Those of which none is `flag`. */
  fresh(count: number): Int32Array {
    if (this.#flags.length < count) this.#flags = new Int32Array(2 * count)
    this.flag++
    return this.#flags
  }
}
