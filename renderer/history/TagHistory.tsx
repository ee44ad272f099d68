import { useId, useMemo, useState } from 'react'
import { explain } from '../../data/model/explain'
import type { Annotation } from '../../data/model/records'
import type { ArticleHistory, HistoryEntry } from '../../data/store/views'
import { openDialog, toggleTagHistory } from '../state/actions'
import { useShown } from '../state/store'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { counted } from '../ui/words'
import { damagedInWords } from './damaged-words'
import { goToMoment } from './go-to-tag'
import { Moment } from './Moment'
import { kindOfStep, toldOfTag, type Telling } from './step-words'
import { ToldLine } from './ToldLine'
import { computersIn, stepsOfTag } from './trail'
import { useNames, useTelling, useTrail } from './use-trail'
import { whenInWords } from './when'
import styles from './history.module.css'

/** So many steps are shown at first, and more with every press of a button. */
const PART = 50

/** Who did what to the selected tag, when, and what it was before. Folded, it says when the tag was made or changed last. */
export function TagHistory({ tag }: { tag: Annotation }) {
  const isShown = useShown((state) => state.tagHistoryShown)
  const list = useId()
  const count = useShown(({ trail }) =>
    isShown && trail?.article === tag.article && trail.history.ok
      ? stepsOfTag(trail.history.value.entries, tag.id).length
      : null,
  )
  const when = `${tag.modified === tag.created ? 'made' : 'changed'} ${whenInWords(tag.modified)}`
  return (
    <section className={styles['card']} aria-label="History of the tag">
      <h3>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={isShown}
          aria-controls={isShown ? list : undefined}
          onClick={toggleTagHistory}
        >
          <Icon name={isShown ? 'down' : 'next'} small />
          <span className={styles['name']}>History</span>
          <span className={styles['aside']}>{count === null ? when : counted(count, 'step')}</span>
        </button>
      </h3>
      {isShown && (
        <div id={list}>
          <Unfolded tag={tag} />
        </div>
      )}
    </section>
  )
}

function Unfolded({ tag }: { tag: Annotation }) {
  const history = useTrail(tag.article)
  if (!history) return <p className={styles['none']}>Reading the history…</p>
  if (!history.ok)
    return (
      <p role="alert" className={styles['none']}>
        {explain(history.error)}
      </p>
    )
  return <Steps key={tag.id} tag={tag} history={history.value} />
}

function Steps({ tag, history }: { tag: Annotation; history: ArticleHistory }) {
  const { entries, damaged } = history
  const steps = useMemo(() => stepsOfTag(entries, tag.id), [entries, tag.id])
  const computerOf = useMemo(() => computersIn(entries), [entries])
  const telling = useTelling(entries)
  const at = useShown(({ past }) => past?.at ?? null)
  const then = at === null ? undefined : steps.find((step) => Date.parse(step.at) <= Date.parse(at))
  const [most, setMost] = useState(PART)
  return (
    <>
      {steps.length === 0 ? (
        <p className={styles['none']}>Nothing is kept about how this tag came about.</p>
      ) : (
        <ol className={styles['steps']} aria-label={`History of the tag, ${counted(steps.length, 'step')}`}>
          {steps.slice(0, most).map((entry) => (
            <StepOnTag
              key={`${entry.device} ${entry.clock}`}
              entry={entry}
              tag={tag.id}
              telling={telling}
              computer={computerOf(entry)}
              isThen={entry === then}
            />
          ))}
        </ol>
      )}
      {damaged > 0 && <p className={styles['none']}>{damagedInWords(damaged)}</p>}
      <p className={styles['below']}>
        {steps.length > most && (
          <button type="button" className={styles['quiet']} onClick={() => setMost(most + PART)}>
            Show earlier steps ({steps.length - most})
          </button>
        )}
        <button type="button" className={styles['quiet']} onClick={() => openDialog('article-history')}>
          History of the article…
        </button>
      </p>
    </>
  )
}

interface Props {
  readonly entry: HistoryEntry
  readonly tag: string
  readonly telling: Telling
  readonly computer: number | null
  /** The article is shown as it was, and this was the tag's last step until then. */
  readonly isThen: boolean
}

function StepOnTag({ entry, tag, telling, computer, isThen }: Props) {
  const nameOf = useNames()
  const kind = kindOfStep(entry)
  return (
    <li
      className={classes(styles['step'], isThen && styles['then'])}
      aria-current={isThen ? 'step' : undefined}
    >
      {kind !== null && <p className={styles['kind']}>{kind}</p>}
      {toldOfTag(telling, entry, tag).map((told, i) => (
        <ToldLine key={i} told={told} />
      ))}
      <p className={styles['by']}>
        <span>
          {nameOf(entry.annotator)}
          {computer !== null && <span title={`Device ${entry.device}`}>, computer {computer}</span>} ·{' '}
          <Moment at={entry.at} />
        </span>
        <button
          type="button"
          className={styles['quiet']}
          aria-label={`Show the article as it was ${whenInWords(entry.at)}`}
          title="Show the article as it was after this step"
          onClick={() => goToMoment(entry, entry.at, tag)}
        >
          {isThen ? 'Shown' : 'As it was'}
        </button>
      </p>
    </li>
  )
}
