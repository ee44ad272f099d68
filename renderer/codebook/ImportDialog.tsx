import { contentOf, type Codebook } from '../../data/model/codebook'
import { takenOver } from '../../data/model/codebook-file'
import { differences } from '../../data/model/codebook-differences'
import type { LabelsUsed } from '../../data/record/evidence'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { openCodebookDialog, takeDraft, useCodebookState, drafted } from './codebook-state'
import { Differences } from './Differences'
import styles from './Dialogs.module.css'

interface Props {
  readonly file: string
  readonly codebook: Codebook
  readonly used: LabelsUsed | null
}

/** A codebook from a file beside the present one, before it becomes the draft. */
export function ImportDialog({ file, codebook }: Props) {
  const present = useCodebookState(drafted)
  if (!present) return null
  const taken = takenOver(contentOf(present), contentOf(codebook))
  const isSame = differences(present, taken).length === 0 && taken.name === present.name
  return (
    <Modal
      title="Compare the codebooks"
      aside={file}
      size="medium"
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Cancel</Button>
          <Button
            look="first"
            unless={isSame && 'They are the same.'}
            onClick={() => takeDraft(taken, { dialog: null })}
          >
            Take it as the draft
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {taken.name !== present.name && <p>It is called “{taken.name}”.</p>}
        <p>
          What only the present codebook has is retired and kept, since there may be tags with it. Nothing
          comes in force before you put it in force.
        </p>
        <Differences before={present} after={taken} />
      </div>
    </Modal>
  )
}
