import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { discard, openCodebookDialog, useCodebookState } from './codebook-state'
import { Differences } from './Differences'
import styles from './Dialogs.module.css'

/** Asks before what was drafted goes: nothing could bring it back. */
export function DiscardDialog() {
  const base = useCodebookState((state) => state.base)
  const draft = useCodebookState((state) => state.draft)
  return (
    <Modal
      title="Discard the draft?"
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Keep it</Button>
          <Button look="first" onClick={discard}>
            Discard
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p>The codebook stays as it is in force. These changes go:</p>
        {base && draft && <Differences before={base} after={draft} />}
      </div>
    </Modal>
  )
}
