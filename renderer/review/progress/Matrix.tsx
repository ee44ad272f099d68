import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { initialsOf, type Person } from '../../../data/model/project'
import type { ListedArticle } from '../../../data/store/views'
import { classes } from '../../ui/classes'
import { watchBox } from '../../ui/watch-box'
import { shortNames } from '../agreement/people-names'
import { afterKey, isInside, type Place, type Stretch } from './stretch'
import { stateInWords, stateOf, tallyOf } from './standing'
import { ReviewMark, TaggingMark } from './StateMark'
import styles from './Progress.module.css'

interface Props {
  readonly articles: readonly ListedArticle[]
  readonly people: readonly Person[]
  readonly me: string
  /** Whether how far others are with an article is hidden. */
  readonly isHidden: (article: ListedArticle) => boolean
  readonly stretch: Stretch
  readonly onStretch: (stretch: Stretch) => void
  readonly onOpen: (article: ListedArticle) => void
  /** Keys that are not about moving; `true` when it was one. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** CSS pixels of a row, and of the heads over them. */
const ROW = 34
const HEAD = 52
/** Up to so many people are called by name over their columns. */
const BY_NAME = 8
/** Pixels above and below the view that are drawn too. */
const MARGIN = 300

const cellId = (row: number, column: number): string => `progress-${row}-${column}`

/** Articles by people: who is how far with what. Only the rows near the view are drawn. */
export function Matrix(props: Props) {
  const { articles, people, me, isHidden, stretch, onStretch, onOpen, onKey } = props
  const grid = useRef<HTMLDivElement>(null)
  const view = useView(grid)
  const { at } = stretch
  const names = useMemo(() => shortNames(people), [people])
  const columns = useMemo(
    () => people.map(({ id }) => tallyOf(articles.map((article) => stateOf(article, id)))),
    [articles, people],
  )
  const isNamed = people.length <= BY_NAME

  useEffect(() => {
    const element = grid.current
    if (!element) return
    const top = at.row * ROW
    const height = element.clientHeight - HEAD
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + height) element.scrollTop = top + ROW - height
    document
      .getElementById(`progress-head-${at.column}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])

  const press = (event: KeyboardEvent) => {
    const next = afterKey(stretch, event, { rows: articles.length, columns: people.length })
    const article = articles[at.row]
    if (next) onStretch(next)
    else if (event.key === 'Enter' && article) onOpen(article)
    else if (!onKey(event)) return
    event.preventDefault()
  }
  const pick = (place: Place, isMore: boolean) =>
    onStretch({ at: place, from: isMore ? stretch.from : place })

  const first = Math.max(0, Math.floor((view.top - MARGIN) / ROW))
  const last = Math.min(articles.length, Math.ceil((view.top + view.height + MARGIN) / ROW))
  const near = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  const rows = at.row < articles.length && (at.row < first || at.row >= last) ? [...near, at.row] : near

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Progress"
      aria-rowcount={articles.length + 1}
      aria-colcount={people.length + 2}
      aria-multiselectable="true"
      aria-activedescendant={articles.length > 0 ? cellId(at.row, at.column) : undefined}
      tabIndex={0}
      data-pane-focus
      className={classes(styles['grid'], isNamed ? styles['named'] : styles['narrow'])}
      style={{ '--people': people.length }}
      onKeyDown={press}
    >
      <div role="row" aria-rowindex={1} className={styles['heads']}>
        <span role="columnheader" aria-colindex={1} className={styles['corner']}>
          Article
        </span>
        {people.map(({ id, name }, column) => {
          const { of, done } = columns[column]!
          return (
            <span
              key={id}
              id={`progress-head-${column}`}
              role="columnheader"
              aria-colindex={column + 2}
              aria-label={`${name}${id === me ? ' (you)' : ''}, ${done} of ${of} done`}
              title={`${name}${id === me ? ' (you)' : ''}: ${done} of ${of} done. Click for the whole column.`}
              className={classes(styles['head'], id === me && styles['mine'])}
              onClick={() =>
                onStretch({ at: { row: 0, column }, from: { row: Math.max(0, articles.length - 1), column } })
              }
            >
              <span className={styles['who']}>{isNamed ? names[column] : initialsOf(name, 3)}</span>
              <span className={styles['sum']}>
                {done}/{of}
              </span>
            </span>
          )
        })}
        <span role="columnheader" aria-colindex={people.length + 2} className={styles['head']}>
          Done
        </span>
      </div>
      <div role="rowgroup" className={styles['rows']} style={{ height: articles.length * ROW }}>
        {rows.map((row) => (
          <Row
            key={articles[row]!.summary.id}
            row={row}
            article={articles[row]!}
            people={people}
            me={me}
            isHidden={isHidden(articles[row]!)}
            stretch={stretch}
            onPick={pick}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly row: number
  readonly article: ListedArticle
  readonly people: readonly Person[]
  readonly me: string
  readonly isHidden: boolean
  readonly stretch: Stretch
  readonly onPick: (place: Place, isMore: boolean) => void
  readonly onOpen: (article: ListedArticle) => void
}

function Row({ row, article, people, me, isHidden, stretch, onPick, onOpen }: RowProps) {
  const { title, language } = article.summary
  const cells = people.map(({ id }) => stateOf(article, id))
  const { of, done } = tallyOf(cells)
  return (
    <div role="row" aria-rowindex={row + 2} className={styles['row']} style={{ top: row * ROW }}>
      <span
        role="rowheader"
        aria-colindex={1}
        className={styles['title']}
        lang={language ?? undefined}
        dir="auto"
        title={title}
        onDoubleClick={() => onOpen(article)}
        onClick={() => onPick({ row, column: stretch.at.column }, false)}
      >
        {title}
      </span>
      {cells.map((cell, column) => {
        const person = people[column]!
        const isOthersHidden = isHidden && person.id !== me
        const words = stateInWords(cell, isOthersHidden)
        const isAt = stretch.at.row === row && stretch.at.column === column
        return (
          <span
            key={person.id}
            id={cellId(row, column)}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={isInside(stretch, { row, column })}
            aria-label={`${person.name}: ${words}`}
            title={`${person.name}, ${title}: ${words}`}
            className={classes(styles['cell'], isAt && styles['at'])}
            onPointerDown={(event) => event.button === 0 && onPick({ row, column }, event.shiftKey)}
            onDoubleClick={() => onOpen(article)}
          >
            {cell.tagging && <TaggingMark state={cell.tagging} />}
            {cell.review && <ReviewMark state={cell.review} />}
          </span>
        )
      })}
      <span
        role="gridcell"
        aria-colindex={people.length + 2}
        aria-label={`${done} of ${of} done`}
        className={styles['total']}
      >
        {of > 0 && `${done}/${of}`}
      </span>
    </div>
  )
}

function useView(grid: React.RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ top: 0, height: 900 })
  useLayoutEffect(() => {
    const element = grid.current
    if (!element) return
    return watchBox(element, () => setView({ top: element.scrollTop, height: element.clientHeight }))
  }, [grid])
  return view
}
