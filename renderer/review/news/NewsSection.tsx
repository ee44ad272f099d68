import { useId, useMemo, useState } from 'react'
import { labelShown } from '../../../data/model/labels-in-force'
import type { WorkRecord } from '../../../data/model/records'
import { useKeys } from '../../commands/commands-now'
import { momentInWords } from '../../history/when'
import { useScenery } from '../../inspector/use-scenery'
import { useShownSoon } from '../../state/soon'
import type { OpenedArticle } from '../../state/state'
import { annotationIn, quoteOf } from '../../state/tags'
import { IconButton } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { LabelChip } from '../../ui/LabelChip'
import { useNameOf } from '../decided/DecisionCard'
import { decidedInWords } from '../decided/decided-words'
import { goToNew, goToNextNew, lookedAt, newIn, type NewRecord } from './news'
import styles from '../sections.module.css'

/** Rows that are shown; more are reached by going on. */
const SHOWN = 200

/** What others have made in the article since I had it open last; looked at, it goes. */
export function NewsSection({ open }: { readonly open: OpenedArticle }) {
  const isPast = useShownSoon(({ past }) => past !== null)
  const keys = useKeys('review.next-new')
  const [isUnfolded, setUnfolded] = useState(true)
  const all = useMemo(() => newIn(open), [open])
  const id = useId()
  if (isPast || !open.news || all.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>
          <button
            type="button"
            className={styles['fold']}
            aria-expanded={isUnfolded}
            title={`Since ${momentInWords(open.news.since)}, when you had this article open last.`}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            <Icon name={isUnfolded ? 'down' : 'next'} small />
            New since {dayInWords(open.news.since)}{' '}
            <span className={styles['count']}>{all.length.toLocaleString('en-GB')}</span>
          </button>
        </h2>
        <span className={styles['ways']}>
          <button type="button" className={styles['only']} onClick={() => lookedAt(null)}>
            Seen all
          </button>
          <IconButton icon="next" label="Next that is new" keys={keys} small onClick={goToNextNew} />
        </span>
      </div>
      {isUnfolded && (
        <ul className={styles['rows']} aria-label="New">
          {all.slice(0, SHOWN).map((one) => (
            <li key={`${one.annotator} ${one.id}`}>
              <NewRow open={open} one={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NewRow({ open, one }: { readonly open: OpenedArticle; readonly one: NewRecord }) {
  const { codebook } = useScenery()
  const nameOf = useNameOf()
  const tag = one.tag === null ? null : annotationIn(open, one.tag)
  const phrase = (type: string) => codebook.linkTypes.find(({ id }) => id === type)?.phrase ?? type
  return (
    <button type="button" className={styles['row']} onClick={() => goToNew(one)}>
      {tag && <LabelChip label={labelShown(codebook, tag.label)} named />}
      <span className={styles['words']}>
        <span className={styles['quote']} lang={open.article.language ?? undefined} dir="auto">
          {tag ? quoteOf(tag) : ''}
        </span>
        <span className={styles['beside']}>
          {nameOf(one.annotator)}: {didInWords(one.record, one.isChanged, phrase)}
        </span>
      </span>
    </button>
  )
}

function didInWords(record: WorkRecord, isChanged: boolean, phrase: (type: string) => string): string {
  switch (record.is) {
    case 'decision':
      return isChanged ? `${decidedInWords(record)}, decided anew` : decidedInWords(record)
    case 'answer':
      return `“${record.text}”`
    case 'link':
      return `linked, ${phrase(record.type)}`
    default:
      return isChanged ? 'changed' : 'tagged'
  }
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "12 March", or of today "14:05". */
function dayInWords(at: string): string {
  const date = new Date(at)
  return date.toDateString() === new Date().toDateString() ? times.format(date) : days.format(date)
}
