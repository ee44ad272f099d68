import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { HistoryEntry } from '../../data/store/views'
import { quoteOf } from '../state/tags'
import { Initials } from '../ui/Initials'
import { classes } from '../ui/classes'
import { LabelChip } from '../ui/LabelChip'
import { placeAfter } from '../ui/place-after'
import { useWindow } from '../ui/use-window'
import { goToTag } from './go-to-tag'
import { Moment } from './Moment'
import { labelIn, summaryOf, type Telling } from './step-words'
import { useNames } from './use-trail'
import { dayOf, timeOf } from './when'
import styles from './StepRows.module.css'

/** CSS pixels of a row, be it a step or a day. */
const ROW = 46

/** Up to here all rows are drawn; beyond, those near the view. */
const ALL = 100

type Row = Readonly<{ is: 'day'; day: string } | { is: 'step'; step: HistoryEntry; nth: number }>

interface Props {
  /** Latest first. */
  readonly steps: readonly HistoryEntry[]
  /** Which of them one has reached. */
  readonly at: number
  readonly telling: Telling
  readonly onReach: (step: HistoryEntry) => void
}

/** The steps under their days: one tab stop; arrows move, Enter goes to the tag. Long lists are drawn near the view only. */
export function StepRows({ steps, at, telling, onReach }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const takesFocus = useRef(true)
  const rows = useMemo(() => rowsOf(steps), [steps])
  const place = rows.findIndex((row) => row.is === 'step' && row.nth === at)
  const { from, to } = useWindow(box, ROW, rows.length, ALL)

  useLayoutEffect(() => {
    if (box.current) bringIntoView(box.current, place)
  }, [place])
  useLayoutEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at, steps.length)
    const step = steps[at]
    if (next !== null) {
      const reached = steps[next]
      takesFocus.current = true
      if (reached) onReach(reached)
    } else if (event.key === 'Enter' && step) goToTag(summaryOf(telling, step).tag?.id ?? null)
    else return
    event.preventDefault()
  }

  const drawn = Array.from({ length: to - from }, (_, i) => from + i)
  if (!drawn.includes(place)) drawn.push(place)
  return (
    <div ref={box} className={styles['rows']}>
      <ul
        ref={list}
        role="list"
        aria-label="Steps"
        className={styles['list']}
        style={{ height: rows.length * ROW }}
        onKeyDown={press}
      >
        {drawn.map((nth) => {
          const row = rows[nth]
          if (!row) return null
          return row.is === 'day' ? (
            <li key={`day ${nth}`} className={styles['day']} style={{ top: nth * ROW }}>
              <h2>{row.day}</h2>
            </li>
          ) : (
            <StepRow
              key={`${row.step.device} ${row.step.clock}`}
              step={row.step}
              top={nth * ROW}
              place={row.nth + 1}
              total={steps.length}
              isReached={row.nth === at}
              telling={telling}
              onReach={onReach}
            />
          )
        })}
      </ul>
    </div>
  )
}

function rowsOf(steps: readonly HistoryEntry[]): readonly Row[] {
  const now = new Date()
  const rows: Row[] = []
  let day: string | null = null
  for (const [nth, step] of steps.entries()) {
    const next = dayOf(step.at, now)
    if (next !== day) rows.push({ is: 'day', day: next })
    day = next
    rows.push({ is: 'step', step, nth })
  }
  return rows
}

interface RowProps {
  readonly step: HistoryEntry
  /** CSS pixels. */
  readonly top: number
  /** From 1. */
  readonly place: number
  readonly total: number
  readonly isReached: boolean
  readonly telling: Telling
  readonly onReach: (step: HistoryEntry) => void
}

function StepRow({ step, top, place, total, isReached, telling, onReach }: RowProps) {
  const name = useNames()(step.annotator)
  const { text, tag, more } = summaryOf(telling, step)
  const quote = tag && quoteOf(tag)
  const words = quote === null ? '' : `, “${quote}”${more > 0 ? ` and ${more} more` : ''}`
  return (
    <li
      className={styles['row']}
      style={{ top }}
      aria-label={`${dayOf(step.at)} ${timeOf(step.at)}, ${name}: ${text}${words}`}
      aria-current={isReached ? 'true' : undefined}
      aria-posinset={place}
      aria-setsize={total}
    >
      <button
        type="button"
        tabIndex={isReached ? 0 : -1}
        className={classes(styles['button'], isReached && styles['reached'])}
        onClick={() => onReach(step)}
        onDoubleClick={() => goToTag(tag?.id ?? null)}
      >
        <span className={styles['time']}>
          <Moment at={step.at} short />
        </span>
        <span className={styles['what']} title={text}>
          {text}
        </span>
        <span className={styles['who']}>
          <Initials of={name} title={name} />
        </span>
        <span className={styles['on']}>
          {tag && <LabelChip label={labelIn(telling, tag)} />}
          <span className={styles['quote']}>{quote}</span>
          {more > 0 && <span className={styles['more']}>and {more} more</span>}
        </span>
      </button>
    </li>
  )
}

/** Scrolls only as far as needed. */
function bringIntoView(rows: HTMLElement, place: number): void {
  const top = place * ROW
  if (top < rows.scrollTop + ROW) rows.scrollTop = Math.max(0, top - ROW)
  else if (top + ROW > rows.scrollTop + rows.clientHeight) rows.scrollTop = top + ROW - rows.clientHeight
}
