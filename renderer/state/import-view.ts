import type { ImportEvent, ImportRow } from '../../electron/ipc/import'
import type { ImportView } from './state'

/** What the dialog shows after an event; events that come in after it was closed change nothing. */
export function afterEvent(shown: ImportView | null, event: ImportEvent): ImportView | null {
  if (!shown && !event.started) return null
  const { total, done, finished } = event
  const rows = withRows(event.started ? [] : (shown?.rows ?? []), event.rows)
  return { rows, total, done, finished }
}

/** Rows by their number, those in `changed` in place of what they were. */
export function withRows(rows: readonly ImportRow[], changed: readonly ImportRow[]): readonly ImportRow[] {
  const byNumber = new Map(rows.map((row) => [row.row, row]))
  for (const row of changed) byNumber.set(row.row, row)
  return [...byNumber.values()].toSorted((a, b) => a.row - b.row)
}
