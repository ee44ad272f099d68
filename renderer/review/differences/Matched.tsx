import { useState } from 'react'
import { usualReview } from '../../../data/model/review-records'
import { carryOut } from '../../state/actions'
import { useShown } from '../../state/store'
import fields from '../../ui/fields.module.css'
import { Select } from '../../ui/Select'
import styles from './Matched.module.css'

const asked: readonly { readonly value: string; readonly name: string }[] = [
  { value: '0', name: 'any word in common' },
  { value: '0.5', name: 'half in common' },
  { value: '1', name: 'the same words' },
]
const OTHER = 'other'

interface Props {
  /** The least overlap of two of the tags. */
  readonly overlap: number
  /** How many tags are matched. */
  readonly count: number
}

/** How far the tags overlap, and how far tags must to be matched, which is changed here for the whole project. */
export function Matched({ overlap, count }: Props) {
  const threshold = useShown(({ project }) => project?.review.threshold) ?? usualReview.threshold
  const isKnown = asked.some(({ value }) => Number(value) === threshold)
  const [isOther, setOther] = useState(!isKnown)
  const set = (to: number) => to !== threshold && void carryOut({ do: 'set-review', threshold: to })
  return (
    <div className={styles['matched']}>
      <span>{count < 2 ? 'Matched with no tag' : `Matched, ${overlap.toFixed(2)} overlap`}</span>
      <span className={styles['from']}>
        <span aria-hidden="true">from</span>
        <Select
          label="Tags are matched from this overlap on, in the whole project"
          title="How much two tags must have in common to be compared with each other: the characters they share, divided by those of both together. It holds for the whole project."
          quiet
          value={isOther ? OTHER : String(threshold)}
          options={[...asked, { value: OTHER, name: 'another share…' }]}
          onChange={(value) => {
            setOther(value === OTHER)
            if (value !== OTHER) set(Number(value))
          }}
        />
        {isOther && (
          <input
            key={threshold}
            className={fields['field']}
            type="number"
            min={0}
            max={1}
            step={0.05}
            aria-label="Share in common, 0 to 1"
            defaultValue={threshold}
            onBlur={({ target }) => target.validity.valid && target.value !== '' && set(Number(target.value))}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
          />
        )}
      </span>
    </div>
  )
}
