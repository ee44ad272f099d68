/**
 * A stretch of one article: `start` is inside it, `end` is just past it. Both count UTF-16 code
 * units from the start of the article's text, as `String.slice` does, so "🙂" is two long. File
 * formats that count code points convert in their own module.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one code unit. Spans that only touch do not. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Text order: by start, the longer first where two start together. */
const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/**
 * The same stretches in text order, joined where they overlap or touch, without empty ones: what a tag's
 * target is made of. `[6–9, 0–3, 2–4]` gives `[0–4, 6–9]`.
 */
export function normaliseSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.filter(({ start, end }) => start < end).toSorted(byPlace)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push({ start: span.start, end: span.end })
  }
  return joined
}

/** The stretches without what lies in `taken`, which may leave two of one. `[0–9]` without 3–5 gives `[0–3, 5–9]`. */
export const without = (spans: readonly Span[], taken: Span): Span[] =>
  spans
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, Math.max(start, taken.start)) },
      { start: Math.max(start, Math.min(end, taken.end)), end },
    ])
    .filter(({ start, end }) => start < end)
