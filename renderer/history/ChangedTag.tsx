import type { Annotation } from '../../data/model/records'
import { quoteOf } from '../state/tags'
import { LabelChip } from '../ui/LabelChip'
import styles from './ChangedTag.module.css'
import { labelIn, type Telling } from './step-words'

interface Props {
  /** `undefined` when the tag that a link belongs to is not known. */
  readonly tag: Annotation | undefined
  readonly telling: Telling
  readonly details: readonly string[]
}

/** A tag by its label and words, and below it what happens to it, a line each. */
export const ChangedTag = ({ tag, telling, details }: Props) => (
  <span className={styles['what']}>
    {tag && (
      <span className={styles['quote']}>
        <LabelChip label={labelIn(telling, tag)} named /> {quoteOf(tag)}
      </span>
    )}
    {details.map((words) => (
      <span key={words} className={styles['detail']}>
        {words}
      </span>
    ))}
  </span>
)
