import { useMemo, useState } from 'react'
import { useRecordView } from '../state/record-view'
import { dayTyped, shortDay } from './days'
import { withDays } from './filters'
import { PickList } from './PickList'
import { setFilter } from './record-actions'
import { useChoices } from './use-choices'
import { useDraft } from '../ui/use-draft'
import fields from '../ui/fields.module.css'
import styles from './Filter.module.css'

/** From one day to another, typed, or a month of those in which something was said. */
export function DaysFilter({ thisYear }: { readonly thisYear: number }) {
  const filter = useRecordView((view) => view.filter)
  const days = useChoices(filter, 'day')
  const { from = null, to = null } = filter.days ?? {}
  const months = useMemo(() => {
    const sums = new Map<string, number>()
    for (const { key, rows } of days ?? []) {
      const month = key?.slice(0, 7)
      if (month?.length === 7) sums.set(month, (sums.get(month) ?? 0) + rows)
    }
    return [...sums].toSorted(([a], [b]) => (a < b ? 1 : -1))
  }, [days])

  return (
    <>
      <div className={styles['days']}>
        <Day label="From" kept={from} end="from" onDay={(day) => setFilter(withDays(filter, day, to))} />
        <Day label="To" kept={to} end="to" onDay={(day) => setFilter(withDays(filter, from, day))} />
      </div>
      {months.length > 0 && (
        <PickList
          label="Month"
          placeholder="Or a month"
          picks={months.map(([month, rows]) => ({
            key: month,
            name: shortDay(month, thisYear),
            beside: rows.toLocaleString('en-GB'),
          }))}
          onPick={(month) => setFilter(withDays(filter, dayTyped(month, 'from'), dayTyped(month, 'to')))}
        />
      )}
    </>
  )
}

interface Props {
  readonly label: string
  readonly kept: string | null
  readonly end: 'from' | 'to'
  readonly onDay: (day: string | null) => void
}

function Day({ label, kept, end, onDay }: Props) {
  const [typed, setTyped] = useDraft(kept ?? '')
  const [isWrong, setWrong] = useState(false)
  const take = () => {
    const day = typed.trim() === '' ? null : dayTyped(typed, end)
    setWrong(typed.trim() !== '' && day === null)
    if (day !== kept && (day !== null || typed.trim() === '')) onDay(day)
  }
  return (
    <label className={styles['dayField']}>
      {label}
      <input
        className={fields['field']}
        value={typed}
        placeholder="2031-03-12"
        aria-invalid={isWrong || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      {isWrong && (
        <span role="alert" className={styles['wrong']}>
          A date is needed, as 2031-03-12, 2031-03 or 2031.
        </span>
      )}
    </label>
  )
}
