import { useState } from 'react'
import type { CodebookContent, Label } from '../../data/model/codebook'
import { mergeLabel } from '../../data/model/codebook-labels'
import { activeLabels } from '../../data/model/labels-in-force'
import type { LabelsUsed } from '../../data/record/evidence'
import { show } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { Modal } from '../ui/Modal'
import { Pattern } from '../ui/Pattern'
import { Select } from '../ui/Select'
import { choosePart, edit, openCodebookDialog } from './codebook-state'
import { tagsOf, wordCounts } from './counted'
import styles from './Dialogs.module.css'

interface Props {
  readonly codebook: CodebookContent
  readonly label: Label
  readonly used: LabelsUsed | null
}

/** Merges a label into another one: both are compared first. */
export function MergeDialog({ codebook, label, used }: Props) {
  const others = activeLabels(codebook).filter(({ id }) => id !== label.id)
  const [into, setInto] = useState(others[0]?.id ?? '')
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const people = useShown(({ project }) => project?.people) ?? []
  const target = others.find(({ id }) => id === into)
  const countsOf = (id: string) =>
    wordCounts(tagsOf(used?.labels.find((each) => each.label === id)), me, people) ?? 'No tags'
  const merge = () => {
    const problem = edit((draft) => mergeLabel(draft, label.id, into))
    openCodebookDialog(null)
    if (problem) show(problem)
    else choosePart('label', into)
  }
  return (
    <Modal
      title={`Merge “${label.name}” into another label`}
      size="medium"
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Cancel</Button>
          <Button look="first" unless={!target && 'There is no other label.'} onClick={merge}>
            Merge
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <div className={styles['field']}>
          Into
          <Select
            label="Into"
            value={into}
            options={others.map(({ id, name }) => ({ value: id, name }))}
            onChange={setInto}
          />
        </div>
        <div className={styles['beside']}>
          {[label, target].map(
            (each) =>
              each && (
                <section key={each.id} aria-label={each.name}>
                  <h2 className={styles['label']}>
                    <LabelChip label={each} />
                    {each.name}
                    <Pattern label={each} />
                  </h2>
                  <p>{each.definition || 'Not defined.'}</p>
                  <p className={styles['quiet']}>{countsOf(each.id)}</p>
                </section>
              ),
          )}
        </div>
        {target && (
          <p>
            Tags with “{label.name}” count as “{target.name}” from then on: they are drawn, listed and read in
            statements as that. They keep their own label, so that taking the merge back gives each its own
            again.
          </p>
        )}
      </div>
    </Modal>
  )
}
