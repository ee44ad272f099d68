import { useEffect, type KeyboardEvent } from 'react'
import { allows, attributesFor, wordValue, type Attribute } from '../../data/model/codebook'
import type { Annotation, AttributeValue } from '../../data/model/records'
import { carryOut, draft } from '../state/actions'
import { classes } from '../ui/classes'
import { Select } from '../ui/Select'
import { useDraft } from '../ui/use-draft'
import fields from '../ui/fields.module.css'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'

/** The attributes that the codebook has for the tag's label: in plain text until one is focused. */
export function Attributes({ tag, isMine }: { tag: Annotation; isMine: boolean }) {
  const { codebook } = useScenery()
  return attributesFor(codebook, tag.label).map((attribute) => {
    const value = tag.attributes[attribute.id]
    if ((!isMine || attribute.retired) && value === undefined) return null
    return (
      <div key={attribute.id} style={{ display: 'contents' }}>
        <dt className={isMine ? facts['field'] : undefined} title={attribute.definition}>
          {attribute.name}
        </dt>
        <dd className={isMine ? facts['field'] : undefined}>
          {isMine ? (
            <Value
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
            value !== undefined && wordValue(attribute, value)
          )}
        </dd>
      </div>
    )
  })
}

interface Props {
  readonly attribute: Attribute
  readonly value: AttributeValue | undefined
  /** `null` takes the value away. */
  readonly onChange: (value: AttributeValue | null) => void
}

function Value({ attribute, value, onChange }: Props) {
  if (attribute.type === 'text' || attribute.type === 'date')
    return (
      <Words attribute={attribute} value={value === undefined ? '' : String(value)} onChange={onChange} />
    )
  if (attribute.type !== 'choice' && attribute.type !== 'scale')
    return value !== undefined && wordValue(attribute, value)
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
    { value: '', name: 'Not set' },
    ...known.map((each) => ({ value: String(each), name: wordValue(attribute, each) })),
  ]
}

interface WordsProps {
  readonly attribute: Attribute
  readonly value: string
  readonly onChange: (value: string | null) => void
}

/** A field of one line, kept when it is left or with Enter; Escape gives back what was there. */
function Words({ attribute, value, onChange }: WordsProps) {
  const [words, setWords] = useDraft(value)
  useEffect(() => () => draft(false), [])
  const isDate = attribute.type === 'date'
  const trimmed = words.trim()
  const isRight = trimmed === '' || allows(attribute, trimmed)

  const keep = () => {
    if (trimmed !== value && isRight) onChange(trimmed === '' ? null : trimmed)
    draft(false)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') keep()
    if (event.key !== 'Escape') return
    setWords(value)
    draft(false)
  }
  return (
    <input
      className={classes(fields['field'], fields['quiet'])}
      aria-label={attribute.name}
      aria-invalid={!isRight}
      title={
        isRight && !isDate ? attribute.definition : `${attribute.definition} As 2031-03-12, 2031-03 or 2031.`
      }
      placeholder="Not set"
      value={words}
      onChange={(event) => {
        setWords(event.target.value)
        draft(true)
      }}
      onBlur={keep}
      onKeyDown={press}
    />
  )
}
