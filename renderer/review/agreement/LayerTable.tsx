import type { ReviewQuery } from '../../../data/review/agreement'
import type { Figure } from '../../../data/review/figures'
import { classes } from '../../ui/classes'
import { showDifferences } from '../review-ui'
import { coefficients } from './coefficients'
import { tagsBehind, type Part } from './evidence'
import { coefficientInFigures, countInFigures, intervalInFigures, shareInFigures } from './in-figures'
import type { LayerRow } from './layers'
import { LayerPlot } from './LayerPlot'
import type { Scale } from './scale'
import { useGridKeys } from './use-grid-keys'
import figures from './Figures.module.css'
import styles from './LayerTable.module.css'

interface Props {
  readonly rows: readonly LayerRow[]
  readonly scale: Scale
  readonly query: ReviewQuery
  /** The layer that is told in full beside the table. */
  readonly chosen: string | null
  readonly onChoose: (layer: string) => void
  /** In a line, why the row's figure is not defined. */
  readonly why: (row: LayerRow) => string
}

/** A row a layer: what was compared, how much of it is the same, its figures, and all of them on one axis. */
export function LayerTable({ rows, scale, query, chosen, onChoose, why }: Props) {
  const { grid, place } = useGridKeys(rows.length, 3)
  return (
    <table
      className={classes(figures['table'], styles['layers'])}
      role="grid"
      aria-label="Agreement by layer"
      {...grid}
    >
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col" className={styles['compared']}>
            Compared
          </th>
          <th scope="col" className={figures['number']}>
            n
          </th>
          <th scope="col" className={figures['number']}>
            Same
          </th>
          <th scope="col" className={figures['number']}>
            Figure
          </th>
          <th scope="col" className={figures['number']}>
            95 % interval
          </th>
          <th scope="col" className={figures['number']}>
            Second
          </th>
          <th scope="col" className={styles['axis']}>
            <span className={figures['hidden']}>Plot</span>
            <Axis scale={scale} />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr
            key={row.layer}
            className={row.layer === chosen ? figures['chosen'] : undefined}
            onClick={() => onChoose(row.layer)}
          >
            <th scope="row">
              <button
                type="button"
                className={classes(figures['open'], styles['name'])}
                aria-expanded={row.layer === chosen}
                aria-controls="agreement-layer"
                onClick={() => onChoose(row.layer)}
                {...place(i, 0)}
              >
                {row.name}
              </button>
            </th>
            <td className={classes(figures['quiet'], styles['compared'])}>{row.compared}</td>
            <td className={figures['number']}>
              <Number
                row={row}
                part="compared"
                query={query}
                name={`Open ${countInFigures(row.n)} ${row.things} of ${row.name}`}
                text={countInFigures(row.n)}
                {...place(i, 1)}
              />
            </td>
            <td className={figures['number']}>
              {row.observed === null ? (
                <span className={figures['quiet']}>–</span>
              ) : (
                <Number
                  row={row}
                  part="different"
                  query={query}
                  name={`Open what differs of ${row.name}: ${shareInFigures(row.observed)} are the same`}
                  text={shareInFigures(row.observed)}
                  {...place(i, 2)}
                />
              )}
            </td>
            <MainFigure row={row} why={why} />
            {(row.main?.measured.value != null || row.second?.measured.value != null) && (
              <td className={figures['number']}>
                <Coefficient figure={row.second} />
              </td>
            )}
            <td className={styles['axis']}>
              <LayerPlot row={row} scale={scale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MainFigure({ row, why }: { readonly row: LayerRow; readonly why: Props['why'] }) {
  if (row.main?.measured.value == null)
    return (
      <td
        colSpan={row.second?.measured.value == null ? 3 : 2}
        className={styles['undefined']}
        title={why(row)}
      >
        not defined: {why(row)}
      </td>
    )
  return (
    <>
      <td className={figures['number']}>
        <Coefficient figure={row.main} isMain />
      </td>
      <td className={classes(figures['number'], figures['quiet'])}>
        {row.main.interval ? (
          intervalInFigures(row.main.interval)
        ) : (
          <span title="Too few articles to draw from">–</span>
        )}
      </td>
    </>
  )
}

/** "α .71": the name small, since rows are told by different figures. */
function Coefficient({
  figure,
  isMain = false,
}: {
  readonly figure: Figure | null
  readonly isMain?: boolean
}) {
  if (figure?.measured.value == null) return <span className={figures['quiet']}>–</span>
  const { symbol, name } = coefficients[figure.name]
  const value = coefficientInFigures(figure.measured.value)
  return (
    <span title={name}>
      <span className={styles['symbol']}>{symbol}</span> {isMain ? <b>{value}</b> : value}
    </span>
  )
}

interface NumberProps {
  readonly row: LayerRow
  readonly part: Part
  readonly query: ReviewQuery
  readonly name: string
  readonly text: string
}

/** A number that opens its tags. */
const Number = ({ row, part, query, name, text, ...place }: NumberProps) => (
  <button
    type="button"
    className={figures['open']}
    aria-label={name}
    onClick={(event) => {
      event.stopPropagation()
      showDifferences(tagsBehind(row, part, query))
    }}
    {...place}
  >
    {text}
  </button>
)

const Axis = ({ scale }: Pick<Props, 'scale'>) => (
  <span className={styles['ticks']} aria-hidden="true">
    {scale.ticks.map(({ value, label }) => (
      <span key={value} style={{ left: `${100 * scale.at(value)}%` }}>
        {label}
      </span>
    ))}
  </span>
)
