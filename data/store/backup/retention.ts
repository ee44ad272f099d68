/** What of a backup decides how long it is kept. */
export interface Dated {
  readonly number: number
  /** ISO 8601, UTC. */
  readonly made: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many of each: the last 24 hours, 7 days, 4 weeks and 12 months in which there was a backup, UTC. */
const spans: readonly { readonly keep: number; readonly of: (made: string) => string | number }[] = [
  { keep: 24, of: (made) => Math.floor(Date.parse(made) / HOUR) },
  { keep: 7, of: (made) => Math.floor(Date.parse(made) / DAY) },
  // The first of January 1970 was a Thursday; weeks begin on Mondays.
  { keep: 4, of: (made) => Math.floor((Date.parse(made) / DAY + 3) / 7) },
  { keep: 12, of: (made) => made.slice(0, 7) },
]

/** The newest are kept whatever their date says, so that a clock that was wrong cannot push them out. */
const NEWEST = 3

/**
 * Which backups are kept, newest first: of each hour, day, week and month the last one in it, as far back as `spans`
 * says. So there are never more than fifty.
 */
export function keptOf<T extends Dated>(backups: readonly T[]): T[] {
  const newest = backups.toSorted((a, b) => b.number - a.number)
  const kept = new Set(newest.slice(0, NEWEST))
  const latest = newest.toSorted((a, b) => Date.parse(b.made) - Date.parse(a.made) || b.number - a.number)
  for (const { keep, of } of spans) {
    const seen = new Set<string | number>()
    for (const backup of latest) {
      if (seen.size === keep) break
      const span = of(backup.made)
      if (!seen.has(span)) kept.add(backup)
      seen.add(span)
    }
  }
  return newest.filter((backup) => kept.has(backup))
}
