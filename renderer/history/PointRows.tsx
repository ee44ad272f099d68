import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { MyStep } from '../../data/store/views'
import { useShown } from '../state/store'
import { quoteOf } from '../state/tags'
import { classes } from '../ui/classes'
import { LabelChip } from '../ui/LabelChip'
import { placeAfter } from '../ui/place-after'
import { Moment } from './Moment'
import type { Point } from './points'
import { sharedInWords } from './shared-words'
import { labelIn, summaryOf, type Telling } from './step-words'
import { useTelling } from './use-trail'
import { whenInWords } from './when'
import styles from './StepsDialog.module.css'

interface Props {
  readonly points: readonly Point[]
  /** Which of them one has reached. */
  readonly at: number
  readonly onReach: (point: Point) => void
  readonly onGo: (point: Point) => void
}

/** The points that one can go to: one tab stop; arrows move, Enter goes there. */
export function PointRows({ points, at, onReach, onGo }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const telling = useTelling(points.flatMap(({ step }) => step?.entry ?? []))
  useLayoutEffect(() => {
    const row = list.current?.children[at]?.querySelector('button')
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const press = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at, points.length)
    const reached = points[next ?? at]
    if (!reached) return
    if (next !== null) onReach(reached)
    else if (event.key === 'Enter') onGo(reached)
    else return
    event.preventDefault()
  }

  return (
    <ul ref={list} role="list" aria-label="What you did" className={styles['rows']} onKeyDown={press}>
      {points.map((point, i) => (
        <PointRow
          key={point.away}
          point={point}
          isReached={i === at}
          telling={telling}
          onReach={onReach}
          onGo={onGo}
        />
      ))}
    </ul>
  )
}

interface RowProps extends Pick<Props, 'onReach' | 'onGo'> {
  readonly point: Point
  readonly isReached: boolean
  readonly telling: Telling
}

function PointRow({ point, isReached, telling, onReach, onGo }: RowProps) {
  const { step, isUndone, away } = point
  const title = useShown(
    ({ project }) => project?.articles.find(({ summary }) => summary.id === step?.article)?.summary.title,
  )
  const { text, words, tag } = told(step, telling)
  const state = away === 0 ? 'where you are' : isUndone ? 'taken back' : ''
  const when = step?.at ? whenInWords(step.at) : ''
  return (
    <li aria-label={[when, text, words, title && `in ${title}`, state].filter(Boolean).join(', ')}>
      <button
        type="button"
        tabIndex={isReached ? 0 : -1}
        aria-current={away === 0 ? 'step' : undefined}
        className={classes(styles['row'], isReached && styles['reached'], isUndone && styles['undone'])}
        onClick={() => onReach(point)}
        onDoubleClick={() => onGo(point)}
      >
        <span className={styles['time']}>{step?.at && <Moment at={step.at} />}</span>
        <span className={styles['what']}>{text}</span>
        <span className={styles['state']}>{state}</span>
        <span className={styles['on']}>
          {tag && <LabelChip label={labelIn(telling, tag)} />}
          <span className={styles['quote']}>{words}</span>
          <span className={styles['article']}>{title}</span>
        </span>
      </button>
    </li>
  )
}

function told(step: MyStep | null, telling: Telling) {
  if (!step) return { text: 'Before all of these', words: '', tag: null }
  const shared = sharedInWords(step.shared, telling.registry)
  if (!step.entry) return { text: shared ?? 'A step that the history cannot tell of', words: '', tag: null }
  const { text, tag } = summaryOf(telling, step.entry)
  const all = shared === null ? text : `${shared} · ${text}`
  return { text: all, words: tag ? `“${quoteOf(tag)}”` : '', tag }
}
