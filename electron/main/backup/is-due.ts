const DUE_AFTER = 20 * 3_600_000

/**
 * Whether a backup is due: the last one is older than twenty hours, or there is none. One that seems to come from the
 * future, made while the clock was wrong, says nothing. `last` is ISO 8601, `now` milliseconds since 1970.
 */
export function isDue(last: string | null, now: number): boolean {
  const age = last === null ? Infinity : now - Date.parse(last)
  return age > DUE_AFTER || age < 0
}
