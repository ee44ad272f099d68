import { memo, type ReactNode } from 'react'
import type { Metadata } from '../../data/model/article'
import type { ImportRow } from '../../electron/ipc/import'
import { classes } from '../ui/classes'
import { shortDate } from '../ui/words'
import { guessFor, remarkOn, type Ready } from './import-words'
import dialog from './ImportDialog.module.css'
import styles from './ImportRows.module.css'

interface Props {
  readonly row: ImportRow
  /** From 0. */
  readonly place: number
  /** Goes into the project. */
  readonly isIn: boolean
  readonly isReached: boolean
  readonly onReach: (place: number) => void
  readonly onTick: (rows: readonly number[], isIn: boolean) => void
}

export const importRowId = (row: number): string => `import-${row}`

/** One file: what it is, what was guessed, and why it was left out if it was. */
export const ImportRowView = memo(function ImportRowView(props: Props) {
  const { row, place, isIn, isReached, onReach, onTick } = props
  const { state, file } = row
  const remark = remarkOn(row)
  const isOut = state.is === 'left-out' || (state.is === 'ready' && !isIn)
  return (
    <div
      role="row"
      id={importRowId(row.row)}
      aria-rowindex={place + 1}
      aria-selected={isReached}
      className={classes(styles['row'], isReached && styles['reached'], isOut && styles['out'])}
      style={{ top: place * 46 }}
      onClick={() => onReach(place)}
    >
      <span role="gridcell">
        {state.is === 'ready' && (
          <input
            type="checkbox"
            tabIndex={-1}
            className={styles['tick']}
            aria-label={`Import “${state.metadata.title}”`}
            checked={isIn}
            onChange={() => onTick([row.row], !isIn)}
          />
        )}
      </span>
      <span role="gridcell" className={styles['article']}>
        <span className={styles['title']} title={state.is === 'ready' ? state.metadata.title : undefined}>
          {state.is === 'ready' ? state.metadata.title : wordsFor[state.is]}
        </span>
        <span className={styles['file']} title={file}>
          {file}
        </span>
      </span>
      {state.is === 'ready' ? (
        <ReadyCells state={state} />
      ) : (
        state.is === 'left-out' && (
          <span role="gridcell" className={styles['reason']} title={remark}>
            {remark}
          </span>
        )
      )}
      {state.is === 'ready' && (
        <span role="gridcell" className={styles['remark']} title={remark}>
          {remark}
        </span>
      )}
    </div>
  )
})

const wordsFor = { waiting: 'Waiting', reading: 'Reading…', 'left-out': 'Left out' } as const

const ReadyCells = ({ state }: { state: Ready }) => {
  const { outlet, published, dateline } = state.metadata
  return (
    <>
      <Cell state={state} field="outlet">
        {outlet}
      </Cell>
      <Cell state={state} field="published">
        {published && shortDate(published)}
      </Cell>
      <Cell state={state} field="dateline" className={styles['dateline']}>
        {dateline?.place}
      </Cell>
    </>
  )
}

interface CellProps {
  readonly state: Ready
  readonly field: keyof Metadata
  readonly className?: string | undefined
  readonly children: ReactNode
}

const Cell = ({ state, field, className, children }: CellProps) => {
  const guess = guessFor(state, field)
  return (
    <span role="gridcell" className={classes(styles['cell'], className)} title={guess}>
      {children && <span className={guess === undefined ? undefined : dialog['guess']}>{children}</span>}
    </span>
  )
}
