import { useMemo } from 'react'
import { labelShown } from '../../../data/model/labels-in-force'
import type { Annotation } from '../../../data/model/records'
import { useKeys } from '../../commands/commands-now'
import { useScenery } from '../../inspector/use-scenery'
import { useShown } from '../../state/store'
import { IconButton } from '../../ui/Button'
import { Initials } from '../../ui/Initials'
import { classes } from '../../ui/classes'
import { Keycap } from '../../ui/Keycap'
import { LabelChip } from '../../ui/LabelChip'
import { whose, withinSentence } from '../../ui/whose'
import { bringToFront, useDifferencesUi } from './differences-ui'
import type { Difference } from './differences'
import { Decide } from './Decide'
import { Decisions } from './Decisions'
import { DraftEditor } from './DraftEditor'
import { byValue, factsOf } from './facts'
import { frontSide } from './front'
import { Matched } from './Matched'
import { pieces } from './pieces'
import { step, useReview, type ReviewNow } from './review-now'
import { phraseOf, sameInWords } from './difference-words'
import { tagFinder } from './tag-finder'
import { useCalled } from './use-called'
import styles from './DifferenceDetail.module.css'

/** The difference that one stands at: its readings, what differs between them, and what becomes of it. */
export function DifferenceDetail() {
  const review = useReview((now) => now)
  const draft = useDifferencesUi((ui) => ui.draft)
  const picked = useDifferencesUi((ui) => ui.picked.size)
  if (!review?.at) return null
  const { at } = review
  return (
    <>
      <Head review={review} at={at} />
      <div className={styles['body']}>
        {picked > 1 && (
          <p className={styles['many']} role="status">
            {picked} differences are selected: what you accept, reject or merge holds for all of them.
          </p>
        )}
        <Readings review={review} at={at} />
        {at.group.is === 'tags' && <Matched overlap={at.group.overlap} count={at.owned.length} />}
        <Facts review={review} at={at} />
        {draft ? <DraftEditor review={review} at={at} draft={draft} /> : <Decide review={review} at={at} />}
        <Decisions review={review} at={at} />
        <Rule at={at} />
      </div>
    </>
  )
}

interface Props {
  readonly review: ReviewNow
  readonly at: Difference
}

function Head({ review, at }: Props) {
  const keys = { previous: useKeys('review.previous'), next: useKeys('review.next') }
  const of = review.all.filter(({ number }) => number > 0).length
  const called = at.number > 0 ? `Difference ${at.number}` : sameInWords(at).title
  return (
    <div className={styles['head']}>
      <h2 className={styles['title']}>{called}</h2>
      {at.number > 0 && <span className={styles['of']}>of {of}</span>}
      <span className={styles['walk']}>
        <IconButton
          icon="previous"
          label="Previous difference"
          keys={keys.previous}
          onClick={() => step(-1, false)}
        />
        {keys.previous !== undefined && <Keycap keys={keys.previous} />}
        <IconButton icon="next" label="Next difference" keys={keys.next} onClick={() => step(1, false)} />
        {keys.next !== undefined && <Keycap keys={keys.next} />}
      </span>
    </div>
  )
}

function Readings({ review, at }: Props) {
  const { sides } = review
  const wanted = useDifferencesUi((ui) => ui.front)
  const front = frontSide(at, wanted)
  return (
    <ul className={styles['readings']} aria-label="Readings">
      {sides.map((side, i) => (
        <li key={side}>
          <Reading review={review} at={at} side={i} isFront={i === front && at.owned.length > 1} />
        </li>
      ))}
    </ul>
  )
}

interface ReadingProps extends Props {
  readonly side: number
  readonly isFront: boolean
}

function Reading({ review, at, side, isFront }: ReadingProps) {
  const { codebook } = useScenery()
  const called = useCalled()
  const me = useShown(({ project }) => project?.me.id)
  const language = review.open.article.language ?? undefined
  const annotator = review.sides[side]!
  const person =
    useShown(({ project }) => project?.people.find(({ id }) => id === annotator)?.name) ?? annotator
  const { group } = at
  const who = called(annotator)
  const own = annotator === me && (
    <span
      className={styles['own']}
      title="You would decide on a tag of your own. It is marked wherever it shows."
    >
      own tag
    </span>
  )
  const initials = (
    <span className={styles['initials']}>
      <Initials of={person} />
    </span>
  )

  if (group.is === 'links') {
    const link = group.links[side]
    const find = tagFinder(review.open)
    return (
      <div className={styles['reading']}>
        {initials}
        <div>
          <p className={styles['what']}>
            {link ? `Link by ${withinSentence(who)}` : `No link of ${whose(who)}`} {link && own}
          </p>
          {link && (
            <p className={styles['quote']} lang={language} dir="auto">
              {[find(annotator, link.from), find(annotator, link.to)]
                .map((tag) => tag?.target.map(({ quote }) => quote).join(' … ') ?? '?')
                .join(` — ${phraseOf(codebook, link.type)} → `)}
            </p>
          )}
        </div>
      </div>
    )
  }
  const tag = group.tags[side]
  const label = tag && labelShown(codebook, tag.label)
  if (!tag)
    return (
      <div className={classes(styles['reading'], styles['missing'])}>
        {initials}
        <p className={styles['what']}>No tag of {whose(who)}</p>
      </div>
    )
  const others = group.tags.filter((each): each is Annotation => each !== null && each !== tag)
  return (
    <div className={classes(styles['reading'], isFront && styles['front'])}>
      {initials}
      <div>
        <p className={styles['what']}>
          <LabelChip label={label ?? undefined} /> {label?.name ?? tag.label} by {who} {own}
          {at.owned.length > 1 && !isFront && (
            <button type="button" className={styles['flip']} onClick={() => bringToFront(side)}>
              to the front
            </button>
          )}
        </p>
        <p className={styles['quote']} lang={language} dir="auto">
          {pieces(tag, others).map(({ text, isOwn, key }) =>
            isOwn ? (
              <span
                key={key}
                className={styles['differs']}
                style={{ '--chip': label ? `var(--${label.hue})` : 'var(--mark)' }}
              >
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </p>
        {tag.note !== '' && <p className={styles['note']}>{tag.note}</p>}
      </div>
    </div>
  )
}

function Facts({ review, at }: Props) {
  const { codebook, registry } = useScenery()
  const called = useCalled()
  const { comparison, sides } = review
  const facts = useMemo(
    () => factsOf(at.group, comparison, { codebook, registry }),
    [at.group, comparison, codebook, registry],
  )
  if (at.owned.length < 2) {
    const said = facts.filter(({ name }) => name !== 'Starts at' && name !== 'Ends at' && name !== 'Label')
    if (said.length === 0) return null
    return (
      <table className={styles['facts']}>
        <caption className={styles['hidden']}>What the tag says</caption>
        <tbody>
          {said.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles['differing']}>{values.find((value) => value !== null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  }
  const isEachAColumn = sides.length <= MOST_COLUMNS
  const differs = facts.some(({ alike }) => !alike)
  return (
    <table className={classes(styles['facts'], !isEachAColumn && styles['of-many'])}>
      <caption className={styles['hidden']}>What the readings say</caption>
      {differs && isEachAColumn && (
        <thead>
          <tr>
            <td />
            {sides.map((side) => (
              <th key={side} scope="col">
                {called(side)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {facts.map(({ name, values, alike }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {alike ? (
              <td colSpan={sides.length} className={styles['alike']}>
                {sides.length === 2 ? 'both' : 'all'} {values.find(Boolean)}
              </td>
            ) : isEachAColumn ? (
              values.map((value, i) => (
                <td key={sides[i]} className={value ? styles['differing'] : styles['unsaid']}>
                  {valueInWords(value)}
                </td>
              ))
            ) : (
              <td>
                {byValue(values).map(({ value, places }) => (
                  <p key={value} className={styles['unsaid']}>
                    <span className={value ? styles['differing'] : undefined}>{valueInWords(value)}</span>{' '}
                    {places.map((i) => called(sides[i]!)).join(', ')}
                  </p>
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** As many people as have room for a column each; with more, each value is followed by who said it. */
const MOST_COLUMNS = 3

const valueInWords = (value: string | null): string =>
  value === null ? 'no tag' : value === '' ? 'not said' : value

/** What the codebook says of the label, or of both. */
function Rule({ at: { owned } }: { readonly at: Difference }) {
  const { codebook } = useScenery()
  const labels = new Set(
    owned.flatMap(({ record }) =>
      record.is === 'annotation' ? (labelShown(codebook, record.label) ?? []) : [],
    ),
  )
  return [...labels].map((label) => {
    const lines = [
      label.definition,
      ...label.include.map((line) => `Include: ${line}`),
      ...label.exclude.map((line) => `Not: ${line}`),
    ]
    const said = lines.filter(Boolean)
    return (
      <blockquote key={label.id} className={styles['rule']}>
        {said.length === 0 ? (
          <p>The codebook does not define it.</p>
        ) : (
          said.map((line) => <p key={line}>{line}</p>)
        )}
        <footer>
          {codebook.name}, {label.name}
        </footer>
      </blockquote>
    )
  })
}
