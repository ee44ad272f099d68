/** The normal quantile for 95 %. */
const Z = 1.959964

/**
 * The interval in which a share lies with 95 %, for `hits` of `n` that were drawn each for itself: the score interval of Wilson 1927. It stays
 * within 0 and 1, and says something for none and for all: 68 of 68 gives .947 to 1. `null` for nothing.
 */
export function shareInterval(hits: number, n: number): readonly [low: number, high: number] | null {
  if (n === 0) return null
  const share = hits / n
  const square = (Z * Z) / n
  const middle = (share + square / 2) / (1 + square)
  const half = (Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n))) / (1 + square)
  return [hits === 0 ? 0 : Math.max(0, middle - half), hits === n ? 1 : Math.min(1, middle + half)]
}
