import { wordValue, type Attribute, type CodebookContent } from '../../data/model/codebook'
import {
  bringBackAttribute,
  changeAttribute,
  changeValues,
  moveAttribute,
  retireAttribute,
  valuesOf,
  type AttributeChange,
  type AttributeType,
} from '../../data/model/codebook-attributes'
import { edit } from './codebook-state'
import { Check, ChoiceRow, Row, WordsField } from './Field'
import { PartForm, Standing } from './PartForm'
import { Places } from './Places'
import { ValuesForm } from './ValuesForm'
import styles from './Form.module.css'

interface Props {
  readonly codebook: CodebookContent
  readonly attribute: Attribute
}

export const typeNames: Readonly<Record<AttributeType, string>> = {
  choice: 'One of a list',
  choices: 'Any of a list',
  scale: 'Scale',
  number: 'Number',
  date: 'Date',
  text: 'Words',
  entry: 'Actor or position',
}

/** All that is said of an attribute. */
export function AttributeForm({ codebook, attribute }: Props) {
  const { id, name, type, labels } = attribute
  const change = (to: AttributeChange) => edit((draft) => changeAttribute(draft, id, to))
  const shown = codebook.labels.filter((label) => !label.retired || labels.includes(label.id))
  const presets = presetsOf(attribute)

  return (
    <PartForm
      name={name}
      of="Name"
      onRename={(to) => change({ name: to })}
      standing={
        <Standing
          isRetired={attribute.retired === true}
          stays="Tags that have it keep it."
          onRetire={() => void edit((draft) => retireAttribute(draft, id))}
          onBringBack={() => void edit((draft) => bringBackAttribute(draft, id))}
        />
      }
    >
      <ChoiceRow
        name="Values"
        label="Kind of values"
        value={type}
        options={Object.entries(typeNames).map(([value, words]) => ({ value, name: words }))}
        onChange={(to) => {
          const next = Object.keys(typeNames).find((each): each is AttributeType => each === to)
          if (next) void edit((draft) => changeValues(draft, id, withOptionsOf(attribute, valuesOf(next))))
        }}
      />
      <ValuesForm attribute={attribute} onChange={(to) => edit((draft) => changeValues(draft, id, to))} />
      <Row name="For tags with" hint="Which labels have it">
        <div className={styles['checks']}>
          {shown.map((label) => (
            <Check
              key={label.id}
              label={label.name}
              checked={labels.includes(label.id)}
              onChange={(checked) =>
                void change({
                  labels: checked ? [...labels, label.id] : labels.filter((each) => each !== label.id),
                })
              }
            />
          ))}
        </div>
      </Row>
      <Row name="Required">
        <Check
          label="A tag without it is not complete"
          checked={attribute.required === true}
          onChange={(checked) => void change({ required: checked ? true : undefined })}
        />
      </Row>
      {presets && (
        <ChoiceRow
          name="Preset"
          hint="What a new tag has"
          value={attribute.preset === undefined ? '' : String(attribute.preset)}
          options={[
            { value: '', name: 'Nothing' },
            ...presets.map((value) => ({ value: String(value), name: wordValue(attribute, value) })),
          ]}
          onChange={(to) => void change({ preset: presets.find((value) => String(value) === to) })}
        />
      )}
      <Row name="Definition">
        <WordsField
          label="Definition"
          value={attribute.definition}
          isLong
          placeholder="What it says about a tag"
          onKeep={(definition) => change({ definition })}
        />
      </Row>
      <Row name="Place" hint="In the inspector">
        <Places
          of={codebook.attributes}
          id={id}
          move={(by) => void edit((draft) => moveAttribute(draft, id, by))}
        />
      </Row>
    </PartForm>
  )
}

/** Options go with an attribute from one list to the other. */
const withOptionsOf = (before: Attribute, after: Attribute): Attribute =>
  'options' in before && 'options' in after ? { ...after, options: before.options } : after

/** What can be preset by choosing; `null` where it cannot. */
function presetsOf(attribute: Attribute): readonly (string | number)[] | null {
  if (attribute.type === 'choice') return attribute.options.map(({ value }) => value)
  if (attribute.type !== 'scale') return null
  return Array.from({ length: attribute.max - attribute.min + 1 }, (_, i) => attribute.min + i)
}
