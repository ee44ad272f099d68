import { useState } from 'react'
import { explain } from '../../data/model/explain'
import type { ListedBackup } from '../../electron/ipc/backups'
import { closeDialog } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { workInWords } from './backup-words'
import { BackupDetail } from './BackupDetail'
import { BackupList } from './BackupList'
import { RestoreFoot } from './RestoreFoot'
import { useBackups } from './use-backups'
import styles from './BackupsDialog.module.css'

const none: readonly ListedBackup[] = []

/** The backups of the project: what there is, whether it is sound, what it would change, and how to have it back. */
export function BackupsDialog() {
  const { view, problem, backUp, stop } = useBackups()
  const project = useShown((state) => state.project?.project.name)
  const [chosen, setChosen] = useState<string | null>(null)
  const backups = view?.backups ?? none
  const backup = backups.find(({ id }) => id === chosen) ?? backups[0] ?? null
  const doing = view?.doing ?? null
  const isBusy = doing !== null && doing.is !== 'checking'

  return (
    <Modal
      title="Backups"
      aside={project && `of ${project}`}
      size="full"
      onClose={closeDialog}
      foot={<RestoreFoot key={backup?.id} backup={backup} isBusy={isBusy} onClose={closeDialog} />}
    >
      <div className={styles['all']}>
        <div className={styles['bar']}>
          <Button unless={isBusy && 'One thing at a time.'} onClick={() => void backUp()}>
            Back up now
          </Button>
          {doing && (
            <>
              <progress
                className={styles['progress']}
                aria-label={workInWords(doing)}
                max={Math.max(1, doing.total)}
                value={doing.done}
              />
              <span className={styles['numbers']}>
                {workInWords(doing)}
                {doing.total > 0 &&
                  ` ${doing.done.toLocaleString('en-GB')} of ${doing.total.toLocaleString('en-GB')}`}
              </span>
              {isBusy && <Button onClick={stop}>Stop</Button>}
            </>
          )}
          {!doing && view && (
            <span className={styles['place']} title={view.folder}>
              Kept on this computer, outside the project folder. One a day by itself.
            </span>
          )}
        </div>
        {problem && (
          <p role="alert" className={styles['fault']}>
            {explain(problem)}
          </p>
        )}
        {backup ? (
          <div className={styles['body']}>
            <BackupList backups={backups} chosen={backup.id} doing={doing} onChoose={setChosen} />
            <BackupDetail key={backup.id} backup={backup} backups={backups} onChoose={setChosen} />
          </div>
        ) : (
          view && (
            <div className={styles['empty']}>
              <p>
                {doing?.is === 'backing-up'
                  ? 'The first backup is being made. You may close this and work on meanwhile.'
                  : 'No backups yet. Parley makes one by itself a little after a project is opened; press Back up now to have one at once.'}
              </p>
            </div>
          )
        )}
      </div>
    </Modal>
  )
}
