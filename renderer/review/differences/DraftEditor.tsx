import { useMemo, useState, type KeyboardEvent } from 'react'
import { v7 as uuid7 } from 'uuid'
import { attributesFor } from '../../../data/model/codebook'
import { activeLabels, labelShown } from '../../../data/model/labels-in-force'
import { mayMean } from '../../../data/model/meaning'
import { entryName, Registry } from '../../../data/model/registry'
import type { Article } from '../../../data/model/article'
import type { Annotation, RegistryRecord } from '../../../data/model/records'
import type { LinkReading } from '../../../data/model/review-records'
import type { AskedReading } from '../../../data/store/review-commands'
import { rangeOf } from '../../../data/text/quote'
import { AttributeField } from '../../bulk/AttributeField'
import { useKeys } from '../../commands/commands-now'
import { useScenery } from '../../inspector/use-scenery'
import type { Kind } from '../../meaning/meanings'
import { newActor } from '../../meaning/new-entry'
import { Keycap } from '../../ui/Keycap'
import { Button, IconButton } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { LabelChip } from '../../ui/LabelChip'
import { Select } from '../../ui/Select'
import { focusList, leaveDraft, saveDraft } from './deciding'
import { Why } from './Decide'
import { setDraft } from './differences-ui'
import type { Difference } from './differences'
import { draftKey } from './draft-keys'
import { MeansField } from './MeansField'
import { moved, withAttribute, withMade, withReading, type AddEntry, type Draft, type Edge } from './draft'
import { takeWords } from './drafting'
import { directionOf } from '../../reader/text/direction'
import type { ReviewNow } from './review-now'
import styles from './DraftEditor.module.css'

const titles: Readonly<Record<Draft['action'], string>> = {
  change: 'Change to',
  merge: 'Merge into',
  split: 'Split into',
  contested: 'Keep these readings',
}

interface Props {
  readonly review: ReviewNow
  readonly at: Difference
  readonly draft: Draft
}

/** What the tags should be, to be changed before it is decided. */
export function DraftEditor({ review, at, draft }: Props) {
  const keys = { words: useKeys('review.take-words'), save: useKeys('review.save') }
  const { readings } = draft
  const { codebook, registry: known } = useScenery()
  const registry = useMemo(() => withMade(known, draft), [known, draft])
  /** The reading of which it is being chosen what it means. */
  const [asking, setAsking] = useState<number | null>(null)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isWriting(event.target) && !event.defaultPrevented) {
      event.preventDefault()
      // What is half typed stays until the second Escape.
      return event.target instanceof HTMLSelectElement ? leaveDraft() : focusList()
    }
    // A field keeps this key from the window; a list of choices over the form is none of its fields.
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat
    const { target } = event
    const isInForm = target instanceof Node && event.currentTarget.contains(target)
    if (isSave && isInForm && isWriting(target)) {
      event.preventDefault()
      return saveDraft()
    }
    const reading = readings[draft.active]
    if (!reading || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    const kinds = kindsFor(reading.label)
    const does = draftKey(event.key, activeLabels(codebook), kinds)
    if (!does) return
    event.preventDefault()
    event.stopPropagation()
    if (does.is === 'means') setAsking(draft.active)
    else setDraft(withReading(draft, relabelled(reading, does.label, codebook)))
  }
  return (
    <section className={styles['draft']} aria-label={titles[draft.action]} data-draft onKeyDown={press}>
      <h3 className={styles['title']}>{titles[draft.action]}</h3>
      {readings.map((reading, i) => (
        <ReadingForm
          // Readings have no ids, and stand in the order in which they were made.
          key={`reading ${i}`}
          review={review}
          reading={reading}
          registry={registry}
          isAsking={asking === i}
          onAsk={(isAsking) => setAsking(isAsking ? i : null)}
          place={readings.length > 1 ? i + 1 : null}
          isActive={readings.length > 1 && i === draft.active}
          onActive={() => setDraft({ ...draft, active: i })}
          onChange={(change, made = []) =>
            setDraft({ ...withReading(draft, change, i), active: i, made: [...draft.made, ...made] })
          }
        />
      ))}
      {draft.link && <LinkForm link={draft.link} onChange={(link) => setDraft({ ...draft, link })} />}
      {readings.length > 0 && (
        <Button look="bare" keys={keys.words} onClick={takeWords}>
          Take the words selected in the article
        </Button>
      )}
      <Why at={at} />
      <div className={styles['foot']}>
        <Button onClick={leaveDraft}>Leave it</Button>
        <Button look="first" keys={keys.save} onClick={saveDraft}>
          Decide so
        </Button>
      </div>
    </section>
  )
}

/** Whether keys write there, or choose by their first letters. */
const isWriting = (target: EventTarget): boolean =>
  target instanceof Element && target.matches('select, textarea, input:not([type=radio], [type=checkbox])')

interface ReadingProps {
  readonly review: ReviewNow
  readonly reading: AskedReading
  /** With what is to be made along with the decision. */
  readonly registry: readonly RegistryRecord[]
  /** Which of several it is, from 1. */
  readonly place: number | null
  readonly isActive: boolean
  readonly onActive: () => void
  /** Whether it is being chosen what it means. */
  readonly isAsking: boolean
  readonly onAsk: (isAsking: boolean) => void
  /** `made` are entries that the change names and the registries do not have yet. */
  readonly onChange: (change: Partial<AskedReading>, made?: readonly AddEntry[]) => void
}

function ReadingForm(props: ReadingProps) {
  const { review, reading, registry, place, isActive, onActive, isAsking, onAsk, onChange } = props
  const { article } = review.open
  const { text } = article
  const { codebook } = useScenery()
  const { label, spans, attributes } = reading
  const words = spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
  const own = labelShown(codebook, label)
  const active = activeLabels(codebook)
  const labels = own && !active.includes(own) ? [own, ...active] : active
  const [kind] = kindsFor(label)
  const tag = useMemo(() => asTag(article, reading), [article, reading])
  const name = place === null ? 'Reading' : `Reading ${place}`
  const edge = (which: Edge, by: 1 | -1, words: string) => (
    <IconButton
      icon={by === 1 ? 'next' : 'previous'}
      small
      label={words}
      onClick={() => onChange({ spans: moved(text, spans, which, by) })}
    />
  )
  return (
    <div
      role="group"
      aria-label={name}
      className={classes(styles['reading'], isActive && styles['active'])}
      onFocusCapture={isActive || place === null ? undefined : onActive}
    >
      {place !== null && <h4 className={styles['name']}>{name}</h4>}
      <div role="radiogroup" aria-label="Label" className={styles['labels']}>
        {labels.map((each) => (
          <label key={each.id} title={`${each.name} (key ${each.key}). ${each.definition}`}>
            <input
              type="radio"
              name={`label of ${name}`}
              aria-label={each.name}
              aria-keyshortcuts={each.key}
              checked={each.id === label}
              onChange={() => onChange(relabelled(reading, each.id, codebook))}
            />
            <LabelChip label={each} full={each.id === label} />
            <Keycap keys={each.key} />
          </label>
        ))}
      </div>
      <p className={styles['words']} dir={directionOf(text)}>
        {words.replace(/\s+/gu, ' ')}
      </p>
      <div className={styles['edges']}>
        <span role="group" aria-label="Start">
          {edge('start', -1, 'Start a word earlier')}
          <span aria-hidden="true">start</span>
          {edge('start', 1, 'Start a word later')}
        </span>
        <span role="group" aria-label="End">
          {edge('end', -1, 'End a word earlier')}
          <span aria-hidden="true">end</span>
          {edge('end', 1, 'End a word later')}
        </span>
      </div>
      <div className={styles['fields']}>
        {kind !== undefined && (
          <>
            <span aria-hidden="true">Means</span>
            <MeansField
              review={review}
              kind={kind}
              tag={tag}
              registry={registry}
              isOpen={isAsking}
              onOpen={onAsk}
              onChange={(means, made) => onChange({ means }, made)}
            />
          </>
        )}
        {attributesFor(codebook, label)
          .filter(({ id, retired }) => !retired || attributes[id] !== undefined)
          .map((attribute) => (
            <div key={attribute.id} className={styles['field']}>
              <span aria-hidden="true">{attribute.name}</span>
              <AttributeField
                attribute={attribute}
                value={attributes[attribute.id] ?? null}
                nameOf={(id) => nameIn(registry, id)}
                onChange={(value) =>
                  onChange({ attributes: withAttribute(reading, attribute.id, value).attributes })
                }
                onNew={(name) => {
                  const id = uuid7()
                  const { attributes: valued } = withAttribute(reading, attribute.id, id)
                  onChange({ attributes: valued }, [{ do: 'add-entry', id, entry: newActor(name) }])
                }}
              />
            </div>
          ))}
      </div>
    </div>
  )
}

function nameIn(registry: readonly RegistryRecord[], id: string): string {
  const record = Registry.of(registry).get(id)
  return record ? entryName(record) : ''
}

/** A reading as if it were somebody's tag. */
function asTag(article: Article, { label, spans, attributes, means }: AskedReading): Annotation {
  const target = spans.map((span) => rangeOf(article.text, span))
  const nothing = { id: '', created: '', modified: '', note: '', codebook: '' }
  return { is: 'annotation', ...nothing, article: article.id, label, target, attributes, means }
}

/** What tags with a label may mean. */
const kindsFor = (label: string): readonly Kind[] =>
  (['actor', 'position'] as const).filter((is) => mayMean(label, { is }))

/** With another label, and of the rest what that has a place for. */
function relabelled(
  { attributes }: AskedReading,
  label: string,
  codebook: Parameters<typeof attributesFor>[0],
): Partial<AskedReading> {
  const known = new Set(attributesFor(codebook, label).map(({ id }) => id))
  return {
    label,
    means: null,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([id]) => known.has(id))),
  }
}

interface LinkProps {
  readonly link: LinkReading
  readonly onChange: (link: LinkReading) => void
}

function LinkForm({ link, onChange }: LinkProps) {
  const { codebook } = useScenery()
  const types = codebook.linkTypes.filter(({ id, retired }) => !retired || id === link.type)
  return (
    <div className={styles['fields']}>
      <div className={styles['field']}>
        <span aria-hidden="true">Link</span>
        <Select
          label="Link"
          value={link.type}
          options={types.map(({ id, phrase }) => ({ value: id, name: phrase }))}
          onChange={(type) => onChange({ ...link, type })}
        />
      </div>
      <Button look="bare" onClick={() => onChange({ ...link, from: link.to, to: link.from })}>
        Turn it round
      </Button>
    </div>
  )
}
