import { memo } from 'react'
import type { StatementColumn, StatementRow } from '../../data/record/query'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { shown, type Layout } from './columns'
import { cellOf, rowInWords, type Names } from './names'
import { StanceScale } from './StanceScale'
import styles from './Table.module.css'

interface Props {
  /** From 0, among all lines. */
  readonly line: number
  /** CSS pixels from the top of the first line. */
  readonly top: number
  readonly isActive: boolean
  readonly isGrouped: boolean
  /** `undefined` until it is there. */
  readonly row: StatementRow | undefined
  readonly layout: Layout
  readonly names: Names
}

export const lineId = (line: number): string => `statement-line-${line}`

/** A statement, a cell for each column. */
export const StatementLine = memo(({ line, top, isActive, isGrouped, row, layout, names }: Props) => (
  <div
    id={lineId(line)}
    role="row"
    aria-rowindex={line + 2}
    aria-selected={isActive}
    aria-level={isGrouped ? 2 : undefined}
    aria-label={row ? rowInWords(row, names) : 'Not here yet'}
    aria-busy={row === undefined || undefined}
    data-line={line}
    className={classes(styles['line'], isActive && styles['active'])}
    style={{ transform: `translateY(${top}px)` }}
  >
    {shown(layout).map(({ id }) =>
      row ? <InCell key={id} {...{ row, names }} column={id} /> : <Empty key={id} />,
    )}
  </div>
))
StatementLine.displayName = 'StatementLine'

const Empty = () => <span role="gridcell" className={styles['cell']} />

function InCell({
  row,
  column,
  names,
}: {
  readonly row: StatementRow
  readonly column: StatementColumn
  readonly names: Names
}) {
  const { cell } = styles
  if (column === 'stance' && row.stance)
    return (
      <span role="gridcell" className={cell}>
        <StanceScale stance={row.stance} />
      </span>
    )
  if (column === 'stance' || (column === 'issue' && row.issue === null))
    return (
      <span role="gridcell" className={classes(cell, styles['none'])}>
        {column === 'stance' ? '–' : 'none'}
      </span>
    )
  const { text, isSource, title } = cellOf(row, column, names)
  return (
    <span
      role="gridcell"
      className={classes(cell, isSource ? styles['source'] : styles[column])}
      title={title ?? (text.length > 12 ? text : undefined)}
      dir={isSource && 'auto'}
    >
      {text}
    </span>
  )
}

interface GroupProps {
  readonly line: number
  readonly top: number
  readonly isActive: boolean
  readonly isFolded: boolean
  readonly name: string
  /** The name is words of an article. */
  readonly isSource: boolean
  readonly count: number
}

/** The head of a group of statements, with how many there are. */
export const GroupLine = memo(({ line, top, isActive, isFolded, name, isSource, count }: GroupProps) => (
  <div
    id={lineId(line)}
    role="row"
    aria-rowindex={line + 2}
    aria-level={1}
    aria-expanded={!isFolded}
    aria-selected={isActive}
    data-line={line}
    className={classes(styles['line'], styles['group'], isActive && styles['active'])}
    style={{ transform: `translateY(${top}px)` }}
  >
    <span role="gridcell" className={styles['groupName']}>
      <span className={styles['twist']} data-twist>
        <Icon name={isFolded ? 'next' : 'down'} small />
      </span>
      <span className={isSource ? styles['source'] : undefined}>{name}</span>
      <span className={styles['count']}>{count.toLocaleString('en-GB')}</span>
    </span>
  </div>
))
GroupLine.displayName = 'GroupLine'
