import { initialsOf } from '../../../data/model/project'
import { showDifferences, type DifferenceFilter } from '../review-ui'
import { coefficientInFigures, countInFigures, intervalInFigures } from './in-figures'
import type { Point } from './points'
import { useGridKeys } from './use-grid-keys'
import figures from './Figures.module.css'
import styles from './PairMatrix.module.css'

interface Props {
  readonly label: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly short: string }[]
  /** A point a pair; `of` is both, in the order of the people. */
  readonly points: readonly Point[]
  readonly symbol: string
  readonly why: (point: Point) => string
  /** How they are compared. */
  readonly compared: DifferenceFilter
}

/** Each of more than two people with each other: a figure a pair. A cell opens the differences of the two. */
export function PairMatrix({ label, people, points, symbol, why, compared }: Props) {
  const { grid, place } = useGridKeys(people.length, people.length, { row: 1, column: 0 })
  const pairs = new Map(points.map((point) => [point.of.toSorted().join(' '), point]))
  return (
    <div className={styles['scroller']}>
      <table className={styles['matrix']} role="grid" aria-label={label} {...grid}>
        <thead>
          <tr>
            <td />
            {people.slice(0, -1).map(({ id, name, short }) => (
              <th key={id} scope="col" title={name}>
                {people.length > 6 ? initialsOf(name, 3) : short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.slice(1).map((one, below) => (
            <tr key={one.id}>
              <th scope="row" title={one.name}>
                {one.short}
              </th>
              {people.slice(0, below + 1).map((other, column) => {
                const point = pairs.get([one.id, other.id].toSorted().join(' '))
                const both = `${one.name} and ${other.name}`
                if (!point)
                  return (
                    <td key={other.id} title={`${both}: not compared`}>
                      <span className={figures['void']}>–</span>
                    </td>
                  )
                const value = point.value === null ? '–' : coefficientInFigures(point.value)
                const interval = point.interval ? `, interval ${intervalInFigures(point.interval)}` : ''
                const told =
                  point.value === null ? `not defined: ${why(point)}` : `${symbol} ${value}${interval}`
                const inWords = `${both}: ${told}, n ${countInFigures(point.n)}`
                return (
                  <td key={other.id}>
                    <button
                      type="button"
                      className={figures['cell']}
                      aria-label={inWords}
                      title={inWords}
                      onClick={() =>
                        showDifferences({ ...compared, people: [other.id, one.id], title: both })
                      }
                      {...place(below + 1, column)}
                    >
                      {value}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
