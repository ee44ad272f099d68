import { useEffect, useId, type KeyboardEvent } from 'react'
import { v7 as uuid7 } from 'uuid'
import { attributesFor, wordValue, type Attribute } from '../../data/model/codebook'
import type { Annotation, AttributeValue } from '../../data/model/records'
import { valueInWords } from '../../data/model/value-words'
import { neededInWords, valueWritten } from '../../data/model/written-value'
import { MeaningField, type Meant } from '../meaning/MeaningField'
import { newActor } from '../meaning/new-entry'
import { carryOut, draft } from '../state/actions'
import { classes } from '../ui/classes'
import { chosenIn, turned } from '../statements/several'
import { quoteOf } from '../state/tags'
import { Icon } from '../ui/Icon'
import { Select } from '../ui/Select'
import { useDraft } from '../ui/use-draft'
import fields from '../ui/fields.module.css'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'
import styles from './Attributes.module.css'

/** The attributes that the codebook has for the tag's label: in plain text until one is focused. */
export function Attributes({ tag, isMine }: { tag: Annotation; isMine: boolean }) {
  const { codebook, registry } = useScenery()
  return attributesFor(codebook, tag.label).map((attribute) => {
    const value = tag.attributes[attribute.id]
    if ((!isMine || attribute.retired) && value === undefined) return null
    return (
      <div key={attribute.id} style={{ display: 'contents' }}>
        <dt className={isMine ? facts['field'] : undefined} title={attribute.definition}>
          {attribute.name}
          {isMine && attribute.required && value === undefined && (
            <span
              className={styles['needed']}
              role="img"
              aria-label="needed"
              title="The codebook asks for it."
            >
              <Icon name="ring" small />
            </span>
          )}
        </dt>
        <dd className={isMine ? facts['field'] : undefined}>
          {isMine ? (
            <Value
              tag={tag}
              attribute={attribute}
              value={value}
              onChange={(next) =>
                void carryOut({
                  do: 'set-attribute',
                  article: tag.article,
                  annotation: tag.id,
                  attribute: attribute.id,
                  value: next,
                })
              }
            />
          ) : (
            value !== undefined && valueInWords(attribute, value, registry)
          )}
        </dd>
      </div>
    )
  })
}

interface Props {
  readonly tag: Annotation
  readonly attribute: Attribute
  readonly value: AttributeValue | undefined
  /** `null` takes the value away. */
  readonly onChange: (value: AttributeValue | null) => void
}

/** A value that is not there, in words: the codebook may ask for it. */
const lacking = ({ required }: Attribute): string => (required ? 'Needed' : 'Not set')

function Value({ tag, attribute, value, onChange }: Props) {
  switch (attribute.type) {
    case 'text':
    case 'date':
    case 'number':
      return (
        <Written attribute={attribute} value={value === undefined ? '' : String(value)} onChange={onChange} />
      )
    case 'choices':
      return <Choices tag={tag} attribute={attribute} onChange={onChange} />
    case 'entry':
      return <Entry tag={tag} attribute={attribute} value={value} onChange={onChange} />
    case 'choice':
    case 'scale':
      return (
        <Select
          label={attribute.name}
          title={attribute.definition}
          quiet
          value={value === undefined ? '' : String(value)}
          options={optionsOf(attribute, value)}
          onChange={(chosen) =>
            onChange(chosen === '' ? null : attribute.type === 'scale' ? Number(chosen) : chosen)
          }
        />
      )
  }
}

/** The values to choose from, and the one that is set even if it was made under another codebook. */
function optionsOf(
  attribute: Extract<Attribute, { type: 'choice' | 'scale' }>,
  value: AttributeValue | undefined,
): { value: string; name: string }[] {
  const values: readonly AttributeValue[] =
    attribute.type === 'choice'
      ? attribute.options.map((option) => option.value)
      : Array.from({ length: attribute.max - attribute.min + 1 }, (_, i) => attribute.min + i)
  const known = value === undefined || values.includes(value) ? values : [...values, value]
  return [
    { value: '', name: lacking(attribute) },
    ...known.map((each) => ({ value: String(each), name: wordValue(attribute, each) })),
  ]
}

type Chosen<Type extends Attribute['type']> = Omit<Props, 'attribute' | 'value'> & {
  readonly attribute: Extract<Attribute, { type: Type }>
}

/** Any number of options, each turned on or off. What was set under another codebook and is no option now stays in view. */
function Choices({ tag, attribute, onChange }: Chosen<'choices'>) {
  const chosen = chosenIn(tag, attribute.id)
  const others = chosen.filter((each) => !attribute.options.some(({ value }) => value === each))
  return (
    <span className={styles['choices']} role="group" aria-label={attribute.name} title={attribute.definition}>
      {attribute.options.map(({ value, name }) => (
        <label key={value} className={styles['choice']}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => onChange(turned(attribute, tag, value))}
          />
          {name}
        </label>
      ))}
      {others.length > 0 && <span className={styles['other']}>{others.join(', ')}</span>}
    </span>
  )
}

/** An actor or a position of the registries; an actor that they do not have yet is made in the same step. */
function Entry({
  tag,
  attribute,
  value,
  onChange,
}: Chosen<'entry'> & { readonly value: AttributeValue | undefined }) {
  const take = (meant: Meant | null) => {
    if (meant?.is !== 'new') return onChange(meant?.id ?? null)
    const id = uuid7()
    const on = { article: tag.article, annotation: tag.id, attribute: attribute.id }
    void carryOut({
      do: 'together',
      as: 'assign-new',
      commands: [
        { do: 'add-entry', id, entry: newActor(meant.name) },
        { do: 'set-attribute', ...on, value: id },
      ],
    })
  }
  return (
    <MeaningField
      label={attribute.name}
      kinds={[attribute.of]}
      words={quoteOf(tag)}
      placeholder={lacking(attribute)}
      quiet
      value={typeof value === 'string' ? { is: 'entry', id: value } : null}
      onChange={take}
    />
  )
}

interface WrittenProps {
  readonly attribute: Attribute
  readonly value: string
  readonly onChange: (value: AttributeValue | null) => void
}

/** A field of one line, kept when it is left or with Enter; Escape gives back what was there. */
function Written({ attribute, value, onChange }: WrittenProps) {
  const [words, setWords] = useDraft(value)
  const why = useId()
  useEffect(() => () => draft(false), [])
  const trimmed = words.trim()
  const written = trimmed === '' ? null : valueWritten(attribute, trimmed)
  // A value that was made under another codebook may not fit any more, and is no fault of who reads it.
  const isRight = trimmed === '' || trimmed === value || written !== null
  const unit = attribute.type === 'number' ? attribute.unit : ''

  const keep = () => {
    if (trimmed !== value && isRight) onChange(written)
    draft(false)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') keep()
    if (event.key !== 'Escape') return
    setWords(value)
    draft(false)
  }
  return (
    <>
      <span className={styles['written']}>
        <input
          className={classes(fields['field'], fields['quiet'])}
          aria-label={unit === '' ? attribute.name : `${attribute.name}, in ${unit}`}
          aria-invalid={!isRight}
          aria-describedby={isRight ? undefined : why}
          inputMode={attribute.type === 'number' ? 'decimal' : undefined}
          title={
            attribute.type === 'text'
              ? attribute.definition
              : `${attribute.definition} ${neededInWords(attribute)}`.trim()
          }
          placeholder={lacking(attribute)}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            draft(true)
          }}
          onBlur={keep}
          onKeyDown={press}
        />
        {unit !== '' && (
          <span className={styles['unit']} aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
      {!isRight && (
        <p id={why} role="alert" className={styles['wrong']}>
          {neededInWords(attribute)}
        </p>
      )}
    </>
  )
}
