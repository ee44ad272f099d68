import { useState } from 'react'
import { usualReview } from '../../../data/model/review-records'
import { carryOut } from '../../state/actions'
import { useShown } from '../../state/store'
import fields from '../../ui/fields.module.css'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { reviewUi, setDifferenceFilter, useReviewUi } from '../review-ui'
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

/** The list is not of another overlap any more than the project. */
function matchAsInProject(): void {
  const { threshold: _, keys: __, ...rest } = reviewUi.getState().filter
  setDifferenceFilter(rest)
}

/** How far the tags overlap, and how far tags must to be matched, which is changed here for the whole project. */
export function Matched({ overlap, count }: Props) {
  const inProject = useShown(({ project }) => project?.review.threshold) ?? usualReview.threshold
  const ofList = useReviewUi(({ filter }) => filter.threshold)
  const threshold = ofList ?? inProject
  const isKnown = asked.some(({ value }) => Number(value) === threshold)
  const [isOther, setOther] = useState(!isKnown)
  const set = (to: number) => {
    if (ofList !== undefined) matchAsInProject()
    if (to !== inProject) void carryOut({ do: 'set-review', threshold: to })
  }
  return (
    <div className={styles['matched']}>
      {ofList !== undefined && ofList !== inProject && (
        <span className={styles['other']}>
          This list is matched otherwise than the project.{' '}
          <Button look="bare" onClick={matchAsInProject}>
            Match as in the project
          </Button>
        </span>
      )}
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
