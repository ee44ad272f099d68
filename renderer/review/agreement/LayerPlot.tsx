import { useId } from 'react'
import { coefficients } from './coefficients'
import { coefficientInFigures, intervalInFigures } from './in-figures'
import type { LayerRow } from './layers'
import type { Scale } from './scale'
import styles from './LayerPlot.module.css'

interface Props {
  readonly row: LayerRow
  readonly scale: Scale
}

/** A layer on the axis that all share: its figure as a point with its interval, the second as a diamond; hatched where there is none. */
export function LayerPlot({ row: { main, second }, scale }: Props) {
  const value = main?.measured.value ?? null
  const other = second?.measured.value ?? null
  const at = (of: number) => `${100 * scale.at(of)}%`
  return (
    <div className={styles['plot']} role="img" aria-label={inWords(main, second)}>
      <svg className={styles['drawing']} aria-hidden="true">
        <Lines scale={scale} />
        {value === null && other === null && <Hatching />}
        {main?.interval && <Interval interval={main.interval} at={at} />}
        {value !== null && <circle className={styles['point']} cx={at(value)} cy="50%" r="4.5" />}
        {other !== null && (
          <svg x={at(other)} y="50%" className={styles['here']}>
            <path className={styles['diamond']} d="M0-5 5 0 0 5-5 0Z" />
          </svg>
        )}
      </svg>
    </div>
  )
}

function Hatching() {
  const id = useId()
  return (
    <>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className={styles['hatch']} x1="0.5" x2="0.5" y1="0" y2="5" />
      </pattern>
      <svg y="50%" className={styles['here']}>
        <rect y="-7" width="100%" height="14" fill={`url(#${id})`} />
      </svg>
    </>
  )
}

interface IntervalProps {
  readonly interval: readonly [low: number, high: number]
  readonly at: (value: number) => string
}

const Interval = ({ interval, at }: IntervalProps) => (
  <>
    <line className={styles['interval']} x1={at(interval[0])} x2={at(interval[1])} y1="50%" y2="50%" />
    {interval.map((end, i) => (
      <svg key={i} x={at(end)} y="50%" className={styles['here']}>
        <line className={styles['interval']} y1="-4" y2="4" />
      </svg>
    ))}
  </>
)

/** The lines of the axis behind a row. */
const Lines = ({ scale }: Pick<Props, 'scale'>) => (
  <>
    {scale.ticks.slice(1).map(({ value, isCustomary }) => (
      <line
        key={value}
        className={isCustomary ? styles['customary'] : styles['line']}
        x1={`${100 * scale.at(value)}%`}
        x2={`${100 * scale.at(value)}%`}
        y1="0"
        y2="100%"
      />
    ))}
  </>
)

/** The marks of a plot at its foot, and what they mean. */
export const PlotKey = ({ rows }: { readonly rows: readonly LayerRow[] }) => {
  const of = (which: 'main' | 'second') => [
    ...new Set(rows.flatMap((row) => (row[which] ? [coefficients[row[which].name].symbol] : []))),
  ]
  const seconds = of('second')
  return (
    <p className={styles['key']}>
      <span>
        <svg width="26" height="12" aria-hidden="true">
          <line className={styles['interval']} x1="1" x2="25" y1="6" y2="6" />
          <line className={styles['interval']} x1="1" x2="1" y1="2" y2="10" />
          <line className={styles['interval']} x1="25" x2="25" y1="2" y2="10" />
          <circle className={styles['point']} cx="13" cy="6" r="4.5" />
        </svg>
        The figure named in its row, with its 95 % bootstrap interval (up to 2,000 draws of whole articles)
      </span>
      {seconds.length > 0 && (
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <path className={styles['diamond']} d="M6 1 11 6 6 11 1 6Z" />
          </svg>
          {seconds.join(', ')}
        </span>
      )}
      <span>
        <svg width="6" height="12" aria-hidden="true">
          <line className={styles['customary']} x1="3" x2="3" y1="0" y2="12" />
        </svg>
        .67 and .8: customary lines, not verdicts
      </span>
    </p>
  )
}

/** "α .71, interval .61 – .80; AC1 .76". */
function inWords(main: LayerRow['main'], second: LayerRow['second']): string {
  const one = (figure: LayerRow['main']) => {
    if (!figure) return null
    const { symbol } = coefficients[figure.name]
    if (figure.measured.value === null) return `${symbol} not defined`
    const value = `${symbol} ${coefficientInFigures(figure.measured.value)}`
    return figure.interval ? `${value}, interval ${intervalInFigures(figure.interval)}` : value
  }
  return [one(main), one(second)].filter(Boolean).join('; ') || 'No figure'
}
