import { useState } from 'react'
import { allows, wordValue, type Attribute } from '../../data/model/codebook'
import type { AttributeValue } from '../../data/model/records'
import { MeaningField } from '../meaning/MeaningField'
import fields from '../ui/fields.module.css'
import { Select } from '../ui/Select'
import styles from './BulkDialog.module.css'

interface Props {
  readonly attribute: Attribute
  readonly value: AttributeValue | null
  /** `null` takes the value away. */
  readonly onChange: (value: AttributeValue | null) => void
  /** Of an entry that was made by its name and is not in the registries yet. */
  readonly nameOf?: (id: string) => string
  /** Makes an actor that the registries do not have yet, and gives it as the value; without it, none can be made. */
  readonly onNew?: (name: string) => void
}

/** A value of an attribute, as its type wants it. */
export function AttributeField({ attribute, value, onChange, nameOf, onNew }: Props) {
  switch (attribute.type) {
    case 'choice':
    case 'scale': {
      const values: readonly AttributeValue[] =
        attribute.type === 'choice'
          ? attribute.options.map((option) => option.value)
          : Array.from({ length: attribute.max - attribute.min + 1 }, (_, i) => attribute.min + i)
      return (
        <Select
          label={attribute.name}
          value={value === null ? '' : String(value)}
          options={[
            { value: '', name: 'Not set' },
            ...values.map((each) => ({ value: String(each), name: wordValue(attribute, each) })),
          ]}
          onChange={(chosen) => onChange(values.find((each) => String(each) === chosen) ?? null)}
        />
      )
    }
    case 'choices': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <span className={styles['choices']} role="group" aria-label={attribute.name}>
          {attribute.options.map((option) => (
            <label key={option.value} className={styles['choice']}>
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={(event) => {
                  const next = attribute.options
                    .map((each) => each.value)
                    .filter((each) => (each === option.value ? event.target.checked : chosen.includes(each)))
                  onChange(next.length === 0 ? null : next)
                }}
              />
              {option.name}
            </label>
          ))}
        </span>
      )
    }
    case 'entry':
      return (
        <MeaningField
          label={attribute.name}
          kinds={[attribute.of]}
          words=""
          value={typeof value === 'string' ? { is: 'entry', id: value } : null}
          nameOf={nameOf}
          makes={onNew !== undefined}
          onChange={(meant) => (meant?.is === 'new' ? onNew?.(meant.name) : onChange(meant?.id ?? null))}
        />
      )
    case 'number':
    case 'date':
    case 'text':
      return <Written attribute={attribute} value={value} onChange={onChange} />
  }
}

/** A value that is written; as long as it is not one, nothing is set. */
function Written({ attribute, value, onChange }: Props) {
  const [typed, setTyped] = useState(() => (value === null ? '' : String(value)))
  const valueOf = (words: string): AttributeValue | null => {
    const trimmed = words.trim()
    if (trimmed === '') return null
    const read = attribute.type === 'number' ? Number(trimmed) : trimmed
    return allows(attribute, read) ? read : null
  }
  const isWrong = typed.trim() !== '' && valueOf(typed) === null
  return (
    <input
      className={fields['field']}
      aria-label={attribute.name}
      aria-invalid={isWrong}
      placeholder={attribute.type === 'date' ? 'As 2031-03-12, 2031-03 or 2031' : 'Not set'}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(valueOf(event.target.value))
      }}
    />
  )
}
