import type { Annotation } from '../../data/model/records'
import type { HistoryEntry } from '../../data/store/views'
import type { OpenedArticle } from '../state/state'

/** The steps that touched a tag, or a link at it, latest first. */
export const stepsOfTag = (entries: readonly HistoryEntry[], tag: string): readonly HistoryEntry[] =>
  entries
    .filter(({ changes }) =>
      changes.some(({ id, before, after }) => {
        const record = after ?? before
        return id === tag || (record?.is === 'link' && (record.from === tag || record.to === tag))
      }),
    )
    .toReversed()

/** Every tag that the article has or the history knows of, as it was last. */
export function everyTag(
  entries: readonly HistoryEntry[],
  now: OpenedArticle | null,
): ReadonlyMap<string, Annotation> {
  const found = new Map<string, Annotation>()
  for (const { changes } of entries)
    for (const { id, before, after } of changes) {
      const record = after ?? before
      if (record?.is === 'annotation') found.set(id, record)
    }
  for (const { records } of now ? [now.mine, ...now.others] : [])
    for (const record of records.values()) if (record.is === 'annotation') found.set(record.id, record)
  return found
}

/** The moments at which something changed, the first one first. Steps of one millisecond are one moment. */
export const momentsOf = (entries: readonly HistoryEntry[]): readonly string[] =>
  [...new Set(entries.map(({ at }) => at))].toSorted((a, b) => Date.parse(a) - Date.parse(b))

/** How many of the moments had come at a time. */
export const momentsUntil = (moments: readonly string[], at: string): number =>
  moments.filter((moment) => Date.parse(moment) <= Date.parse(at)).length

/** A moment at which the last step that `at` shows was not taken yet; `null` when it shows none. */
export function earlierThan(moments: readonly string[], at: string): string | null {
  const shown = momentsUntil(moments, at)
  const [first] = moments
  if (shown === 0 || first === undefined) return null
  return moments[shown - 2] ?? justBefore(first)
}

/** The moment of the next step after `at`; `null` when there is none. */
export const laterThan = (moments: readonly string[], at: string): string | null =>
  moments.find((moment) => Date.parse(moment) > Date.parse(at)) ?? null

/** The moment just before a step was taken. */
export const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString()

/**
 * Which of their computers a person took a step on, counted from 1 in the order in which they were first used here;
 * `null` for people who only used one.
 */
export function computersIn(entries: readonly HistoryEntry[]): (entry: HistoryEntry) => number | null {
  const devices = new Map<string, string[]>()
  for (const { annotator, device } of entries) {
    const known = devices.get(annotator) ?? []
    if (!known.includes(device)) devices.set(annotator, [...known, device])
  }
  return ({ annotator, device }) => {
    const known = devices.get(annotator) ?? []
    return known.length < 2 ? null : known.indexOf(device) + 1
  }
}
