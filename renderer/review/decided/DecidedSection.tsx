import { useId, useState } from 'react'
import { labelShown } from '../../../data/model/labels-in-force'
import { useScenery } from '../../inspector/use-scenery'
import { useShownSoon } from '../../state/soon'
import type { OpenedArticle } from '../../state/state'
import { quoteOf } from '../../state/tags'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/Icon'
import { LabelChip } from '../../ui/LabelChip'
import { goTo, tagFor } from './decided-actions'
import { decidedInWords } from './decided-words'
import { useNameOf } from './DecisionCard'
import { decidedOn, isOpen, type Decided } from './decisions'
import styles from '../sections.module.css'

/** What others have decided on my tags in the article, open ones first; nothing where nobody has. */
export function DecidedSection({ open }: { readonly open: OpenedArticle }) {
  const isPast = useShownSoon(({ past }) => past !== null)
  const [isUnfolded, setUnfolded] = useState(true)
  const id = useId()
  if (isPast) return null
  const all = decidedOn(open, open.mine)
  if (all.length === 0) return null
  const left = all.filter(({ verdict }) => isOpen(verdict)).length
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className={styles['head']}>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          <Icon name={isUnfolded ? 'down' : 'next'} small />
          Decided on my tags{' '}
          <span className={styles['count']}>{left === 0 ? all.length : `${left} open of ${all.length}`}</span>
        </button>
      </h2>
      {isUnfolded && (
        <ul className={styles['rows']} aria-label="Decided on mine">
          {all.map((one) => (
            <DecidedRow key={one.record.id} open={open} one={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function DecidedRow({ open, one }: { readonly open: OpenedArticle; readonly one: Decided }) {
  const { codebook } = useScenery()
  const nameOf = useNameOf()
  const { record, verdict } = one
  const tag = open.mine.records.get(tagFor(one))
  const isSelected = useShownSoon(({ selected }) => selected === tagFor(one))
  const { by, decision } = verdict.made
  const said = `${nameOf(by)}: ${decidedInWords(decision)}`
  const state = verdict.isStale ? ', changed since' : verdict.isTakenOver ? ', taken over' : ''
  return (
    <li aria-current={isSelected ? 'true' : undefined}>
      <button
        type="button"
        className={classes(
          styles['row'],
          isSelected && styles['selected'],
          !isOpen(verdict) && styles['settled'],
        )}
        onClick={() => goTo(open, tagFor(one))}
      >
        {tag?.is === 'annotation' && <LabelChip label={labelShown(codebook, tag.label)} named />}
        <span className={styles['words']}>
          <span className={styles['quote']} lang={open.article.language ?? undefined} dir="auto">
            {record.is === 'link' &&
              `${codebook.linkTypes.find(({ id }) => id === record.type)?.phrase ?? record.type}, `}
            {tag?.is === 'annotation' ? quoteOf(tag) : ''}
          </span>
          <span className={styles['beside']}>
            {said}
            {state}
          </span>
        </span>
      </button>
    </li>
  )
}
