import { statementColumns, type StatementColumn } from '../../data/record/query'

export interface Column {
  readonly id: StatementColumn
  /** What stands at its head. */
  readonly name: string
  /** CSS pixels, as delivered. */
  readonly width: number
  /** That which takes what room is left. */
  readonly grows?: true
  /** It is not shown until somebody wants it. */
  readonly hidden?: true
}

/** What a statement says, a column each, as delivered. */
export const columns: Readonly<Record<StatementColumn, Column>> = {
  day: { id: 'day', name: 'Said on', width: 84 },
  actor: { id: 'actor', name: 'Actor', width: 124 },
  source: { id: 'source', name: 'Quoted by', width: 100 },
  type: { id: 'type', name: 'Type', width: 78 },
  speech: { id: 'speech', name: 'Speech', width: 76 },
  voice: { id: 'voice', name: 'Own words or reported', width: 88, hidden: true },
  certainty: { id: 'certainty', name: 'Speaker is', width: 88, hidden: true },
  issue: { id: 'issue', name: 'Issue', width: 184 },
  position: { id: 'position', name: 'Answer', width: 152 },
  stance: { id: 'stance', name: 'Stance', width: 78 },
  addressee: { id: 'addressee', name: 'To', width: 96 },
  words: { id: 'words', name: 'Words', width: 200, grows: true },
  article: { id: 'article', name: 'Article', width: 116 },
  outlet: { id: 'outlet', name: 'Outlet', width: 112, hidden: true },
  annotator: { id: 'annotator', name: 'Tagged by', width: 84 },
}

/** A column as a user has it. */
export interface LaidColumn {
  readonly id: StatementColumn
  /** CSS pixels. */
  readonly width: number
  readonly hidden: boolean
}

/** All columns from the first to the last, the hidden ones in their places. */
export type Layout = readonly LaidColumn[]

export const NARROWEST = 48
export const WIDEST = 1200
/** CSS pixels by which a key makes a column wider. */
export const WIDER = 16

export const firstLayout: Layout = statementColumns.map((id) => ({
  id,
  width: columns[id].width,
  hidden: columns[id].hidden === true,
}))

/**
 * A layout with every column once, made of one that was kept: columns that it does not know stand where they are delivered,
 * after the one before them. One that shows none is none.
 */
export function completed(kept: readonly LaidColumn[]): Layout {
  const once = kept.filter(({ id }, i) => kept.findIndex((other) => other.id === id) === i)
  const all = firstLayout.reduce<Layout>((laid, column, i) => {
    if (laid.some(({ id }) => id === column.id)) return laid
    const before = laid.findIndex(({ id }) => id === firstLayout[i - 1]?.id)
    return laid.toSpliced(before + 1, 0, column)
  }, once)
  return shown(all).length > 0 ? all : firstLayout
}

export const shown = (layout: Layout): Layout => layout.filter(({ hidden }) => !hidden)

/** The layout with a column one place further (`step` 1) or back (−1) among those that are shown. */
export function moved(layout: Layout, id: StatementColumn, step: 1 | -1): Layout {
  const visible = shown(layout)
  const neighbour = visible[visible.findIndex((column) => column.id === id) + step]
  return neighbour ? movedTo(layout, id, neighbour.id) : layout
}

/** The layout with a column in the place of another, which makes room on the side that the column comes from. */
export function movedTo(layout: Layout, id: StatementColumn, place: StatementColumn): Layout {
  const [from, to] = [at(layout, id), at(layout, place)]
  const column = layout[from]
  return column ? layout.toSpliced(from, 1).toSpliced(to, 0, column) : layout
}

/** The layout with a column shown or hidden. The last one that is shown stays. */
export function toggled(layout: Layout, id: StatementColumn): Layout {
  const [only, ...more] = shown(layout)
  if (only?.id === id && more.length === 0) return layout
  return layout.map((column) => (column.id === id ? { ...column, hidden: !column.hidden } : column))
}

/** The layout with a column so wide, in CSS pixels, within what can be read and found again. */
export function resized(layout: Layout, id: StatementColumn, width: number): Layout {
  const fits = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
  return layout.map((column) => (column.id === id ? { ...column, width: fits } : column))
}

/** The tracks of a CSS grid with these columns; that which grows takes the rest, else the room after the last stays free. */
export const tracks = (layout: Layout): string =>
  shown(layout)
    .map(({ id, width }) => (columns[id].grows ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ')

/** CSS pixels that the columns need side by side. */
export const widthOf = (layout: Layout): number => shown(layout).reduce((sum, { width }) => sum + width, 0)

const at = (layout: Layout, id: StatementColumn): number => layout.findIndex((column) => column.id === id)
