import type { BackupWork, ListedBackup } from '../../electron/ipc/backups'
import { exactly } from '../history/when'
import { Icon } from '../ui/Icon'
import { counted } from '../ui/words'
import {
  changesInWords,
  reasonInWords,
  sizeInWords,
  soundnessInWords,
  soundnessOf,
  whenOf,
} from './backup-words'
import styles from './BackupList.module.css'

interface Props {
  /** Newest first. */
  readonly backups: readonly ListedBackup[]
  readonly chosen: string
  readonly doing: BackupWork | null
  readonly onChoose: (id: string) => void
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Each backup with when and why it was made, how much is in it, and whether it is sound. Arrow keys go up and down. */
export function BackupList({ backups, chosen, doing, onChoose }: Props) {
  const times = whenOf(backups)
  return (
    <fieldset className={styles['list']} aria-label="Backups">
      {backups.map((backup) => {
        const when = capital(times.get(backup.id) ?? '')
        const soundness = soundnessInWords(backup, doing)
        return (
          <label key={backup.id} className={styles['row']}>
            <input
              type="radio"
              name="backup"
              checked={backup.id === chosen}
              aria-label={`${when}, ${soundness}`}
              onChange={() => onChoose(backup.id)}
            />
            <span className={styles['what']}>
              <time className={styles['when']} dateTime={backup.made} title={exactly(backup.made)}>
                {when}
              </time>
              <span className={styles[soundnessOf(backup)]}>
                {soundnessOf(backup) === 'verified' && <Icon name="tick" small />}
                {soundnessOf(backup) === 'damaged' && <Icon name="warn" small />}
                {soundness}
              </span>
              <span className={styles['about']}>
                {reasonInWords(backup.why)} · {counted(backup.files, 'file')}, {sizeInWords(backup.bytes)} ·{' '}
                {changesInWords(backup)}
              </span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
