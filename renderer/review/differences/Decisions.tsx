import { useScenery } from '../../inspector/use-scenery'
import { useShown } from '../../state/store'
import { whose } from '../../ui/whose'
import { dateInWords } from '../../ui/words'
import { readingInWords } from '../decided/decided-words'
import { choose, myDecision } from './deciding'
import { reasonNames, verdictsInWords } from './difference-words'
import { readingsOf } from './decide-command'
import { isReadingOf, type Difference } from './differences'
import type { ReviewNow } from './review-now'
import { useCalled, useNamed } from './use-called'
import styles from './Decisions.module.css'
import fields from '../../ui/fields.module.css'

interface Props {
  readonly review: ReviewNow
  readonly at: Difference
}

/** Who has decided what on this difference, and why. */
export function Decisions({ review, at }: Props) {
  const called = useCalled()
  const named = useNamed()
  const scenery = useScenery()
  const { codebook } = scenery
  const me = useShown(({ project }) => project?.me.id)
  if (at.decided.length === 0) return null
  const verdicts = verdictsInWords(at, review.sides, called)
  return (
    <section className={styles['decisions']} aria-label="Decisions">
      {at.again === 'changed' && (
        <p className={styles['again']}>A tag has changed since this was decided. It is for another look.</p>
      )}
      {at.again === 'joined' && (
        <p className={styles['again']}>Somebody has tagged these words since this was decided.</p>
      )}
      {at.isClash && (
        <p className={styles['again']}>Reviewers have decided differently. The latest decision counts.</p>
      )}
      <ul>
        {at.decided.map(({ by, decision }, i) => {
          const { reason, note, modified, on } = decision
          const isOwn = on.some(({ annotator }) => annotator === by)
          const older = decision.codebook !== codebook.id
          return (
            <li key={decision.id} className={i > 0 ? styles['older'] : undefined}>
              <p>
                <strong>{verdicts[i]!.verdict}</strong>
                <span> by {by === me ? 'you' : named(by)}</span>
                <span className={styles['when']}> {dateInWords(modified)}</span>
              </p>
              <p className={styles['why']}>
                {[reason && reasonNames[reason], isOwn && 'on an own tag', older && 'under an older codebook']
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {!verdicts[i]!.isTaken && decision.action !== 'contested' && decision.readings.length > 0 && (
                <ul className={styles['readings']} aria-label="What it should be">
                  {decision.readings.map((reading, place) => (
                    // Readings have no other name than their place.
                    <li key={place}>{readingInWords(scenery, null, reading).join(' · ')}</li>
                  ))}
                </ul>
              )}
              {note !== '' && <p className={styles['note']}>{note}</p>}
            </li>
          )
        })}
      </ul>
      <Weights review={review} at={at} />
    </section>
  )
}

/** How much speaks for each of the readings that I have left standing. */
function Weights({ review, at }: Props) {
  const called = useCalled()
  const mine = myDecision(at)
  if (mine?.action !== 'contested' || at.group.is === 'links') return null
  const readings = readingsOf(at)
  const weightOf = (i: number): number => {
    const found = mine.readings.find((reading) => isReadingOf(readings[i]!, reading))
    return found?.weight ?? 1 / readings.length
  }
  const weights = readings.map((_, i) => weightOf(i))
  const taken = readings.map((tag) => {
    const side = at.group.is === 'tags' ? at.group.tags.indexOf(tag) : -1
    return whose(called(review.sides[side] ?? ''))
  })
  const set = (i: number, percent: number) => {
    const rest = weights.reduce((sum, weight, j) => (j === i ? sum : sum + weight), 0)
    const left = 1 - percent / 100
    const next = weights.map((weight, j) =>
      j === i ? percent / 100 : rest === 0 ? left / (weights.length - 1) : (weight / rest) * left,
    )
    choose({ is: 'contested', weights: next })
  }
  return (
    <div className={styles['weights']} role="group" aria-label="Weights of the readings">
      {readings.map((tag, i) => (
        <label key={tag.id}>
          <span>Speaks for {taken[i]}</span>
          <input
            key={weights[i]}
            className={fields['field']}
            type="number"
            min={0}
            max={100}
            step={5}
            defaultValue={Math.round(100 * weights[i]!)}
            onBlur={({ target }) => {
              const percent = Number(target.value)
              if (target.validity.valid && percent !== Math.round(100 * weights[i]!)) set(i, percent)
            }}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
          />
          <span aria-hidden="true">%</span>
        </label>
      ))}
    </div>
  )
}
