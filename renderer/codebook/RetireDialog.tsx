import type { Label } from '../../data/model/codebook'
import { retireLabel } from '../../data/model/codebook-labels'
import type { LabelsUsed } from '../../data/record/evidence'
import { show } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { edit, openCodebookDialog } from './codebook-state'
import { tagsOf, wordCounts } from './counted'
import styles from './Dialogs.module.css'

/** Says what retiring a label does before it is drafted. */
export function RetireDialog({ label, used }: { readonly label: Label; readonly used: LabelsUsed | null }) {
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const people = useShown(({ project }) => project?.people) ?? []
  const counts = wordCounts(tagsOf(used?.labels.find((each) => each.label === label.id)), me, people)
  const retire = () => {
    const problem = edit((draft) => retireLabel(draft, label.id))
    openCodebookDialog(null)
    if (problem) show(problem)
  }
  return (
    <Modal
      title={`Retire “${label.name}”`}
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Cancel</Button>
          <Button look="first" onClick={retire}>
            Retire
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p>
          {counts === null
            ? 'No tag has this label.'
            : `${counts} keep this label, their links and what was said of them.`}{' '}
          No evidence goes. Nothing new can be tagged with it, and it can be brought back.
        </p>
      </div>
    </Modal>
  )
}
