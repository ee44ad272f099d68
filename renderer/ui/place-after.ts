/**
 * The place in a list of `count` rows that a key leads to from the place `at`, both from 0; `null` for a key that does
 * not move in lists. Eight rows are a page.
 */
export function placeAfter(key: string, at: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 8,
    PageUp: at - 8,
    Home: 0,
    End: count - 1,
  }
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined
  return next === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, next))
}
