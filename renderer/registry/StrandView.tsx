import { useState } from 'react'
import type { StatementRow } from '../../data/record/query'
import { wordValue, type Codebook } from '../../data/model/codebook'
import { showTag } from '../state/actions'
import { useShown } from '../state/store'
import { Dotted } from '../ui/Dotted'
import { LabelChip } from '../ui/LabelChip'
import { counted, dateInWords } from '../ui/words'
import { useArticles } from './evidence'
import { showEntry } from './registry-state'
import { StanceDots } from './StanceDots'
import type { Strand } from './strands'
import type { TimeAxis } from './time-axis'
import styles from './Themes.module.css'

interface Props {
  readonly strand: Strand
  /** What its name is of. */
  readonly of: 'actor' | 'position'
  readonly axis: TimeAxis | null
  readonly isOpenAtFirst: boolean
}

/** Quotes that are shown before one asks for more. */
const AT_FIRST = 3

/** One position of an actor, or one actor's stance: from when to when, how it changed, and the words. */
export function StrandView({ strand, of, axis, isOpenAtFirst }: Props) {
  const { statements, entry, name, isQuote } = strand
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const [isWhole, setWhole] = useState(false)
  const articles = useArticles()
  const outlets = new Set(statements.map(({ article }) => articles.get(article)?.outlet ?? article)).size
  const days = statements.flatMap(({ day }) => day ?? [])
  const shown = isWhole ? statements : statements.slice(0, AT_FIRST)
  const chip =
    of === 'position'
      ? { name: 'Position', letter: 'P', hue: 'position' }
      : { name: 'Actor', letter: 'A', hue: 'actor' }
  return (
    <div className={styles['strand']}>
      <div className={styles['about']}>
        <p className={styles['what']}>
          <LabelChip label={chip} />
          {entry === null ? (
            <span className={isQuote ? styles['quoted'] : styles['quiet']}>{name}</span>
          ) : (
            <button type="button" className={styles['goto']} onClick={() => showEntry(entry)}>
              {name}
            </button>
          )}
        </p>
        <p className={styles['meta']}>
          <Dotted
            parts={[
              ...(days.length > 0 ? [period(days)] : []),
              <button
                key="quotes"
                type="button"
                aria-expanded={isOpen}
                className={styles['count']}
                onClick={() => setOpen(!isOpen)}
              >
                {counted(statements.length, 'quote')}, {counted(outlets, 'outlet')}
              </button>,
            ]}
          />
        </p>
      </div>
      {axis && <StanceDots statements={statements} axis={axis} name={name} />}
      {isOpen && (
        <div className={styles['quotes']}>
          <ul>
            {shown.map((row) => (
              <li key={row.id}>
                <Quote row={row} />
              </li>
            ))}
          </ul>
          {statements.length > AT_FIRST && (
            <button type="button" className={styles['more']} onClick={() => setWhole(!isWhole)}>
              {isWhole ? 'Fewer quotes' : counted(statements.length - AT_FIRST, 'more quote')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** "11 March 2031", "5 November 2030 to 12 March 2031". */
function period(days: readonly string[]): string {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0] ?? '', sorted.at(-1) ?? '']
  return first === last ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`
}

/** The words of a statement, where they stand, and how they are said; a press opens them in their place. */
function Quote({ row }: { readonly row: StatementRow }) {
  const article = useArticles().get(row.article)
  const codebook = useShown(({ project }) => project?.codebook)
  const me = useShown(({ project }) => project?.me.id)
  const person = useShown(({ project }) => project?.people.find(({ id }) => id === row.annotator)?.name)
  const tag = row.claim ?? row.position?.tags[0] ?? row.evidence[0]?.tag
  const outlet = article?.outlet ?? article?.agency ?? article?.title
  const meta = [
    row.day && dateInWords(row.day),
    [outlet, row.paragraph !== null && `¶ ${row.paragraph}`].filter(Boolean).join(' '),
    row.speech !== null && codebook && `${valueIn(codebook, 'speech', row.speech).toLowerCase()} speech`,
    row.sources.length > 0 && `quoted by ${row.sources.map(({ words }) => words).join(', ')}`,
    stanceWords(row.stance),
    row.annotator !== me && `tagged by ${person ?? row.annotator}`,
  ].filter((part): part is string => typeof part === 'string' && part !== '')
  return (
    <button
      type="button"
      className={styles['quote']}
      onClick={() => tag !== undefined && void showTag(row.article, tag)}
    >
      <span className={styles['text']} lang={article?.language ?? undefined} dir="auto">
        {row.words}
      </span>
      <span className={styles['meta']}>
        <Dotted parts={meta} />
      </span>
    </button>
  )
}

const valueIn = (codebook: Codebook, attribute: string, value: string): string => {
  const found = codebook.attributes.find(({ id }) => id === attribute)
  return found ? wordValue(found, value) : value
}

/** "for", "against −2": the side, and how much where that is known. */
function stanceWords(stance: StatementRow['stance']): string | null {
  if (!stance) return null
  const side = stance.sign > 0 ? 'for' : stance.sign < 0 ? 'against' : 'neither for nor against'
  if (stance.degree === null || stance.sign === 0) return side
  return `${side} ${stance.sign > 0 ? '+' : '−'}${stance.degree}`
}
