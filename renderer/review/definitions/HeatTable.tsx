import { labelOf, type Codebook } from '../../../data/model/codebook'
import { classes } from '../../ui/classes'
import { LabelChip } from '../../ui/LabelChip'
import { countInFigures, shareInFigures } from '../agreement/in-figures'
import { useGridKeys } from '../agreement/use-grid-keys'
import {
  definitionName,
  share,
  type Definition,
  type DisputeRow,
  type DisputeTable,
  type Share,
} from './dispute-table'
import figures from '../agreement/Figures.module.css'
import styles from './HeatTable.module.css'

interface Props {
  readonly table: DisputeTable
  readonly codebook: Codebook
  readonly column: (key: string) => { readonly short: string; readonly full: string }
  readonly opened: Definition | null
  /** `null`: all that is disputed of the definition. */
  readonly onOpen: (definition: Definition, column: string | null) => void
}

/** A row a definition: how much of what was compared was disputed, in all and in each column. A cell opens its quotes. */
export function HeatTable({ table: { columns, rows }, codebook, column, opened, onOpen }: Props) {
  const name = (definition: Definition) => definitionName(definition, codebook)
  const { grid, place } = useGridKeys(rows.length, columns.length + 1)
  const darkest = Math.max(
    0.01,
    ...rows.flatMap(({ cells }) => cells.map((cell) => (cell ? share(cell) : 0))),
  )
  const isOpened = (row: DisputeRow) => opened?.label === row.label && opened.attribute === row.attribute
  return (
    <table
      className={classes(figures['table'], styles['heat'])}
      role="grid"
      aria-label="Disputed definitions"
      {...grid}
    >
      <thead>
        <tr>
          <th scope="col" className={styles['first']}>
            Definition
          </th>
          <th scope="col" className={figures['number']}>
            Compared
          </th>
          <th scope="col" className={figures['number']}>
            Disputed
          </th>
          <th scope="col" className={figures['number']}>
            Share
          </th>
          {columns.map((key) => (
            <th key={key} scope="col" className={styles['column']} title={column(key).full}>
              {column(key).short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr
            key={`${row.label} ${row.attribute}`}
            className={isOpened(row) ? classes(figures['chosen'], styles['chosen']) : undefined}
          >
            <th scope="row" className={styles['first']}>
              <span className={classes(figures['chip'], row.attribute !== null && styles['attribute'])}>
                <LabelChip label={labelOf(codebook, row.label)} />
                {name(row)}
              </span>
            </th>
            <td className={classes(figures['number'], figures['quiet'])}>
              {countInFigures(row.whole.compared)}
            </td>
            <td className={figures['number']}>
              <button
                type="button"
                className={figures['open']}
                aria-label={`${name(row)}: ${told(row.whole)}`}
                onClick={() => onOpen(row, null)}
                {...place(i, 0)}
              >
                {countInFigures(row.whole.disputed)}
              </button>
            </td>
            <td className={classes(figures['number'], figures['quiet'])}>
              {shareInFigures(share(row.whole))}
            </td>
            {row.cells.map((cell, at) => (
              <td key={columns[at]} className={styles['column']}>
                {cell ? (
                  <button
                    type="button"
                    className={classes(figures['cell'], figures['strong'])}
                    style={{ '--weight': `${Math.round((100 * share(cell)) / darkest)}%` }}
                    aria-label={`${name(row)}, ${column(columns[at]!).full}: ${told(cell)}`}
                    title={told(cell)}
                    onClick={() => onOpen(row, columns[at]!)}
                    {...place(i, at + 1)}
                  >
                    {shareInFigures(share(cell))}
                  </button>
                ) : (
                  <span className={figures['void']} title="Nothing was compared">
                    ·
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "4 of 10 disputed, 40 %". */
const told = (of: Share): string =>
  `${countInFigures(of.disputed)} of ${countInFigures(of.compared)} disputed, ${shareInFigures(share(of))}`
