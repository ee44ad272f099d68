import type { Attribute } from '../../data/model/codebook'
import { moveIn } from '../../data/model/codebook-changes'
import { idFrom } from '../../data/model/codebook-ids'
import type { Problem } from '../../data/model/problem'
import { Button, IconButton } from '../ui/Button'
import { ChoiceRow, Row, WordsField } from './Field'
import { Places } from './Places'
import styles from './Form.module.css'

interface Props<A extends Attribute = Attribute> {
  readonly attribute: A
  readonly onChange: (to: Attribute) => Problem | null
}

/** The values that an attribute can have: options, a range, or what entries it names. */
export function ValuesForm({ attribute, onChange }: Props) {
  switch (attribute.type) {
    case 'choice':
    case 'choices':
      return <Options attribute={attribute} onChange={onChange} />
    case 'scale':
      return <Scale attribute={attribute} onChange={onChange} />
    case 'number':
      return <Range attribute={attribute} onChange={onChange} />
    case 'entry':
      return (
        <ChoiceRow
          name="Names"
          value={attribute.of}
          options={[
            { value: 'actor', name: 'An actor' },
            { value: 'position', name: 'A position' },
          ]}
          onChange={(of) => void onChange({ ...attribute, of: of === 'actor' ? 'actor' : 'position' })}
        />
      )
    case 'date':
    case 'text':
      return null
  }
}

function Options({ attribute, onChange }: Props<Extract<Attribute, { type: 'choice' | 'choices' }>>) {
  const { options } = attribute
  const keyed = options.map((option) => ({ ...option, id: option.value }))
  const keep = (next: readonly { readonly value: string; readonly name: string }[]) =>
    onChange({ ...attribute, options: next.map(({ value, name }) => ({ value, name })) })
  const add = () => {
    const name = `Option ${options.length + 1}`
    const taken = options.map(({ value }) => value)
    void keep([...options, { value: idFrom(name, taken, 'attribute'), name }])
  }
  return (
    <Row name="Options" hint="In the order of the list">
      <div className={styles['options']}>
        {keyed.map(({ value, name }) => (
          <div key={value} className={styles['option']}>
            <div>
              <WordsField
                label={`Option ${name}`}
                value={name}
                onKeep={(to) =>
                  keep(options.map((each) => (each.value === value ? { ...each, name: to || name } : each)))
                }
              />
            </div>
            <span>
              <Places of={keyed} id={value} name={name} move={(by) => void keep(moveIn(keyed, value, by))} />
              <IconButton
                icon="close"
                small
                label={`Take out “${name}”`}
                unless={options.length === 1 && 'It is the only option.'}
                onClick={() => void keep(options.filter((each) => each.value !== value))}
              />
            </span>
          </div>
        ))}
        <div>
          <Button onClick={add}>Add an option</Button>
        </div>
      </div>
    </Row>
  )
}

function Scale({ attribute, onChange }: Props<Extract<Attribute, { type: 'scale' }>>) {
  const { min, max, names } = attribute
  const steps = Array.from({ length: Math.min(101, Math.max(0, max - min + 1)) }, (_, i) => min + i)
  return (
    <>
      <Row name="From, to">
        <div className={styles['pair']}>
          <NumberField
            label="Least"
            value={min}
            onKeep={(to) => onChange({ ...attribute, min: to ?? min })}
          />
          to
          <NumberField label="Most" value={max} onKeep={(to) => onChange({ ...attribute, max: to ?? max })} />
        </div>
      </Row>
      <Row name="In words" hint="May be left out">
        <div className={styles['options']}>
          {steps.map((step, i) => (
            <div key={step} className={styles['pair']}>
              <span style={{ minWidth: 24 }}>{step}</span>
              <WordsField
                label={`Words for ${step}`}
                value={names[i] ?? ''}
                onKeep={(to) =>
                  onChange({ ...attribute, names: steps.map((_, j) => (j === i ? to : (names[j] ?? ''))) })
                }
              />
            </div>
          ))}
        </div>
      </Row>
    </>
  )
}

function Range({ attribute, onChange }: Props<Extract<Attribute, { type: 'number' }>>) {
  return (
    <>
      <Row name="From, to" hint="May be left open">
        <div className={styles['pair']}>
          <NumberField
            label="Least"
            value={attribute.least}
            onKeep={(least) => onChange({ ...attribute, least })}
          />
          to
          <NumberField
            label="Most"
            value={attribute.most}
            onKeep={(most) => onChange({ ...attribute, most })}
          />
        </div>
      </Row>
      <Row name="Unit">
        <WordsField
          label="Unit"
          value={attribute.unit}
          isNarrow
          onKeep={(unit) => onChange({ ...attribute, unit })}
        />
      </Row>
    </>
  )
}

interface NumberProps {
  readonly label: string
  readonly value: number | null
  readonly onKeep: (value: number | null) => Problem | null
}

/** A number, or nothing. What is none leaves the one that was there. */
const NumberField = ({ label, value, onKeep }: NumberProps) => (
  <WordsField
    label={label}
    value={value === null ? '' : String(value)}
    isNarrow
    onKeep={(words) => {
      const number = words === '' ? null : Number(words.replace('−', '-').replace(',', '.'))
      return number === null || Number.isFinite(number)
        ? onKeep(number)
        : { kind: 'value-not-allowed', attribute: label }
    }}
  />
)
