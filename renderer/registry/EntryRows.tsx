import { useMemo } from 'react'
import type { Registry } from '../../data/model/registry'
import { hiddenArticles } from '../review/blind/blind'
import { useShown } from '../state/store'
import { classes } from '../ui/classes'
import { LabelChip } from '../ui/LabelChip'
import { counted } from '../ui/words'
import { KindIcon } from './KindIcon'
import { tabNames, type Tab } from './narrowing'
import { choose } from './registry-state'
import { lineUnder } from './registry-words'
import type { Row } from './rows'
import { VirtualRows } from './VirtualRows'
import styles from './EntryList.module.css'

interface Props {
  readonly rows: readonly Row[]
  readonly registry: Registry
  readonly tab: Tab
  readonly chosen: string | null
  readonly hasCounts: boolean
}

/** CSS pixels: about 30 letters of an answer or a question fit in a line, and two lines are shown at most. */
function heightOf(row: Row): number {
  if (row.is === 'actor') return 46
  if (row.is === 'position') return row.record.answer.length > 30 ? 46 : 32
  return (row.record?.question.length ?? 0) > 30 ? 60 : 42
}

const idOfRow = (row: Row | undefined): string => `entry-${row?.id ?? 'none'}`

/** The entries near the view, to be walked by keys. */
export function EntryRows({ rows, registry, tab, chosen, hasCounts }: Props) {
  const heights = useMemo(() => rows.map(heightOf), [rows])
  const isHidden = useShown(({ project }) => hiddenArticles(project) > 0)
  const active = rows.findIndex(({ id }) => id !== null && id === chosen)
  const reach = (to: number) => {
    // A heading over what has no issue is none to choose.
    const at = rows[to]?.id === null ? to + (to < active ? -1 : 1) : to
    const id = rows[at]?.id
    if (id !== undefined && id !== null) choose(id)
  }
  return (
    <VirtualRows
      key={tab}
      label={tabNames[tab]}
      name={tab}
      heights={heights}
      active={active}
      onReach={reach}
      onEnter={() => document.querySelector<HTMLElement>('[data-entry-name]')?.focus()}
      rowId={(row) => idOfRow(rows[row])}
    >
      {(place) => {
        const row = rows[place]
        if (!row) return null
        if (row.is === 'issue' && row.id === null)
          return <div className={styles['homeless']}>Without an issue</div>
        return (
          <div
            id={idOfRow(row)}
            role="option"
            aria-selected={place === active}
            aria-posinset={place + 1}
            aria-setsize={rows.length}
            className={classes(styles['row'], styles[row.is], place === active && styles['chosen'])}
            onClick={() => row.id !== null && choose(row.id)}
          >
            <RowWords row={row} registry={registry} />
            {hasCounts && (
              <span
                className={styles['count']}
                title={`${counted(row.count, 'tag')} ${isHidden ? 'that you may see' : 'in all articles'}`}
              >
                {row.count.toLocaleString('en-GB')}
              </span>
            )}
          </div>
        )
      }}
    </VirtualRows>
  )
}

function RowWords({ row, registry }: { readonly row: Row; readonly registry: Registry }) {
  if (row.is === 'actor')
    return (
      <>
        <KindIcon kind={row.record.kind} />
        <span className={styles['words']}>
          <span className={styles['name']}>{row.record.name}</span>
          <span className={styles['under']}>
            {row.by === null ? lineUnder(registry, row.record) : `also “${row.by}”`}
          </span>
        </span>
      </>
    )
  if (row.is === 'issue') return <span className={styles['question']}>{row.record?.question}</span>
  return (
    <>
      <LabelChip label={{ name: 'Position', letter: 'P', hue: 'position' }} />
      <span className={styles['answer']}>{row.record.answer}</span>
    </>
  )
}
