import { useMemo, useState, type ReactNode } from 'react'
import { Button as Trigger, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { statementColumns, type StatementColumn, type StatementGroup } from '../../data/record/query'
import { useRecordView } from '../state/record-view'
import { counted } from '../ui/words'
import { columns } from './columns'
import { DaysFilter } from './DaysFilter'
import { choicesOf, isChosen, withChoice, type ChoiceColumn } from './filters'
import { keyInWords, type Names } from './names'
import { PickList, type Pick } from './PickList'
import { setFilter } from './record-actions'
import { focusSearch, over, useOver } from './record-ui'
import { useChoices } from './use-choices'
import styles from './Filter.module.css'

interface Props {
  /** The column whose filter it is, or any that is chosen first. */
  readonly of: 'any' | StatementColumn
  readonly label: string
  readonly className: string
  readonly keys?: string | undefined
  readonly names: Names
  readonly children: ReactNode
}

/** A button that opens the filter of a column, or a list of all columns that can be filtered. */
export function FilterPopover({ of, label, className, keys, names, children }: Props) {
  const isOpen = useOver(({ filter }) => filter === of)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(opens) => over.setState({ filter: opens ? of : null })}>
      <Trigger className={className} aria-label={label} {...(keys && { 'aria-keyshortcuts': keys })}>
        {children}
      </Trigger>
      <Popover className={styles['popover']!} placement="bottom start" offset={4}>
        <Dialog className={styles['inside']!} aria-label={of === 'any' ? 'Filter' : columns[of].name}>
          {of === 'any' ? <AnyColumn names={names} /> : <OfColumn column={of} names={names} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function AnyColumn({ names }: { readonly names: Names }) {
  const [column, setColumn] = useState<StatementColumn | null>(null)
  if (column !== null)
    return (
      <>
        <h2 className={styles['title']}>{columns[column].name}</h2>
        <OfColumn column={column} names={names} />
      </>
    )
  const pick = (key: string) => {
    const chosen = statementColumns.find((id) => id === key)
    if (chosen !== 'words') return setColumn(chosen ?? null)
    over.setState({ filter: null })
    requestAnimationFrame(focusSearch)
  }
  return (
    <PickList
      label="Filter by"
      placeholder="Filter by…"
      picks={statementColumns.map((id) => ({ key: id, name: columns[id].name }))}
      onPick={pick}
    />
  )
}

const OfColumn = ({ column, names }: { readonly column: StatementColumn; readonly names: Names }) =>
  isChosen(column) ? <Choices column={column} names={names} /> : <DaysFilter thisYear={names.thisYear} />

/** Stands for no value, where a key is needed: no id is empty. */
const NONE = ''

function Choices({ column, names }: { readonly column: ChoiceColumn; readonly names: Names }) {
  const filter = useRecordView((view) => view.filter)
  const choices = useChoices(filter, column)
  const chosen = useMemo(() => choicesOf(filter, column), [filter, column])
  const picks = useMemo((): readonly Pick[] => {
    if (!choices) return []
    const there = choices.filter(({ key }) => key !== null || !always.includes(column))
    const sorted = column === 'stance' ? there : there.toSorted(byCount)
    const gone = chosen.filter((key) => !choices.some((group) => group.key === key))
    return [...sorted, ...gone.map((key) => ({ key, rows: 0 }))].map(({ key, rows }) => ({
      key: key ?? NONE,
      name: keyInWords(column, key, names),
      beside: rows.toLocaleString('en-GB'),
      isChosen: chosen.includes(key),
    }))
  }, [choices, chosen, column, names])

  if (!choices) return <p className={styles['none']}>Counting…</p>
  if (picks.length === 0) return <p className={styles['none']}>No statement has one.</p>
  return (
    <>
      <PickList
        label={columns[column].name}
        placeholder={`Narrow ${counted(picks.length, 'value')}`}
        picks={picks}
        isMany
        onPick={(key) => setFilter(withChoice(filter, column, key === NONE ? null : key))}
      />
    </>
  )
}

/** The commonest first, those without a value last. */
const byCount = (a: StatementGroup, b: StatementGroup): number =>
  Number(a.key === null) - Number(b.key === null) || b.rows - a.rows

/** Every statement has one. */
const always: readonly ChoiceColumn[] = ['article', 'annotator']
