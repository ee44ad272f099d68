import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ImportRow } from '../../electron/ipc/import'
import { useWindow } from '../ui/use-window'
import { placeAfter } from '../ui/place-after'
import { ImportRowView, importRowId } from './ImportRowView'
import { isTicked } from './import-words'
import styles from './ImportRows.module.css'

/** CSS pixels. */
const ROW = 46

interface Props {
  readonly rows: readonly ImportRow[]
  readonly ticks: ReadonlyMap<number, boolean>
  /** The row whose article the preview shows, by its place. */
  readonly reached: number
  readonly onReach: (place: number) => void
  /** Numbers of rows, as `ImportRow.row`. */
  readonly onTick: (rows: readonly number[], isIn: boolean) => void
}

/** The files as a table: arrows move, Space ticks. Only the rows near the view are drawn. */
export function ImportRows({ rows, ticks, reached, onReach, onTick }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { from, to } = useWindow(box, ROW, rows.length, 60)
  const ready = rows.filter(({ state }) => state.is === 'ready')
  const areAllIn = ready.length > 0 && ready.every((row) => isTicked(row, ticks))
  const areSomeIn = ready.some((row) => isTicked(row, ticks))

  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const top = reached * ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW - element.clientHeight
  }, [reached])

  const press = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, reached, rows.length)
    const row = rows[reached]
    if (next !== null) onReach(next)
    else if (event.key === ' ' && row?.state.is === 'ready') onTick([row.row], !isTicked(row, ticks))
    else return
    event.preventDefault()
  }

  return (
    <div className={styles['table']}>
      <div className={styles['head']}>
        <input
          type="checkbox"
          className={styles['tick']}
          aria-label="All articles"
          title="All articles"
          checked={areAllIn}
          ref={(element) => {
            if (element) element.indeterminate = areSomeIn && !areAllIn
          }}
          onChange={() =>
            onTick(
              ready.map(({ row }) => row),
              !areAllIn,
            )
          }
        />
        <span>Article</span>
        <span>Outlet</span>
        <span>Published</span>
        <span className={styles['dateline']}>Dateline</span>
        <span />
      </div>
      <div
        ref={box}
        role="grid"
        aria-label="Files"
        aria-rowcount={rows.length}
        aria-activedescendant={rows[reached] && importRowId(rows[reached].row)}
        tabIndex={0}
        className={styles['rows']}
        onKeyDown={press}
      >
        <div role="rowgroup" className={styles['inside']} style={{ height: rows.length * ROW }}>
          {rows.slice(from, to).map((row, i) => (
            <ImportRowView
              key={row.row}
              row={row}
              place={from + i}
              isIn={isTicked(row, ticks)}
              isReached={from + i === reached}
              onReach={onReach}
              onTick={onTick}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
