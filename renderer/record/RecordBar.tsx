import { useEffect } from 'react'
import { statementColumns } from '../../data/record/query'
import { useKeys } from '../commands/commands-now'
import { lookAt, recordView, useRecordView } from '../state/record-view'
import { Button, IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Keycap } from '../ui/Keycap'
import { useDraft } from '../ui/use-draft'
import { columns } from './columns'
import { ColumnsPopover } from './ColumnsPopover'
import { exportTable } from './export-table'
import { filtersInWords } from './filter-words'
import { FilterPopover } from './FilterPopover'
import { filtered, without, withText } from './filters'
import type { Names } from './names'
import { groupBy, setFilter } from './record-actions'
import { focusTable } from './record-ui'
import { useTable } from './record-table'
import { classes } from '../ui/classes'
import fields from '../ui/fields.module.css'
import styles from './RecordBar.module.css'

/** Milliseconds after which what is typed is looked for. */
const PAUSE = 120

/** What the table shows: words looked for, filters in words, how many that leaves, columns, groups, and the export. */
export function RecordBar({ names }: { readonly names: Names }) {
  const filter = useRecordView((view) => view.filter)
  const group = useRecordView((view) => view.group)
  const keys = useKeys('statements.filter')
  const exportKeys = useKeys('statements.export')
  const isFiltered = filtered(filter).length > 0
  return (
    <div className={styles['bar']} role="group" aria-label="What the table shows">
      <Search />
      {filtersInWords(filter, names).map(({ column, name, words }) => (
        <span key={column} className={styles['chip']}>
          <FilterPopover
            of={column}
            label={`${name}: ${words}`}
            className={styles['chipWords']!}
            names={names}
          >
            <span className={styles['chipName']}>{name}</span>
            <b>{words}</b>
          </FilterPopover>
          <IconButton
            icon="close"
            label={`No filter for ${name}`}
            small
            onClick={() => {
              setFilter(without(filter, column))
              focusTable()
            }}
          />
        </span>
      ))}
      <FilterPopover of="any" label="Filter" className={styles['add']!} keys={keys} names={names}>
        <Icon name="plus" />
        Filter
        {keys !== undefined && <Keycap keys={keys} />}
      </FilterPopover>
      {isFiltered && (
        <button
          type="button"
          className={styles['worded']}
          onClick={() => {
            setFilter({})
            focusTable()
          }}
        >
          Show all
        </button>
      )}
      <span className={styles['end']}>
        <Count />
        <ColumnsPopover />
        <span className={styles['group']}>
          <select
            aria-label="Group"
            value={group ?? ''}
            onChange={({ target }) => groupBy(statementColumns.find((id) => id === target.value) ?? null)}
          >
            <option value="">Group: none</option>
            {statementColumns
              .filter((id) => id !== 'words')
              .map((id) => (
                <option key={id} value={id}>
                  Group: {columns[id].name.toLowerCase()}
                </option>
              ))}
          </select>
          <Icon name="down" small />
        </span>
        <Button look="bare" keys={exportKeys} onClick={() => void exportTable()}>
          <Icon name="out" />
          Export table…
        </Button>
      </span>
    </div>
  )
}

function Search() {
  const kept = useRecordView((view) => view.filter.text) ?? ''
  const keys = useKeys('statements.find')
  const [typed, setTyped] = useDraft(kept)
  useEffect(() => {
    if (typed === kept) return undefined
    const pause = setTimeout(() => lookAt({ filter: withText(recordView().filter, typed) }), PAUSE)
    return () => clearTimeout(pause)
  }, [typed, kept])

  return (
    <span className={classes(fields['seek'], styles['search'])}>
      <Icon name="search" />
      <input
        type="text"
        role="searchbox"
        aria-label="Find in quotes"
        placeholder="Find in quotes"
        data-find-statements
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') setTyped('')
          else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') focusTable()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {typed === '' ? (
        keys !== undefined && <Keycap keys={keys} />
      ) : (
        <IconButton icon="close" label="Show all quotes" small onClick={() => setTyped('')} />
      )}
    </span>
  )
}

/** "21 of 146 statements". */
function Count() {
  const counts = useTable(({ found }) => found?.counts)
  if (!counts) return null
  const { found, all } = counts
  const [some, every] = [found.toLocaleString('en-GB'), all.toLocaleString('en-GB')]
  return (
    <span role="status" className={styles['count']}>
      {found === all ? every : `${some} of ${every}`} {all === 1 ? 'statement' : 'statements'}
    </span>
  )
}
