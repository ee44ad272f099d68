/**
 * How much two values differ, as a table of `values` × `values` that enters the sums as it is (for Krippendorff's metrics that is
 * already the square): 0 on the diagonal, symmetric, never negative.
 */
export type Distances = Float64Array

function table(values: number, distance: (one: number, other: number) => number): Distances {
  const all = new Float64Array(values * values)
  for (let one = 0; one < values; one++)
    for (let other = 0; other < values; other++)
      if (one !== other) all[one * values + other] = distance(one, other)
  return all
}

/** 1 for any two that are not the same (Krippendorff 2011, section D, nominal). */
export const nominalDistances = (values: number): Distances => table(values, () => 1)

/** The square of how far the numbers that the values stand for are apart (Krippendorff 2011, section D, interval). */
export const intervalDistances = (numbers: ArrayLike<number>): Distances =>
  table(numbers.length, (one, other) => (numbers[one]! - numbers[other]!) ** 2)

/** One minus what two sets share of what they have together; two empty sets are the same. */
export const jaccardDistances = <T>(sets: readonly ReadonlySet<T>[]): Distances =>
  table(sets.length, (one, other) => 1 - jaccard(sets[one]!, sets[other]!))

/**
 * MASI (Passonneau 2006, "Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation", LREC): one minus
 * Jaccard × M, where M is 1 for the same set, 2/3 when one contains the other, 1/3 when they only overlap, and 0 when they share
 * nothing. An empty set shares nothing with any other; M could be argued there, and it makes no difference, as Jaccard is 0.
 * `thirds` may be given because other programs round them to 0.67 and 0.33.
 */
export const masiDistances = <T>(
  sets: readonly ReadonlySet<T>[],
  thirds: { readonly contained: number; readonly overlapping: number } = {
    contained: 2 / 3,
    overlapping: 1 / 3,
  },
): Distances =>
  table(sets.length, (one, other) => {
    const a = sets[one]!
    const b = sets[other]!
    const both = shared(a, b)
    if (both === 0) return a.size === b.size && a.size === 0 ? 0 : 1
    if (both === a.size && both === b.size) return 0
    const m = both === Math.min(a.size, b.size) ? thirds.contained : thirds.overlapping
    return 1 - jaccard(a, b) * m
  })

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let both = 0
  for (const member of a) if (b.has(member)) both++
  return both
}

function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const both = shared(a, b)
  const together = a.size + b.size - both
  return together === 0 ? 1 : both / together
}
