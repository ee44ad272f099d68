import type { LongStep } from '../../electron/ipc/contract'
import { stopStep } from '../state/actions'
import { Button } from './Button'
import styles from './LongStepDialog.module.css'
import { Modal } from './Modal'

const titles: Readonly<Record<LongStep['did'], string>> = {
  do: 'Changing many articles',
  undo: 'Taking a step back',
  redo: 'Making a step again',
}

/** How far a step on many articles is, and the way out of it as long as nothing of it is done. */
export function LongStepDialog({ step: { did, done, of } }: { readonly step: LongStep }) {
  const isReady = done >= of
  const number = (count: number) => count.toLocaleString('en-GB')
  return (
    <Modal
      title={titles[did]}
      isFirm
      onClose={stopStep}
      foot={
        <Button
          keys="Esc"
          unless={isReady && 'All of it is ready and is being kept now. Undo takes it back.'}
          onClick={stopStep}
        >
          Cancel
        </Button>
      }
    >
      <div className={styles['body']}>
        <progress className={styles['bar']} aria-label="Articles made ready" max={of} value={done} />
        <p className={styles['count']}>
          {isReady ? 'Keeping it…' : `${number(done)} of ${number(of)} articles are ready.`}
        </p>
        <p className={styles['safe']}>
          Nothing is changed before all of them are. Cancelling leaves everything as it is.
        </p>
      </div>
    </Modal>
  )
}
