import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './Separator.module.css'

interface Props {
  readonly label: string
  /** The id of the pane whose width it changes. */
  readonly controls: string
  /** The side of the separator on which that pane lies. */
  readonly side: 'left' | 'right'
  /** CSS pixels, as are the others. */
  readonly width: number
  readonly least: number
  readonly most: number
  /** `null` gives the pane the width that suits the window. */
  readonly onResize: (width: number | null) => void
}

/** The border of a pane: dragged, moved with the arrow keys (Shift for more), set right by a double click. */
export function Separator({ label, controls, side, width, least, most, onResize }: Props) {
  const from = useRef<{ x: number; width: number } | null>(null)
  const grow = side === 'left' ? 1 : -1
  const resize = (next: number) => onResize(Math.round(Math.min(most, Math.max(least, next))))

  const down = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width }
  }
  const move = (event: PointerEvent) => {
    if (from.current) resize(from.current.width + grow * (event.clientX - from.current.x))
  }
  const press = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 48 : 12
    if (event.key === 'ArrowRight') resize(width + grow * step)
    else if (event.key === 'ArrowLeft') resize(width - grow * step)
    else if (event.key === 'Home') resize(least)
    else if (event.key === 'End') resize(most)
    else if (event.key === 'Enter') onResize(null)
    else return
    event.preventDefault()
  }

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles[side]}
      onPointerDown={down}
      onPointerMove={move}
      onLostPointerCapture={() => (from.current = null)}
      onDoubleClick={() => onResize(null)}
      onKeyDown={press}
    />
  )
}
