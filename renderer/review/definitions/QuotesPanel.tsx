import { useMemo } from 'react'
import type { AttributeValue } from '../../../data/model/records'
import { labelOf } from '../../../data/model/codebook'
import { explain } from '../../../data/model/explain'
import type { DisputedReading, DisputedTag, ReviewQuery } from '../../../data/review/agreement'
import { actionInWords, reasonInWords } from '../../../data/review/decision-words'
import { showTag } from '../../state/show-tag'
import { Button, IconButton } from '../../ui/Button'
import { counted } from '../../ui/words'
import { ReviewSide } from '../slots'
import type { AgreementNames } from '../agreement/use-agreement-names'
import { quoteFor, type Example } from './amendment'
import { chooseQuote, closeQuotes, useDefinitions, type Narrowed } from './definitions-state'
import { definitionName, type Definition } from './dispute-table'
import { proposeAmendment } from './propose'
import { quotesOf } from './quotes'
import { Working } from '../Working'
import { stopComparing } from '../agreement/ports'
import { useDisputed } from './use-disputed'
import figures from '../agreement/Figures.module.css'
import styles from './QuotesPanel.module.css'

interface Props {
  readonly definition: Definition
  readonly narrowed: Narrowed
  readonly query: ReviewQuery
  readonly version: number
  readonly names: AgreementNames
  /** What the quotes are narrowed to: "Week of 10 Mar 2031"; `null`: all. */
  readonly told: string | null
}

/** The disputed quotes of a definition with what each person has there, to be taken into the codebook as examples. */
export function QuotesPanel({ definition, narrowed, query, version, names, told }: Props) {
  const { codebook } = names
  const name = definitionName(definition, codebook)
  const { read, more, again } = useDisputed({ ...query, ...definition, ...narrowed }, version)
  const chosen = useDefinitions((state) => state.chosen)
  const quotes = useMemo(() => quotesOf(read?.rows ?? []), [read])
  const rule = ruleOf(definition, names)
  return (
    <ReviewSide at="right" label={name}>
      <header className={styles['head']}>
        <h2 className={figures['heading']}>{name}</h2>
        {told !== null && <span className={figures['hint']}>{told}</span>}
        <IconButton icon="close" label="Close the quotes" onClick={closeQuotes} />
      </header>
      <div className={styles['scroller']}>
        {rule !== '' && (
          <section className={styles['rule']}>
            <h3 className={figures['heading']}>The definition in force</h3>
            <p>{rule}</p>
          </section>
        )}
        {read?.problem && (
          <div role="alert" className={styles['rule']}>
            <p>{explain(read.problem)}</p>
            <Button onClick={again}>Try again</Button>
          </div>
        )}
        {!read && (
          <div className={styles['rule']}>
            <Working doing="Comparing" atFirst="Reading the quotes" onCancel={stopComparing} />
          </div>
        )}
        {read && !read.problem && read.rows.length === 0 && (
          <p className={styles['rule']}>Nothing is disputed here.</p>
        )}
        <ul aria-label="Disputed quotes">
          {quotes.map((row) => (
            <Quote
              key={row.tag}
              row={row}
              definition={definition}
              names={names}
              as={chosen.get(row.tag)?.as ?? null}
            />
          ))}
        </ul>
        {read && read.rows.length < read.found && (
          <p className={styles['rule']}>
            <Button onClick={more}>Show more of {counted(read.found, 'tag')}</Button>
          </p>
        )}
      </div>
      <footer className={styles['foot']}>
        <p className={figures['hint']}>
          {chosen.size === 0
            ? 'Choose quotes that the definition should settle.'
            : `${counted(chosen.size, 'quote')} chosen. Nothing changes until you put the draft in force.`}
        </p>
        <Button
          look="first"
          unless={chosen.size === 0 && 'Choose a quote first: as one to include, or one to exclude.'}
          onClick={proposeAmendment}
        >
          Propose a codebook amendment
        </Button>
      </footer>
    </ReviewSide>
  )
}

function ruleOf({ label, attribute }: Definition, { codebook }: AgreementNames): string {
  if (attribute === null) return labelOf(codebook, label)?.definition ?? ''
  return codebook.attributes.find(({ id }) => id === attribute)?.definition ?? ''
}

interface QuoteProps {
  readonly row: DisputedTag
  readonly definition: Definition
  readonly names: AgreementNames
  readonly as: Example | null
}

const choices: readonly { readonly as: Example | null; readonly name: string }[] = [
  { as: null, name: 'Leave' },
  { as: 'include', name: 'Include' },
  { as: 'exclude', name: 'Exclude' },
]

function Quote({ row, definition, names, as }: QuoteProps) {
  const { tag, article, words, before, after, readings, decision } = row
  return (
    <li className={styles['quote']}>
      <blockquote>
        {before}
        <strong>{words}</strong>
        {after}
      </blockquote>
      <dl className={styles['readings']}>
        {readings.map((reading) => (
          <div key={reading.annotator}>
            <dt>{names.person(reading.annotator)}</dt>
            <dd>
              <Reading reading={reading} of={row} definition={definition} names={names} />
            </dd>
          </div>
        ))}
        {decision && (
          <div>
            <dt>{names.person(decision.by)}</dt>
            <dd>
              {actionInWords(decision.action)}
              {decision.reason && `: ${reasonInWords(decision.reason)}`}
              {decision.note !== '' && ` (${decision.note})`}
            </dd>
          </div>
        )}
      </dl>
      <div className={styles['what']}>
        <div role="radiogroup" aria-label={`As an example: ${words}`} className={styles['choices']}>
          {choices.map((choice) => (
            <label key={choice.name}>
              <input
                type="radio"
                name={`example-${tag}`}
                checked={as === choice.as}
                onChange={() => chooseQuote(tag, choice.as, quoteFor(row))}
              />
              <span>{choice.name}</span>
            </label>
          ))}
        </div>
        <button
          type="button"
          className={figures['link']}
          title={names.article(article)}
          onClick={() => void showTag(article, tag)}
        >
          Open in its place
        </button>
      </div>
    </li>
  )
}

interface ReadingProps {
  readonly reading: DisputedReading
  readonly of: DisputedTag
  readonly definition: Definition
  readonly names: AgreementNames
}

/** What somebody has there: the label, the words when they are others, and whom or what they mean; of an attribute its value. */
function Reading({ reading, of, definition, names }: ReadingProps) {
  if (reading.label === null) return <>no tag</>
  if (definition.attribute !== null) return <>{valueOf(definition.attribute, reading.value, names)}</>
  const label = names.value('label', reading.label)
  const isOnOthers = reading.words !== null && reading.words !== of.words
  const isAboutMeaning = of.kinds.includes('actor') || of.kinds.includes('position')
  const meant = reading.means === null ? 'not said what is meant' : names.value('actor', reading.means)
  return (
    <>
      {label}
      {isAboutMeaning && `: ${meant}`}
      {isOnOthers && (
        <>
          {' '}
          on <q>{reading.words}</q>
        </>
      )}
    </>
  )
}

const valueOf = (attribute: string, value: AttributeValue | null, names: AgreementNames): string =>
  names.value(
    `attribute:${attribute}`,
    value === null ? null : Array.isArray(value) ? value.join(' ') : String(value),
  )
