import { useRef, useState, type KeyboardEvent } from 'react'
import { movedIn, type Place } from './grid-keys'

const named = ({ row, column }: Place): string => `${row} ${column}`

/**
 * A grid is one tab stop, in which arrow keys go from place to place. Its element gets `grid`, and everything in it that one
 * can stand at gets `place(row, column)`.
 */
export function useGridKeys<E extends HTMLElement | SVGElement = HTMLTableElement>(
  rows: number,
  columns: number,
  first: Place = { row: 0, column: 0 },
) {
  const ref = useRef<E>(null)
  const [reached, setReached] = useState(first)
  const at = reached.row < rows && reached.column < columns ? reached : first
  const find = (place: Place) => ref.current?.querySelector<HTMLElement>(`[data-place="${named(place)}"]`)
  return {
    at,
    grid: {
      ref,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
        const to = movedIn(event.key, at, rows, columns, (place) => find(place) != null)
        if (!to) return
        event.preventDefault()
        event.stopPropagation()
        setReached(to)
        find(to)?.focus()
      },
    },
    place: (row: number, column: number) => ({
      'data-place': named({ row, column }),
      tabIndex: at.row === row && at.column === column ? 0 : -1,
      onFocus: () => setReached({ row, column }),
    }),
  }
}
