import type { Label } from '../../../data/model/codebook'
import type { Confusion } from '../../../data/review/figures'
import { classes } from '../../ui/classes'
import { LabelChip } from '../../ui/LabelChip'
import { countInFigures } from './in-figures'
import { cellsOf, type Cell } from './matrix'
import { useGridKeys } from './use-grid-keys'
import figures from './Figures.module.css'
import styles from './ChoiceMatrix.module.css'

interface Props {
  readonly label: string
  readonly confusion: Confusion
  /** Whose choices stand in the rows, and whose in the columns. */
  readonly rows: string
  readonly columns: string
  readonly value: (value: string | null) => string
  /** Where the values are labels: their letters stand over the columns. */
  readonly labels?: readonly Label[]
  readonly onOpen: (values: readonly [string | null, string | null], inWords: string) => void
}

/** How often one chose this where the other chose that. A cell opens its tags; what is the same stands in the diagonal. */
export function ChoiceMatrix({ label, confusion, rows, columns, value, labels, onOpen }: Props) {
  const { values } = confusion
  const { grid, place } = useGridKeys(values.length, values.length)
  return (
    <table className={styles['matrix']} role="grid" aria-label={label} {...grid}>
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={values.length} className={styles['whose']}>
            {columns}
          </th>
        </tr>
        <tr>
          <th scope="col" className={styles['whose']}>
            {rows}
          </th>
          {values.map((each) => (
            <th key={each} scope="col" title={value(each)}>
              <Head label={labels?.find(({ id }) => id === each)} value={value(each)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cellsOf(confusion).map((cells, i) => (
          <tr key={values[i]}>
            <th scope="row" title={value(values[i]!)}>
              {value(values[i]!)}
            </th>
            {cells.map((cell) => (
              <td key={cell.column}>
                {cell.isVoid ? (
                  <span className={figures['void']} title="Where neither has a tag there is nothing to count">
                    ·
                  </span>
                ) : (
                  <Open
                    cell={cell}
                    name={`${rows} ${value(values[cell.row]!)}, ${columns} ${value(values[cell.column]!)}: ${countInFigures(cell.count)}`}
                    onOpen={(inWords) => onOpen([values[cell.row]!, values[cell.column]!], inWords)}
                    {...place(cell.row, cell.column)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Head = ({ label, value }: { readonly label: Label | undefined; readonly value: string }) =>
  label ? <LabelChip label={label} named /> : <span className={styles['column']}>{value}</span>

interface OpenProps {
  readonly cell: Cell
  readonly name: string
  readonly onOpen: (inWords: string) => void
}

const Open = ({ cell, name, onOpen, ...place }: OpenProps) => (
  <button
    type="button"
    className={classes(figures['cell'], cell.isSame && figures['strong'], cell.isSame && styles['same'])}
    style={{ '--weight': `${Math.round(cell.weight * 100)}%` }}
    aria-label={name}
    aria-disabled={cell.count === 0 || undefined}
    onClick={() => cell.count > 0 && onOpen(name)}
    {...place}
  >
    {countInFigures(cell.count)}
  </button>
)

/** Of a layer in which only one value was chosen: how often that was, and that the others never were. */
export function Choices({
  choices,
}: {
  readonly choices: readonly { readonly value: string; readonly count: number }[]
}) {
  const all = choices.reduce((sum, { count }) => sum + count, 0)
  return (
    <table className={styles['choices']}>
      <caption className={figures['hidden']}>How often what was chosen</caption>
      <tbody>
        {choices.map(({ value, count }) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            <td>
              <span
                className={classes(
                  figures['cell'],
                  count > 0 && figures['strong'],
                  count > 0 && styles['same'],
                )}
                style={{ '--weight': `${all === 0 ? 0 : Math.round((100 * count) / all)}%` }}
              >
                {countInFigures(count)}
              </span>
            </td>
            <td className={figures['quiet']}>{count > 0 && `of ${countInFigures(all)} choices`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
