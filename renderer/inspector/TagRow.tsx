import { memo, type MouseEvent } from 'react'
import type { Label } from '../../data/model/codebook'
import { pointAt } from '../state/actions'
import { useShownSoon } from '../state/soon'
import { Initials } from '../ui/Initials'
import { classes } from '../ui/classes'
import { LabelChip } from '../ui/LabelChip'
import styles from './TagList.module.css'

interface Words {
  readonly id: string
  readonly label: Label | undefined
  readonly quote: string
  readonly language: string | null
  /** What stands beside the words, and how that is said in full; empty when nothing does. */
  readonly beside: string
  readonly besideSaid: string
  readonly became: string | null
  /** Whose tag it is, when it is not mine. */
  readonly whose: string | null
  readonly isSelected: boolean
  /** The one row of the list that Tab reaches. */
  readonly isActive: boolean
  /** Whether it is picked among several; `null` while none is. */
  readonly isPicked: boolean | null
  readonly onClick: (id: string, event: MouseEvent) => void
}

interface Props extends Words {
  /** How it is named to people who cannot see it. */
  readonly name: string
  /** From 0. */
  readonly place: number
  readonly total: number
}

/**
 * One tag: its label, its words, and whom or what it means. Its properties are plain values, so that a row whose tag is
 * the same is not drawn again; where only its place is another, its words are not.
 */
export const TagRow = memo(function TagRow({ name, place, total, ...words }: Props) {
  return (
    <li
      className={styles['row']}
      style={{ top: place * 30 }}
      aria-label={name}
      aria-current={words.isSelected ? 'true' : undefined}
      aria-posinset={place + 1}
      aria-setsize={total}
    >
      <TagWords {...words} />
    </li>
  )
})

const TagWords = memo(function TagWords(words: Words) {
  const { id, label, quote, language, beside, besideSaid, became, whose, isSelected, isActive, isPicked } =
    words
  const isPointedAt = useShownSoon(({ pointedAt }) => pointedAt === id)
  return (
    <button
      type="button"
      tabIndex={isActive ? 0 : -1}
      aria-pressed={isPicked ?? undefined}
      className={classes(
        styles['button'],
        isPointedAt && styles['pointed'],
        isSelected && styles['selected'],
        isPicked === true && styles['picked'],
      )}
      onClick={(event) => words.onClick(id, event)}
      onPointerEnter={() => pointAt(id)}
      onPointerLeave={() => pointAt(null)}
    >
      <LabelChip label={label} full={isSelected} named />
      <span className={styles['quote']} lang={language ?? undefined} title={quote}>
        {quote}
      </span>
      <span className={styles['beside']}>
        {beside && (
          <span className={styles['words']} title={besideSaid}>
            {beside}
          </span>
        )}
        {became && <span className={styles['became']}>{became}</span>}
        {whose !== null && <Initials of={whose} title={`Tag of ${whose}`} />}
      </span>
    </button>
  )
})
