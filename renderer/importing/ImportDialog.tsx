import { useMemo, useState, type KeyboardEvent } from 'react'
import { cancelImport, finishImport, stopReading } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { counted } from '../ui/words'
import { ImportPreview } from './ImportPreview'
import { ImportRows } from './ImportRows'
import { isTicked } from './import-words'
import styles from './ImportDialog.module.css'

/** What was found in the files: what goes into the project, and what was guessed about it. */
export function ImportDialog() {
  const importing = useShown((state) => state.importing)
  const project = useShown((state) => state.project?.project.name)
  const [ticks, setTicks] = useState<ReadonlyMap<number, boolean>>(new Map())
  const [reached, setReached] = useState(0)
  const [isFinishing, setFinishing] = useState(false)
  const rows = useMemo(() => importing?.rows ?? [], [importing])
  const chosen = useMemo(() => rows.filter((row) => isTicked(row, ticks)), [rows, ticks])
  if (!importing) return null

  const { total, done, finished } = importing
  const current = rows[reached]
  const inHand = rows.find(({ state }) => state.is === 'reading')
  const tick = (numbers: readonly number[], isIn: boolean) =>
    setTicks((before) => new Map([...before, ...numbers.map((row) => [row, isIn] as const)]))
  const finish = async () => {
    if (chosen.length === 0 || isFinishing) return
    setFinishing(true)
    await finishImport(chosen.map(({ row }) => row))
    setFinishing(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    // A field that is being edited is kept when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setTimeout(() => void finish())
  }

  return (
    <Modal
      title="Import articles"
      aside={project && `into ${project}`}
      size="full"
      onClose={() => void cancelImport()}
      foot={
        <>
          <span className={styles['hint']}>
            <span className={styles['guess']}>Dotted</span> values are guesses. Choose a row to change them;
            the text itself is kept as it is.
          </span>
          <Button keys="Esc" onClick={() => void cancelImport()}>
            Cancel
          </Button>
          <Button
            look="first"
            keys="Ctrl+Enter"
            unless={
              isFinishing
                ? 'The articles are being put into the project.'
                : chosen.length === 0 && 'No article is ticked.'
            }
            onClick={() => void finish()}
          >
            Import {counted(chosen.length, 'article')}
          </Button>
        </>
      }
    >
      <div className={styles['all']} onKeyDown={press}>
        <div className={styles['progress']}>
          <progress className={styles['bar']} aria-label="Files read" max={Math.max(1, total)} value={done} />
          <span className={styles['numbers']}>
            {isFinishing
              ? `${done.toLocaleString('en-GB')} of ${counted(total, 'article')} kept`
              : `${done.toLocaleString('en-GB')} of ${counted(total, 'file')} read`}
          </span>
          <span className={styles['reading']}>{!isFinishing && inHand && `reading “${inHand.file}”`}</span>
          {!finished && !isFinishing && <Button onClick={() => void stopReading()}>Stop reading</Button>}
        </div>
        <div className={styles['body']}>
          <ImportRows
            rows={rows}
            ticks={ticks}
            reached={Math.min(reached, Math.max(0, rows.length - 1))}
            onReach={setReached}
            onTick={tick}
          />
          <div className={styles['preview']}>
            {current?.state.is === 'ready' ? (
              <ImportPreview key={current.row} row={current.row} state={current.state} total={total} />
            ) : (
              <p className={styles['nothing']}>
                {rows.length === 0 ? 'Looking for files.' : 'Choose an article to see how it was read.'}
              </p>
            )}
          </div>
        </div>
      </div>
    </Modal>
  )
}
