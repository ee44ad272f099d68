import { memo, useEffect, useRef, useState } from 'react'
import type { ListedArticle } from '../../data/store/views'
import { dwellOn } from '../state/actions'
import { useShown } from '../state/store'
import { classes } from '../ui/classes'
import { progressOf, type Progress } from '../progress/progress'
import { stillToDo } from '../review/progress/standing'
import { counted } from '../ui/words'
import { CHUNK, nameOfDay, tagsOn, type Chunk } from './article-groups'
import type { NearView } from './near-view'
import styles from './ArticleList.module.css'

interface Props {
  readonly chunk: Chunk
  /** How many articles the whole list has. */
  readonly total: number
  /** The open article and the one that the keys have reached, if they are in here. */
  readonly openId: string | null
  readonly activeId: string | null
  readonly near: NearView
  readonly onOpen: (id: string) => void
}

export const rowId = (article: string): string => `article-${article}`

const thisYear = new Date().getFullYear()

/** Some articles, by day. Away from the view it is an empty space, as high as it was or is thought to be. */
export const ArticleChunk = memo(function ArticleChunk(props: Props) {
  const { chunk, total, openId, activeId, near, onOpen } = props
  const { from, days } = chunk
  const box = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState<number | null>(null)
  const [isNear, setNear] = useState(from < CHUNK)
  const isDrawn = isNear || activeId !== null

  useEffect(() => {
    const element = box.current
    if (!element) return
    return near.watch(element, (now) => {
      if (!now && element.childElementCount > 0) setHeight(element.offsetHeight)
      setNear(now)
    })
  }, [near])

  let place = from
  return (
    <div ref={box} role="presentation" style={isDrawn ? {} : { height: height ?? thought(chunk) }}>
      {isDrawn &&
        days.map((day) => (
          <div key={day.articles[0]?.summary.id} {...grouped(chunk, nameOfDay(day, thisYear))}>
            {day.opens && (
              <div className={styles['day']} aria-hidden="true">
                {nameOfDay(day, thisYear)}
              </div>
            )}
            {day.articles.map((article) => (
              <ArticleRow
                key={article.summary.id}
                article={article}
                place={++place}
                total={total}
                isOpen={article.summary.id === openId}
                isActive={article.summary.id === activeId}
                onOpen={onOpen}
              />
            ))}
          </div>
        ))}
    </div>
  )
})

/** Days are groups; in another order there are none. */
const grouped = ({ byDay }: Chunk, name: string) =>
  byDay ? { role: 'group', 'aria-label': name } : { role: 'presentation' }

/** CSS pixels: about 30 letters of a title fit in a line of 19, the outlet takes 18, the rims 16, a day 32. */
const thought = ({ days }: Chunk): number =>
  days.reduce(
    (sum, { opens, articles }) =>
      articles.reduce(
        (height, { summary }) => height + 34 + 19 * Math.max(1, Math.ceil(summary.title.length / 30)),
        sum + (opens ? 32 : 0),
      ),
    0,
  )

interface RowProps {
  readonly article: ListedArticle
  readonly place: number
  readonly total: number
  readonly isOpen: boolean
  readonly isActive: boolean
  readonly onOpen: (id: string) => void
}

const ArticleRow = memo(function ArticleRow({ article, place, total, isOpen, isActive, onOpen }: RowProps) {
  const { id, title, outlet, agency, language, sourceName } = article.summary
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const mine = article.tags[me] ?? 0
  const all = tagsOn(article)
  const toDo = stillToDo(article, me)
  const tags = mine > 0 ? counted(mine, 'tag') : all > 0 ? `${all} by others` : ''
  return (
    <div
      id={rowId(id)}
      role="option"
      aria-selected={isOpen}
      aria-current={isOpen ? 'true' : undefined}
      aria-labelledby={`${rowId(id)}-title`}
      aria-describedby={`${rowId(id)}-state ${rowId(id)}-more`}
      aria-posinset={place}
      aria-setsize={total}
      className={classes(styles['row'], isOpen && styles['open'], isActive && styles['active'])}
      onClick={() => onOpen(id)}
      onPointerEnter={() => dwellOn(id)}
      onPointerLeave={() => dwellOn(null)}
    >
      <State id={`${rowId(id)}-state`} progress={progressOf(article, me)} />
      <span id={`${rowId(id)}-title`} className={styles['title']} lang={language ?? undefined} dir="auto">
        {title}
      </span>
      <span id={`${rowId(id)}-more`} className={styles['more']}>
        <span className={styles['outlet']}>{outlet ?? agency ?? sourceName}</span>
        {toDo && <span className={styles['asked']}>{toDo === 'tag' ? 'to tag' : 'to review'}</span>}
        {article.news && (
          <span className={styles['asked']} title={`New: work of ${counted(article.news.length, 'other')}`}>
            new
          </span>
        )}
        <span className={styles['tags']} title={all > mine ? `${all - mine} by others` : undefined}>
          {tags}
        </span>
      </span>
    </div>
  )
})

const named: Readonly<Record<Progress, string>> = {
  'to-do': 'No tags of yours yet',
  begun: 'In progress',
  done: 'Done',
}

/** A ring for an article that I have not tagged, a half for one in progress, a tick for one that I am done with. */
const State = ({ id, progress }: { id: string; progress: Progress }) => (
  <span id={id} role="img" aria-label={named[progress]} title={named[progress]}>
    <svg className={styles['state']} viewBox="0 0 12 12" aria-hidden="true">
      {progress === 'done' ? (
        <path d="m1.8 6.4 2.7 2.8 5.6-6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      ) : (
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.2" />
      )}
      {progress === 'begun' && <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />}
    </svg>
  </span>
)
