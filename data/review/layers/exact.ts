import type { PlacedTags } from '../placed'

/** By side and tag a number that is the same for the same words. */
export function exactClasses(sides: readonly PlacedTags[]): readonly Int32Array[] {
  const classes = new Map<number | string, number>()
  return sides.map((tags) => {
    const of = new Int32Array(tags.count)
    for (let i = 0; i < tags.count; i++) {
      const [first, last] = [tags.parts[i]!, tags.parts[i + 1]!]
      // One part is told by a number, which is looked up faster than a text; offsets are below 2²⁶.
      const key =
        last - first === 2 && tags.end[i]! < 2 ** 26
          ? tags.start[i]! * 2 ** 26 + tags.end[i]!
          : tags.edges.subarray(first, last).join()
      const known = classes.get(key)
      of[i] = known ?? classes.size
      if (known === undefined) classes.set(key, classes.size)
    }
    return of
  })
}

/** Matches tags on exactly the same words, in text order. What it gives is used again by the next. */
export class ExactMatcher {
  #of = new Int32Array(64)
  #taken = new Uint8Array(64)

  /** `sameLabel`: only those that have the same label too. By a's tags the place of b's, or −1. */
  match(
    a: PlacedTags,
    b: PlacedTags,
    [classesA, classesB]: readonly [Int32Array, Int32Array],
    sameLabel: boolean,
  ): Int32Array {
    if (this.#of.length < a.count) this.#of = new Int32Array(2 * a.count)
    if (this.#taken.length < b.count) this.#taken = new Uint8Array(2 * b.count)
    const [of, taken] = [this.#of, this.#taken]
    taken.fill(0, 0, b.count)
    for (let i = 0, from = 0; i < a.count; i++) {
      of[i] = -1
      while (from < b.count && b.start[from]! < a.start[i]!) from++
      for (let j = from; j < b.count && b.start[j] === a.start[i]; j++) {
        if (taken[j] === 1 || classesA[i] !== classesB[j]) continue
        if (sameLabel && a.label[i] !== b.label[j]) continue
        of[i] = j
        taken[j] = 1
        break
      }
    }
    return of
  }
}
