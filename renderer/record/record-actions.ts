import type { StatementColumn, StatementFilter, StatementRow } from '../../data/record/query'
import { cameFrom, lookAt, recordView } from '../state/record-view'
import { showMode } from '../state/panes'
import { showTag } from '../state/show-tag'
import type { Mode } from '../state/state'
import { store } from '../state/store'
import { activeReader } from '../reader/active-reader'
import { isChosen, withChoices } from './filters'
import { keyOf, namesIn, type Names } from './names'
import { rowIn, table } from './record-table'

/** The statement one stands at; `null` at the head of a group, and where there is none. */
export function rowNow(): StatementRow | null {
  const { found, at } = table.getState()
  return (found && rowIn(found, at)) ?? null
}

/** Names as the project has them now. */
export function namesNow(): Names | null {
  const { project } = store.getState()
  return project && namesIn(project)
}

/** Shows the statement's words in their place in the article. */
export function openRow(row: StatementRow | null = rowNow()): void {
  const tag = row && (row.claim ?? row.position?.tags[0] ?? row.evidence[0]?.tag)
  if (row && tag !== undefined && tag !== null) void showTag(row.article, tag)
}

/** Back to the screen from which one came. */
export const goBack = (): void => leaveFor(cameFrom())

export function leaveFor(mode: Mode): void {
  showMode(mode)
  if (mode === 'read') requestAnimationFrame(() => activeReader()?.focus())
}

export const setFilter = (filter: StatementFilter): void => lookAt({ filter })

/** Only the statements that have in this column what the one has that one stands at. */
export function onlyThis(column: StatementColumn): void {
  const [row, names] = [rowNow(), namesNow()]
  if (!row || !names || !isChosen(column)) return
  setFilter(withChoices(recordView().filter, column, [keyOf(row, column, names)]))
}

/** Sorts by a column: upwards at first, dates downwards; once more, the other way round. */
export function sortBy(column: StatementColumn): void {
  const { sort } = recordView()
  const descending = sort.by === column ? !sort.descending : column === 'day' || column === 'stance'
  lookAt({ sort: { by: column, descending } })
}

export const groupBy = (column: StatementColumn | null): void => lookAt({ group: column, folded: [] })
