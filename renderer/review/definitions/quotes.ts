import type { DisputedTag } from '../../../data/review/agreement'

/**
 * Disputed tags as quotes to read: tags of several people that are matched with each other are one dispute, and stand there
 * once, as the first of them has it. What was decided on another of them is kept.
 */
export function quotesOf(rows: readonly DisputedTag[]): readonly DisputedTag[] {
  const quotes = new Map<string, DisputedTag>()
  for (const row of rows) {
    const matched = row.readings.flatMap(({ tag }) => tag ?? [])
    const key = JSON.stringify([row.article, matched.length === 0 ? row.tag : matched])
    const first = quotes.get(key)
    if (!first) quotes.set(key, row)
    else if (!first.decision && row.decision) quotes.set(key, { ...first, decision: row.decision })
  }
  return [...quotes.values()]
}
