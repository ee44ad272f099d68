import { useRef, useState, type DragEvent, type KeyboardEvent, type PointerEvent } from 'react'
import type { StatementColumn } from '../../data/record/query'
import { useRecordView } from '../state/record-view'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { columns, moved, movedTo, resized, shown, toggled, WIDER, type Layout } from './columns'
import { layoutNow, setLayout } from './layout'
import { focusTable } from './record-ui'
import { sortBy } from './record-actions'
import styles from './Table.module.css'

interface Props {
  readonly layout: Layout
  /** Shows how wide a column is while it is dragged; `null` when that is over. */
  readonly onDrag: (layout: Layout | null) => void
}

/**
 * The names of the columns. A click or Enter sorts; columns are dragged to other places, or moved with Alt and an arrow;
 * they are made wider by dragging their edge or with Shift and an arrow, and hidden with Delete. Arrows go along them.
 */
export function TableHead({ layout, onDrag }: Props) {
  const sort = useRecordView((view) => view.sort)
  const heads = useRef(new Map<StatementColumn, HTMLElement>())
  const [reached, setReached] = useState<StatementColumn | null>(null)
  const [dragged, setDragged] = useState<StatementColumn | null>(null)
  const visible = shown(layout)
  const stop = visible.some(({ id }) => id === reached) ? reached : visible[0]?.id

  const focus = (id: StatementColumn | undefined) => {
    if (id === undefined) return
    setReached(id)
    heads.current.get(id)?.focus()
  }

  const press = (event: KeyboardEvent, id: StatementColumn) => {
    const at = visible.findIndex((column) => column.id === id)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'Delete') {
      setLayout(toggled(layout, id))
      focus(visible[at + 1]?.id ?? visible[at - 1]?.id)
    } else if (step !== 0 && event.altKey) setLayout(moved(layout, id, step))
    else if (step !== 0 && event.shiftKey)
      setLayout(resized(layout, id, (visible[at]?.width ?? 0) + step * WIDER))
    else if (step !== 0) focus(visible[at + step]?.id)
    else if (event.key === 'Home') focus(visible[0]?.id)
    else if (event.key === 'End') focus(visible.at(-1)?.id)
    else if (event.key === 'ArrowDown') focusTable()
    else if (event.key === 'Enter' || event.key === ' ') sortBy(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const drop = (event: DragEvent, place: StatementColumn) => {
    event.preventDefault()
    if (dragged !== null) setLayout(movedTo(layout, dragged, place))
    setDragged(null)
  }

  return (
    <div role="row" aria-rowindex={1} className={classes(styles['columns'], styles['head'])}>
      {visible.map(({ id, width }) => {
        const isSorted = sort.by === id
        return (
          <span
            key={id}
            ref={(element) => {
              if (element) heads.current.set(id, element)
              else heads.current.delete(id)
            }}
            role="columnheader"
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            aria-keyshortcuts="Enter Alt+ArrowLeft Alt+ArrowRight Shift+ArrowLeft Shift+ArrowRight Delete"
            aria-label={columns[id].name}
            title={`${columns[id].name}: click to sort, drag to move. Alt+← → move, Shift+← → change the width, Del hides.`}
            tabIndex={id === stop ? 0 : -1}
            draggable
            className={classes(styles['headCell'], dragged === id && styles['dragged'])}
            onClick={() => {
              setReached(id)
              sortBy(id)
            }}
            onKeyDown={(event) => press(event, id)}
            onFocus={() => setReached(id)}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', columns[id].name)
              setDragged(id)
            }}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => drop(event, id)}
            onDragEnd={() => setDragged(null)}
          >
            <span className={styles['headName']}>{columns[id].name}</span>
            {isSorted && <Icon name={sort.descending ? 'down' : 'up'} small />}
            <Edge id={id} width={width} onDrag={onDrag} />
          </span>
        )
      })}
    </div>
  )
}

/** The edge of a column, which is dragged to make it wider; a double click gives it back the width it came with. */
function Edge({
  id,
  width,
  onDrag,
}: {
  readonly id: StatementColumn
  readonly width: number
  readonly onDrag: Props['onDrag']
}) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const now = (event: PointerEvent): Layout | null =>
    from.current && resized(layoutNow(), id, from.current.width + event.clientX - from.current.x)
  return (
    <span
      className={styles['edge']}
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => setLayout(resized(layoutNow(), id, columns[id].width))}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width }
      }}
      onPointerMove={(event) => from.current && onDrag(now(event))}
      onPointerUp={(event) => {
        const layout = now(event)
        from.current = null
        onDrag(null)
        if (layout) setLayout(layout)
      }}
    />
  )
}
