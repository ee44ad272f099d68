import { memo } from 'react'
import { initialsOf } from '../../data/model/project'
import type { Annotation } from '../../data/model/records'
import { becameOf } from '../history/since'
import { pointAt } from '../state/actions'
import type { OpenedArticle } from '../state/state'
import { useShown } from '../state/store'
import { quoteOf, setWith } from '../state/tags'
import { classes } from '../ui/classes'
import { LabelChip } from '../ui/LabelChip'
import { besideOf, fullName, labelFor } from './tag-words'
import { useScenery } from './use-scenery'
import styles from './TagList.module.css'

interface Props {
  readonly tag: Annotation
  readonly open: OpenedArticle
  /** From 0. */
  readonly place: number
  readonly total: number
  readonly isSelected: boolean
  /** The one row of the list that Tab reaches. */
  readonly isActive: boolean
  readonly onSelect: (id: string) => void
}

/** One tag: its label, its words, and whom or what it means. */
export const TagRow = memo(function TagRow(props: Props) {
  const { tag, open, place, total, isSelected, isActive, onSelect } = props
  const scenery = useScenery()
  const isPointedAt = useShown(({ pointedAt }) => pointedAt === tag.id)
  const set = setWith(open, tag.id) ?? open.mine
  const person = useShown(({ project }) => project?.people.find(({ id }) => id === set.annotator)?.name)
  const whose = set === open.mine ? null : (person ?? set.annotator)
  const became = useShown((state) => becameOf(state.past, state.open, tag.id))
  const beside = besideOf(scenery, set.records, tag)
  const quote = quoteOf(tag)

  return (
    <li
      className={styles['row']}
      style={{ top: place * 30 }}
      aria-label={[fullName(scenery.codebook, tag, beside, whose), became && `${became} since`]
        .filter(Boolean)
        .join(', ')}
      aria-current={isSelected ? 'true' : undefined}
      aria-posinset={place + 1}
      aria-setsize={total}
    >
      <button
        type="button"
        tabIndex={isActive ? 0 : -1}
        className={classes(
          styles['button'],
          isPointedAt && styles['pointed'],
          isSelected && styles['selected'],
        )}
        onClick={() => onSelect(tag.id)}
        onPointerEnter={() => pointAt(tag.id)}
        onPointerLeave={() => pointAt(null)}
      >
        <LabelChip label={labelFor(scenery, tag)} full={isSelected} named />
        <span className={styles['quote']} lang={open.article.language ?? undefined} title={quote}>
          {quote}
        </span>
        <span className={styles['beside']}>
          {beside && (
            <span className={styles['words']} title={beside.said}>
              {beside.shown}
            </span>
          )}
          {became && <span className={styles['became']}>{became}</span>}
          {whose !== null && (
            <span className={styles['who']} title={`Tag of ${whose}`}>
              {initialsOf(whose)}
            </span>
          )}
        </span>
      </button>
    </li>
  )
})
