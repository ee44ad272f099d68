import { useId, type KeyboardEvent } from 'react'
import { decisionReasons } from '../../../data/model/review-records'
import { useKeys } from '../../commands/commands-now'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import fields from '../../ui/fields.module.css'
import { Keycap } from '../../ui/Keycap'
import { Select } from '../../ui/Select'
import { whose } from '../../ui/whose'
import { choose, focusList, myDecision, reasonFor, unlessInWords, withdraw } from './deciding'
import { reasonNames } from './difference-words'
import { differencesUi, sayNote, sayReason, useDifferencesUi } from './differences-ui'
import { isOwn, type Difference } from './differences'
import { acceptCommands } from './differences-commands'
import { startChange, startMerge, startSplit, unlessMerge, unlessTags } from './drafting'
import type { ReviewNow } from './review-now'
import { useCalled } from './use-called'
import styles from './Decide.module.css'

interface Props {
  readonly review: ReviewNow
  readonly at: Difference
}

/** What can become of a difference. Each is saved at once, and goes on to the next that is open. */
export function Decide({ review, at }: Props) {
  const called = useCalled()
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const keys = {
    change: useKeys('review.change'),
    merge: useKeys('review.merge'),
    contested: useKeys('review.contested'),
    split: useKeys('review.split'),
    reject: useKeys('review.reject'),
    withdraw: useKeys('review.withdraw'),
  }
  const mine = myDecision(at)
  const rejects = at.owned.length === 1 ? 'Reject' : at.owned.length === 2 ? 'Reject both' : 'Reject all'
  return (
    <section className={styles['decide']} aria-label="Decide">
      <h3 className={styles['title']}>
        Decide
        {isOwn(at, me) && (
          <span
            className={styles['own']}
            title="One of the tags is your own. Decisions on one’s own tags are marked wherever they show."
          >
            on your own tag
          </span>
        )}
      </h3>
      <div className={styles['buttons']}>
        {review.sides.map((side, i) => (
          <Accept key={side} at={at} side={i} name={called(side)} />
        ))}
        <Button keys={keys.change} onClick={startChange}>
          Change…
        </Button>
        <Button keys={keys.reject} onClick={() => choose({ is: 'reject' })}>
          {rejects}
        </Button>
        <Button keys={keys.merge} unless={unlessMerge()} onClick={startMerge}>
          Merge…
        </Button>
        <Button keys={keys.split} unless={unlessTags(at)} onClick={startSplit}>
          Split…
        </Button>
        <Button
          keys={keys.contested}
          unless={unlessInWords(at, { is: 'contested', weights: null })}
          onClick={() => choose({ is: 'contested', weights: null })}
        >
          Contested, keep {review.sides.length > 2 ? 'all' : 'both'} readings
        </Button>
      </div>
      <Why at={at} />
      {mine && (
        <p className={styles['mine']}>
          <Button look="bare" keys={keys.withdraw} onClick={withdraw}>
            Withdraw your decision
          </Button>
        </p>
      )}
    </section>
  )
}

function Accept({
  at,
  side,
  name,
}: {
  readonly at: Difference
  readonly side: number
  readonly name: string
}) {
  const keys = useKeys(acceptCommands[side] ?? '')
  const choice = { is: 'accept', side } as const
  return (
    <Button
      keys={keys}
      title={`Accept ${whose(name)}`}
      unless={unlessInWords(at, choice)}
      onClick={() => choose(choice)}
    >
      <span className={styles['whose']}>Accept {whose(name)}</span>
    </Button>
  )
}

/** Why, and what there is to say about it. Both go along with the next decision. */
export function Why({ at }: { readonly at: Difference }) {
  const note = useDifferencesUi((ui) => ui.note)
  useDifferencesUi((ui) => ui.reason)
  const reasonKeys = useKeys('review.reason')
  const noteKeys = useKeys('review.note')
  const id = useId()
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    // With Ctrl it is the key of the form.
    if ((event.ctrlKey || event.metaKey) && differencesUi.getState().draft) return
    event.preventDefault()
    focusList()
  }
  return (
    <div className={styles['why']}>
      <span aria-hidden="true">Reason</span>
      <span className={styles['field']} data-reason onKeyDown={press}>
        <Select
          label="Reason"
          value={reasonFor(at) ?? ''}
          options={[
            { value: '', name: 'Not said' },
            ...decisionReasons.map((value) => ({ value, name: reasonNames[value] })),
          ]}
          onChange={(value) => sayReason(decisionReasons.find((each) => each === value) ?? null)}
        />
        {reasonKeys !== undefined && <Keycap keys={reasonKeys} />}
      </span>
      <label htmlFor={id}>Note</label>
      <span className={styles['field']}>
        <input
          id={id}
          className={classes(fields['field'], noteKeys !== undefined && styles['keyed'])}
          data-decision-note
          placeholder={myDecision(at)?.note || 'For all to read'}
          value={note}
          onChange={(event) => sayNote(event.target.value)}
          onKeyDown={press}
        />
        {noteKeys !== undefined && <Keycap keys={noteKeys} />}
      </span>
    </div>
  )
}
