import type { CodebookContent, LinkType } from '../../data/model/codebook'
import {
  bringBackLinkType,
  changeLinkType,
  retireLinkType,
  type NewLinkType,
} from '../../data/model/codebook-links'
import { explain } from '../../data/model/explain'
import { say } from '../state/actions'
import { LabelChip } from '../ui/LabelChip'
import { edit } from './codebook-state'
import { Check, Row, WordsField } from './Field'
import { PartForm, Standing } from './PartForm'
import styles from './Form.module.css'

interface Props {
  readonly codebook: CodebookContent
  readonly type: LinkType
}

/** All that is said of a kind of link: how it reads from either end, and which tags may stand there. */
export function LinkForm({ codebook, type }: Props) {
  const change = (to: Partial<NewLinkType>) => edit((draft) => changeLinkType(draft, type.id, to))
  const labels = codebook.labels.filter(
    ({ id, retired }) => !retired || type.from.includes(id) || type.to.includes(id),
  )
  const set = (end: 'from' | 'to', label: string, isThere: boolean) => {
    const others = type[end].filter((each) => each !== label)
    const problem = change({ [end]: isThere ? [...others, label] : others })
    if (problem) say(explain(problem))
  }

  return (
    <PartForm
      name={type.phrase}
      of="Words"
      onRename={(phrase) => change({ phrase })}
      standing={
        <Standing
          isRetired={type.retired === true}
          stays="Links that are there stay."
          onRetire={() => void edit((draft) => retireLinkType(draft, type.id))}
          onBringBack={() => void edit((draft) => bringBackLinkType(draft, type.id))}
        />
      }
    >
      <Row name="The other way" hint="Read from where it ends">
        <WordsField
          label="Words the other way"
          value={type.inverse}
          onKeep={(inverse) => change({ inverse: inverse || type.inverse })}
        />
      </Row>
      <Row name="Ends">
        <table className={styles['matrix']}>
          <thead>
            <tr>
              <th scope="col">Tags with</th>
              <th scope="col">may start it</th>
              <th scope="col">may end it</th>
            </tr>
          </thead>
          <tbody>
            {labels.map((label) => (
              <tr key={label.id}>
                <th scope="row">
                  <span className={styles['labelName']}>
                    <LabelChip label={label} />
                    {label.name}
                  </span>
                </th>
                {(['from', 'to'] as const).map((end) => (
                  <td key={end}>
                    <Check
                      label={`${label.name} ${end === 'from' ? 'may start it' : 'may end it'}`}
                      hidden
                      checked={type[end].includes(label.id)}
                      onChange={(checked) => set(end, label.id, checked)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Row>
    </PartForm>
  )
}
