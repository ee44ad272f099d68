import { classes } from '../ui/classes'
import { PaletteRow } from './PaletteRow'
import type { Row, Section } from './row'
import styles from './StatementPalette.module.css'

interface Props {
  /** Those that have rows. */
  readonly sections: readonly Section[]
  /** The row that Enter takes, from 0 over all sections. */
  readonly active: number
  /** The id of a row, by its place over all sections. */
  readonly idOf: (place: number) => string
  /** Whether the first nine are taken by their digit. */
  readonly hasDigits: boolean
  readonly onTake: (row: Row) => void
}

/** What may be chosen, under its titles. */
export function PaletteSections({ sections, active, idOf, hasDigits, onTake }: Props) {
  const rows = sections.flatMap((section) => section.rows)
  return sections.map(({ title, rows: own }) => (
    <div
      key={title ?? ''}
      role="group"
      aria-label={title ?? undefined}
      className={classes(styles['section'], title === null && sections.length > 1 && styles['apart'])}
    >
      {title !== null && (
        <div className={styles['title']} aria-hidden="true">
          {title}
        </div>
      )}
      {own.map((row) => {
        const at = rows.indexOf(row)
        return (
          <PaletteRow
            key={row.id}
            id={idOf(at)}
            row={row}
            number={hasDigits ? at + 1 : null}
            isActive={at === active}
            onTake={() => onTake(row)}
          />
        )
      })}
    </div>
  ))
}
