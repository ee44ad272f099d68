import { useState } from 'react'
import { explain } from '../../data/model/explain'
import type { ListedBackup } from '../../electron/ipc/backups'
import { show } from '../state/actions'
import { workbench } from '../state/workbench'
import { Button } from '../ui/Button'
import { counted } from '../ui/words'
import styles from './BackupsDialog.module.css'

interface Props {
  readonly backup: ListedBackup | null
  readonly isBusy: boolean
  readonly onClose: () => void
}

/** Restores the chosen backup as a new folder, says what came of it, and offers to open it. */
export function RestoreFoot({ backup, isBusy, onClose }: Props) {
  const [fault, setFault] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const restore = async () => {
    if (!backup) return
    setFault(null)
    setDone(null)
    const answer = await workbench.restoreBackup(backup.id)
    if (!answer) return
    if (!answer.ok) return setFault(answer.error.kind === 'cancelled' ? null : explain(answer.error))
    const { folder, files, lost } = answer.value
    const left = lost > 0 ? ` ${counted(lost, 'damaged file was', 'damaged files were')} left out.` : ''
    setDone(`Restored ${counted(files, 'file')} into “${folder}”.${left}`)
  }
  const open = async () => {
    const answer = await workbench.openRestored()
    if (!answer.ok) show(answer.error)
  }
  return (
    <>
      {fault !== null && (
        <span role="alert" className={styles['fault']}>
          {fault}
        </span>
      )}
      {done !== null && (
        <>
          <span className={styles['done']} aria-live="polite">
            {done}
          </span>
          <Button onClick={() => void open()}>Open it</Button>
        </>
      )}
      <Button keys="Esc" onClick={onClose}>
        Close
      </Button>
      <Button
        look="first"
        unless={(!backup && 'There is no backup yet.') || (isBusy && 'One thing at a time.')}
        onClick={() => void restore()}
      >
        Restore as a new folder…
      </Button>
    </>
  )
}
