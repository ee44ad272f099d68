import { compareRevisions, type Revision } from '../model/document'
import type { WorkRecord } from '../model/records'
import type { HistoryEntry, TagSet } from './views'

/** What one step tells of one record. */
interface Telling {
  /** Milliseconds since 1970, by the clock of the computer that took the step. */
  readonly since: number
  /** Whether it stood there before the history began, so that its own revision is not known. */
  readonly isOld: boolean
  readonly rev: Revision
  readonly before: WorkRecord | null
  readonly after: WorkRecord | null
}

/**
 * Everybody's records on an article at a moment, that moment included. `now` has mine first, and so has the answer, even
 * when mine is empty; others follow by annotator id, without those who had nothing. Records stand in the order of their
 * ids. The order of `entries` does not matter.
 *
 * Of the steps up to the moment the greatest revision wins, as it does when copies are joined. A record that no later
 * step tells of is as it is now, whatever the clocks said; so a history with gaps still ends in the present. One whose
 * first known step is later stands as that step found it, if it had been made. What "begin" holds was there since it was
 * made.
 */
export function asItWas(entries: readonly HistoryEntry[], now: readonly TagSet[], at: string): TagSet[] {
  const moment = Date.parse(at)
  const told = tellingsBy(entries)
  const mine = now[0]?.annotator
  const others = new Set([...now.slice(1).map(({ annotator }) => annotator), ...told.keys()])
  if (mine !== undefined) others.delete(mine)

  const setOf = (annotator: string): TagSet => {
    const theirs = now.find((set) => set.annotator === annotator)?.records ?? []
    return { annotator, records: recordsAt(told.get(annotator) ?? new Map(), theirs, moment) }
  }
  return [
    ...(mine === undefined ? [] : [setOf(mine)]),
    ...[...others]
      .toSorted()
      .map(setOf)
      .filter(({ records }) => records.length > 0),
  ]
}

function recordsAt(
  told: ReadonlyMap<string, readonly Telling[]>,
  now: readonly WorkRecord[],
  moment: number,
): WorkRecord[] {
  const present = new Map(now.map((record) => [record.id, record]))
  return [...new Set([...told.keys(), ...present.keys()])].toSorted().flatMap((id) => {
    return recordAt(told.get(id) ?? [], present.get(id) ?? null, moment) ?? []
  })
}

function recordAt(
  tellings: readonly Telling[],
  present: WorkRecord | null,
  moment: number,
): WorkRecord | null {
  const known = tellings.filter(({ since }) => since <= moment)
  if (known.length === tellings.length && known.length > 0) return present
  if (known.length > 0) return known.reduce((a, b) => (isLater(b, a) ? b : a)).after

  const first = tellings.length > 0 ? tellings.reduce((a, b) => (isLater(a, b) ? b : a)).before : present
  return first && Date.parse(first.created) <= moment ? first : null
}

const isLater = (a: Telling, b: Telling): boolean =>
  a.isOld === b.isOld ? compareRevisions(a.rev, b.rev) > 0 : b.isOld

/** What the steps tell, by annotator and record. */
function tellingsBy(entries: readonly HistoryEntry[]): Map<string, Map<string, Telling[]>> {
  const found = new Map<string, Map<string, Telling[]>>()
  for (const { annotator, device, clock, at, did, changes } of entries) {
    const theirs = found.get(annotator) ?? new Map<string, Telling[]>()
    found.set(annotator, theirs)
    const isOld = did === 'begin'
    for (const { id, before, after } of changes) {
      const since = isOld ? (after ? Date.parse(after.created) : -Infinity) : Date.parse(at)
      const telling: Telling = { since, isOld, rev: [clock, device], before, after }
      const others = theirs.get(id)
      if (others) others.push(telling)
      else theirs.set(id, [telling])
    }
  }
  return found
}
