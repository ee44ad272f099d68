import type { Annotation } from '../../../data/model/records'
import { actionInWords, reasonInWords } from '../../../data/review/decision-words'
import type { Made } from '../../../data/review/standing'
import { useScenery } from '../../inspector/use-scenery'
import { exactly, whenInWords } from '../../history/when'
import { carryOut, draft } from '../../state/actions'
import { useShownSoon } from '../../state/soon'
import type { OpenedArticle, ShownSet } from '../../state/state'
import { Button, IconButton } from '../../ui/Button'
import { classes } from '../../ui/classes'
import fields from '../../ui/fields.module.css'
import { sendAnswer, typeAnswer, useTypedAnswer } from './answering'
import { takeOver } from './decided-actions'
import { readingInWords } from './decided-words'
import { allOn, canTakeOver, sayingsOn, threadOf, verdictOn, type Sayings } from './decisions'
import styles from '../sections.module.css'

interface Props {
  readonly open: OpenedArticle
  readonly tag: Annotation
  readonly set: ShownSet
}

/** Who decided what on the selected tag, when and why; what was answered; and what takes a correction over. */
export function DecisionCard({ open, tag, set }: Props) {
  const sayings = sayingsOn(open)
  const named = { annotator: set.annotator, id: tag.id }
  const all = allOn(sayings, named)
  const isPast = useShownSoon(({ past }) => past !== null)
  if (all.length === 0 || isPast) return null
  const verdict = verdictOn(sayings, named, tag)
  const counts = verdict?.made
  return (
    <section className={styles['card']} aria-label="Decisions on the tag">
      <h3 className={styles['title']}>{all.length === 1 ? 'Decision' : 'Decisions'}</h3>
      {verdict?.isStale && (
        <p className={styles['stale']} role="note">
          The tag was changed after it was decided on. It waits for another look.
        </p>
      )}
      {verdict?.isTakenOver && <p className={styles['quiet']}>The tag is what was decided.</p>}
      {all.toReversed().map((made) => (
        <OneDecision
          key={made.decision.id}
          made={made}
          counts={all.length > 1 && made === counts}
          tag={tag}
          owner={set.annotator}
          sayings={sayings}
          isToTake={set === open.mine && made === counts && !!verdict && canTakeOver(verdict)}
        />
      ))}
    </section>
  )
}

interface OneProps {
  readonly made: Made
  /** It is the latest of several. */
  readonly counts: boolean
  readonly tag: Annotation
  /** Whose tag it is. */
  readonly owner: string
  readonly sayings: Sayings
  /** Its correction can be taken over. */
  readonly isToTake: boolean
}

function OneDecision({ made, counts, tag, owner, sayings, isToTake }: OneProps) {
  const scenery = useScenery()
  const nameOf = useNameOf()
  const me = useShownSoon(({ project }) => project?.me.id)
  const { by, decision } = made
  const thread = threadOf(sayings, decision.id)
  return (
    <div role="group" className={styles['decision']} aria-label={`Decision of ${nameOf(by)}`}>
      <p className={styles['who']}>
        <strong>{by === me ? 'You' : nameOf(by)}</strong> {actionInWords(decision.action)} it
        {by === owner && <span className={styles['own']}>own tag</span>}
        {counts && <span className={styles['own']}>counts</span>}
        <time className={styles['when']} dateTime={decision.modified} title={exactly(decision.modified)}>
          {whenInWords(decision.modified)}
        </time>
      </p>
      {decision.reason !== null && <p>Reason: {reasonInWords(decision.reason)}</p>}
      {decision.readings.length > 0 && (
        <ul className={styles['readings']} aria-label="What it should be">
          {decision.readings.map((reading, i) => (
            // Readings have no other name than their place.
            <li key={i}>{readingInWords(scenery, tag, reading).join(' · ')}</li>
          ))}
        </ul>
      )}
      {decision.note !== '' && <p className={styles['note']}>{decision.note}</p>}
      {isToTake && (
        <Button look="first" onClick={() => void takeOver(decision)}>
          Take the correction over
        </Button>
      )}
      {thread.length > 0 && (
        <ul className={styles['thread']} aria-label="Answers">
          {thread.map(({ by: who, answer }) => (
            <li key={answer.id}>
              <span>
                <strong>{who === me ? 'You' : nameOf(who)}</strong>{' '}
                <time className={styles['when']} dateTime={answer.created} title={exactly(answer.created)}>
                  {whenInWords(answer.created)}
                </time>
                <span className={styles['said']}>{answer.text}</span>
              </span>
              {who === me && (
                <IconButton
                  icon="close"
                  label="Take this answer back"
                  small
                  onClick={() =>
                    void carryOut({ do: 'take-back-answer', article: tag.article, answer: answer.id })
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <AnswerField article={tag.article} decision={decision.id} />
    </div>
  )
}

/** What one says to a decision; Ctrl+Enter or the button sends it. */
function AnswerField({ article, decision }: { readonly article: string; readonly decision: string }) {
  const words = useTypedAnswer(decision)
  const isEmpty = words.trim() === ''
  const send = () => {
    draft(false)
    void sendAnswer(article, decision)
  }
  return (
    <div className={styles['answer']}>
      <textarea
        className={classes(fields['field'], styles['field'])}
        aria-label="Answer"
        placeholder="Answer…"
        rows={1}
        value={words}
        onChange={(event) => {
          typeAnswer(decision, event.target.value)
          draft(event.target.value.trim() !== '')
        }}
        onBlur={() => draft(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          send()
        }}
      />
      {!isEmpty && (
        <Button keys="Ctrl+Enter" onClick={send}>
          Answer
        </Button>
      )}
    </div>
  )
}

/** What people are called. */
export function useNameOf(): (annotator: string) => string {
  const people = useShownSoon(({ project }) => project?.people)
  return (annotator) => people?.find(({ id }) => id === annotator)?.name ?? annotator
}
