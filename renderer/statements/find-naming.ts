import { overlap, type Span } from '../../data/model/span'

/** How far from a place a name is looked for, in code units to each side. */
const REACH = 20_000

/**
 * Where one of these names stands as whole words, nearest before `at`, else nearest after it, and not on words that are
 * `taken`; `null` when nowhere near.
 */
export function findNaming(
  text: string,
  names: readonly string[],
  at: number,
  taken: readonly Span[],
): Span | null {
  const from = Math.max(0, at - REACH)
  const near = text.slice(from, at + REACH)
  const spans = names
    .filter((name) => name !== '')
    .flatMap((name) =>
      placesOf(near, name).map((start) => ({ start: from + start, end: from + start + name.length })),
    )
    .filter((span) => !taken.some((other) => overlap(span, other)))
  const before = spans.filter(({ end }) => end <= at)
  const nearest = (list: readonly Span[]) =>
    list.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at) || b.end - a.end)[0]
  return nearest(before) ?? nearest(spans) ?? null
}

function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (
      !isWord(text.slice(0, at).slice(-2)) &&
      !isWord(text.slice(at + name.length, at + name.length + 2), true)
    )
      places.push(at)
  return places
}

/** Whether the sign next to a name belongs to a word, which then goes on. */
const isWord = (beside: string, isAfter = false): boolean =>
  (isAfter ? /^[\p{L}\p{M}\p{N}]/u : /[\p{L}\p{M}\p{N}]$/u).test(beside)
