import { patterns, type CodebookContent, type Label } from '../../data/model/codebook'
import { changeLabel, moveLabel, type LabelChange } from '../../data/model/codebook-labels'
import { freeKeys, hueNames, hues } from '../../data/model/codebook-looks'
import { activeLabels, labelInForce } from '../../data/model/labels-in-force'
import { Pattern } from '../ui/Pattern'
import { Select } from '../ui/Select'
import { edit } from './codebook-state'
import { LinesField, Row, WordsField } from './Field'
import { keptKeys } from './kept-keys'
import { LabelStanding } from './LabelStanding'
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
    <form className={styles['form']} aria-label={label.name} onSubmit={(event) => event.preventDefault()}>
      <div className={styles['head']}>
        <h2 className={styles['hidden']}>{label.name}</h2>
        <WordsField label="Name" value={label.name} isTitle onKeep={(name) => change({ name })} />
        <LabelStanding codebook={codebook} label={label} />
      </div>
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
      <Row name="Key">
        <div className={styles['narrowly']}>
          <Select
            quiet
            label="Key"
            value={label.key}
            options={[...new Set(keys)].map((key) => ({ value: key, name: key.toUpperCase() }))}
            onChange={(key) => void change({ key })}
          />
        </div>
      </Row>
      <Row name="Hue">
        <div role="radiogroup" aria-label="Hue" className={styles['choices']}>
          {hues.map((hue) => (
            <label key={hue} className={styles['choice']} title={hueNames[hue]}>
              <input
                type="radio"
                name={`hue-of-${label.id}`}
                aria-label={hueNames[hue]}
                checked={label.hue === hue}
                onChange={() => void change({ hue })}
              />
              <span className={styles['swatch']} style={{ background: `var(--${hue})` }} />
            </label>
          ))}
        </div>
      </Row>
      <Row name="Mark">
        <div role="radiogroup" aria-label="Mark" className={styles['choices']}>
          {patterns.map((pattern) => (
            <label key={pattern} className={styles['choice']} title={markNames[pattern]}>
              <input
                type="radio"
                name={`mark-of-${label.id}`}
                aria-label={markNames[pattern]}
                checked={label.pattern === pattern}
                onChange={() => void change({ pattern })}
              />
              <Pattern label={{ pattern, hue: label.hue }} />
            </label>
          ))}
        </div>
      </Row>
      <Row name="A kind of">
        <div className={styles['narrowly']}>
          <Select
            quiet
            label="A kind of"
            value={label.parent === undefined ? '' : labelInForce(codebook, label.parent)}
            options={[
              { value: '', name: 'Nothing else' },
              ...parents.map(({ id, name }) => ({ value: id, name })),
            ]}
            onChange={(parent) => void change({ parent: parent === '' ? undefined : parent })}
          />
        </div>
      </Row>
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
    </form>
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
