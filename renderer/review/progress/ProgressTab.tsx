import { useMemo, useState, type KeyboardEvent } from 'react'
import type { ListedArticle } from '../../../data/store/views'
import type { Person } from '../../../data/model/project'
import { openArticle } from '../../state/actions'
import { showMode } from '../../state/panes'
import { useShownSoon } from '../../state/soon'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { counted } from '../../ui/words'
import { BLIND, toggleBlind } from '../blind/blind'
import { ReviewBarEnd, ReviewEmpty, ReviewMain } from '../slots'
import { assign, openNextAssigned, type Assigning, type Chosen } from './assigning'
import { Matrix } from './Matrix'
import { isAmong, narrowings, type CellState, type Narrowing } from './standing'
import { ReviewMark, TaggingMark } from './StateMark'
import { fitting, justOne, placesIn } from './stretch'
import styles from './Progress.module.css'

const none: readonly ListedArticle[] = []
const nobody: readonly Person[] = []

const names: Readonly<Record<Narrowing, string>> = {
  all: 'All articles',
  mine: 'Assigned to me',
  unassigned: 'Nobody is to tag them',
  'in-review': 'In review',
  open: 'Assigned and not done',
}

/** Who tags and reviews what, and how far it is. */
export function ProgressTab() {
  const articles = useShownSoon(({ project }) => project?.articles) ?? none
  const people = useShownSoon(({ project }) => project?.people) ?? nobody
  const me = useShownSoon(({ project }) => project?.me.id) ?? ''
  const isBlind = useShownSoon(({ project }) => project?.review.blind) ?? false
  const [narrowing, setNarrowing] = useState<Narrowing>('all')
  const [picked, setPicked] = useState(justOne)
  const shown = useMemo(
    () => (narrowing === 'all' ? articles : articles.filter((article) => isAmong(article, narrowing, me))),
    [articles, narrowing, me],
  )
  const stretch = useMemo(
    () => fitting(picked, { rows: shown.length, columns: people.length }),
    [picked, shown.length, people.length],
  )

  const chosen = (): Chosen[] =>
    placesIn(stretch).flatMap(({ row, column }) => {
      const [article, person] = [shown[row], people[column]]
      return article && person ? [{ article, person }] : []
    })
  const put = (as: Assigning) => void assign(chosen(), as)
  const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    if (ctrlKey || metaKey || altKey) return false
    if (key === 't' || key === 'T') put('tag')
    else if (key === 'r' || key === 'R') put('review')
    else if (key === 'Delete' || key === 'Backspace') put('off')
    else return false
    return true
  }
  const open = ({ summary }: ListedArticle) => {
    showMode('read')
    void openArticle(summary.id)
  }
  const cells = placesIn(stretch).length

  return (
    <>
      <ReviewBarEnd>
        <Select
          label="Articles shown"
          quiet
          value={narrowing}
          options={narrowings.map((value) => ({ value, name: names[value] }))}
          onChange={(value) => setNarrowing(narrowings.find((one) => one === value) ?? 'all')}
        />
        <span className={styles['count']}>
          {shown.length === articles.length
            ? counted(articles.length, 'article')
            : `${shown.length.toLocaleString('en-GB')} of ${counted(articles.length, 'article')}`}
        </span>
      </ReviewBarEnd>
      <ReviewMain>
        <div className={styles['tab']}>
          <div className={styles['bar']}>
            <div role="toolbar" aria-label="Assign" className={styles['ways']}>
              <Button
                keys="T"
                unless={shown.length === 0 && 'No article is shown.'}
                onClick={() => put('tag')}
              >
                Assign to tag
              </Button>
              <Button
                keys="R"
                unless={shown.length === 0 && 'No article is shown.'}
                onClick={() => put('review')}
              >
                Assign to review
              </Button>
              <Button
                keys="Del"
                unless={shown.length === 0 && 'No article is shown.'}
                onClick={() => put('off')}
              >
                Take back
              </Button>
              <span className={styles['picked']} role="status" aria-label="Cells selected">
                {cells > 1 ? `${cells.toLocaleString('en-GB')} cells` : ''}
              </span>
            </div>
            <span className={styles['end']}>
              <Button look="bare" onClick={() => void openNextAssigned()}>
                Next assigned to me
              </Button>
              <label className={styles['blind']} title={BLIND}>
                <input
                  type="checkbox"
                  role="switch"
                  checked={isBlind}
                  aria-describedby="about-blind"
                  onChange={() => void toggleBlind()}
                />
                Blind review
              </label>
            </span>
            <p id="about-blind" className={styles['about']}>
              {BLIND}
            </p>
          </div>
          {shown.length === 0 ? (
            <ReviewEmpty>
              <p>No article is {narrowing === 'mine' ? 'assigned to you' : 'of that kind'}.</p>
              <Button onClick={() => setNarrowing('all')}>Show all articles</Button>
            </ReviewEmpty>
          ) : (
            <Matrix
              articles={shown}
              people={people}
              me={me}
              isHidden={({ done }) => isBlind && !done.includes(me)}
              stretch={stretch}
              onStretch={setPicked}
              onOpen={open}
              onKey={onKey}
            />
          )}
          <Key />
        </div>
      </ReviewMain>
    </>
  )
}

const tagging: readonly (readonly [NonNullable<CellState['tagging']>, string])[] = [
  ['assigned', 'to tag'],
  ['work', 'in work'],
  ['done', 'done'],
]
const review: readonly (readonly [NonNullable<CellState['review']>, string])[] = [
  ['assigned', 'to review'],
  ['reviewed', 'reviewed'],
  ['agreed', 'agreed'],
]

/** What the marks mean. */
const Key = () => (
  <ul className={styles['key']} aria-label="Marks">
    {tagging.map(([state, name]) => (
      <li key={state}>
        <TaggingMark state={state} /> {name}
      </li>
    ))}
    {review.map(([state, name]) => (
      <li key={name}>
        <ReviewMark state={state} /> {name}
      </li>
    ))}
  </ul>
)
