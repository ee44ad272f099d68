import { useId, useState } from 'react'
import { coefficientInFigures, countInFigures, intervalInFigures } from './in-figures'
import { steppedTo, type Point } from './points'
import { scaleFor } from './scale'
import styles from './SlicePlot.module.css'

interface Props {
  readonly label: string
  readonly points: readonly Point[]
  /** Over all articles: a dotted line. */
  readonly whole: number | null
  readonly symbol: string
  readonly name: (point: Point) => string
  readonly why: (point: Point) => string
  /** At the foot: the first and the last. */
  readonly ends: readonly [first: string, last: string]
  readonly onOpen: (point: Point) => void
}

/** Units of the drawing: it is stretched to the width it gets, and marks keep their size. */
const HEIGHT = 132
const RIM = 10

/** A figure article by article, or week by week. One tab stop: arrows go from point to point, Enter opens its tags. */
export function SlicePlot({ label, points, whole, symbol, name, why, ends, onOpen }: Props) {
  const id = useId()
  const [reached, setReached] = useState(0)
  const at = Math.min(reached, points.length - 1)
  const scale = scaleFor(points.flatMap(({ value }) => value ?? []))
  const y = (value: number) => RIM + (HEIGHT - 2 * RIM) * (1 - scale.at(value))
  const x = (i: number) => (points.length === 1 ? 50 : 1.5 + (97 * i) / (points.length - 1))
  const inWords = (point: Point): string => {
    const value =
      point.value === null ? `not defined: ${why(point)}` : `${symbol} ${coefficientInFigures(point.value)}`
    const interval = point.interval ? `, interval ${intervalInFigures(point.interval)}` : ''
    return `${name(point)}: ${value}${interval}, n ${countInFigures(point.n)}`
  }
  const small = points.length > 60
  return (
    <figure className={styles['figure']}>
      <div
        className={styles['plot']}
        role="listbox"
        aria-label={label}
        aria-activedescendant={points.length > 0 ? `${id}${at}` : undefined}
        tabIndex={0}
        style={{ height: `${HEIGHT}px` }}
        onKeyDown={(event) => {
          const to = steppedTo(event.key, at, points.length)
          if (to !== null) setReached(to)
          else if (event.key === 'Enter' && points[at]) onOpen(points[at])
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        {[0, 0.5, 1].map((value) => (
          <span key={value} className={styles['line']} style={{ top: `${y(value)}px` }} aria-hidden="true">
            {value === 0.5 ? '.5' : value}
          </span>
        ))}
        {whole !== null && (
          <span className={styles['whole']} style={{ top: `${y(whole)}px` }} aria-hidden="true" />
        )}
        <div className={styles['points']}>
          {points.map((point, i) => (
            <span
              key={point.of.join(' ')}
              id={`${id}${i}`}
              role="option"
              aria-selected={i === at}
              aria-label={inWords(point)}
              title={inWords(point)}
              className={styles['point']}
              data-small={small || undefined}
              data-undefined={point.value === null || undefined}
              style={{ left: `${x(i)}%`, top: `${point.value === null ? HEIGHT - 2 : y(point.value)}px` }}
              onClick={() => {
                setReached(i)
                onOpen(point)
              }}
            />
          ))}
        </div>
      </div>
      <figcaption className={styles['ends']}>
        <span>{ends[0]}</span>
        {points.length > 1 && <span>{ends[1]}</span>}
      </figcaption>
      <p className={styles['told']}>{points[at] ? inWords(points[at]) : ''}</p>
    </figure>
  )
}
