import { useId, type ReactNode } from 'react'
import { patterns, type CodebookContent, type Label } from '../../data/model/codebook'
import { changeLabel, moveLabel, type LabelChange } from '../../data/model/codebook-labels'
import { freeKeys, hueNames, hues } from '../../data/model/codebook-looks'
import { activeLabels, labelInForce } from '../../data/model/labels-in-force'
import { Pattern } from '../ui/Pattern'
import { edit } from './codebook-state'
import { ChoiceRow, LinesField, Row, WordsField } from './Field'
import { keptKeys } from './kept-keys'
import { LabelStanding } from './LabelStanding'
import { PartForm } from './PartForm'
import { Places } from './Places'
import { Specimen } from './Specimen'
import styles from './Form.module.css'

interface Props {
  readonly codebook: CodebookContent
  readonly label: Label
}

/** All that is said of a label. */
export function LabelForm({ codebook, label }: Props) {
  const change = (to: LabelChange) => edit((draft) => changeLabel(draft, label.id, to))
  const keys = [label.key, ...freeKeys(codebook, label.id, keptKeys())]
  const parents = activeLabels(codebook).filter(({ id }) => id !== label.id)

  return (
    <PartForm
      name={label.name}
      of="Name"
      onRename={(name) => change({ name })}
      standing={<LabelStanding codebook={codebook} label={label} />}
    >
      <Row name="In the text">
        <Specimen label={label} />
      </Row>
      <Row name="Letter" hint="In the margin">
        <WordsField
          label="Letter"
          value={label.letter}
          isNarrow
          onKeep={(letter) =>
            change({ letter: [...letter.toUpperCase()].slice(0, 2).join('') || label.letter })
          }
        />
      </Row>
      <ChoiceRow
        name="Key"
        value={label.key}
        options={[...new Set(keys)].map((key) => ({ value: key, name: key.toUpperCase() }))}
        onChange={(key) => void change({ key })}
      />
      <LookRow
        name="Hue"
        looks={hues}
        names={hueNames}
        chosen={label.hue}
        renderLook={(hue) => <span className={styles['swatch']} style={{ background: `var(--${hue})` }} />}
        onChoose={(hue) => void change({ hue })}
      />
      <LookRow
        name="Mark"
        looks={patterns}
        names={markNames}
        chosen={label.pattern}
        renderLook={(pattern) => <Pattern label={{ pattern, hue: label.hue }} />}
        onChoose={(pattern) => void change({ pattern })}
      />
      <ChoiceRow
        name="A kind of"
        value={label.parent === undefined ? '' : labelInForce(codebook, label.parent)}
        options={[
          { value: '', name: 'Nothing else' },
          ...parents.map(({ id, name }) => ({ value: id, name })),
        ]}
        onChange={(parent) => void change({ parent: parent === '' ? undefined : parent })}
      />
      <Row name="Definition">
        <WordsField
          label="Definition"
          value={label.definition}
          isLong
          placeholder="What words have this label"
          onKeep={(definition) => change({ definition })}
        />
      </Row>
      <Row name="Include">
        <LinesField label="Include" lines={label.include} onKeep={(include) => change({ include })} />
      </Row>
      <Row name="Exclude">
        <LinesField label="Exclude" lines={label.exclude} onKeep={(exclude) => change({ exclude })} />
      </Row>
      <Row name="Examples">
        <LinesField label="Examples" lines={label.examples} onKeep={(examples) => change({ examples })} />
      </Row>
      {!label.retired && (
        <Row name="Place" hint="In lists and lanes">
          <Places
            of={codebook.labels}
            id={label.id}
            move={(by) => void edit((draft) => moveLabel(draft, label.id, by))}
          />
        </Row>
      )}
    </PartForm>
  )
}

const markNames: Readonly<Record<Label['pattern'], string>> = {
  bar: 'Bar',
  dashes: 'Dashes',
  bracket: 'Bracket',
  double: 'Double line',
  points: 'Points',
  wave: 'Wave',
}

interface LookProps<Look extends string> {
  readonly name: string
  readonly looks: readonly Look[]
  readonly names: Readonly<Record<Look, string>>
  readonly chosen: string
  readonly renderLook: (look: Look) => ReactNode
  readonly onChoose: (look: Look) => void
}

/** A row in which one chooses by what is drawn. */
function LookRow<Look extends string>({ name, looks, names, chosen, renderLook, onChoose }: LookProps<Look>) {
  const group = useId()
  return (
    <Row name={name}>
      <div role="radiogroup" aria-label={name} className={styles['choices']}>
        {looks.map((look) => (
          <label key={look} className={styles['choice']} title={names[look]}>
            <input
              type="radio"
              name={group}
              aria-label={names[look]}
              checked={look === chosen}
              onChange={() => onChoose(look)}
            />
            {renderLook(look)}
          </label>
        ))}
      </div>
    </Row>
  )
}
