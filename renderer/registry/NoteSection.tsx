import { LineField } from './LineField'
import styles from './Entry.module.css'

interface Props {
  readonly note: string
  readonly onKeep: (note: string) => void
}

/** What is to be known about an entry besides. */
export const NoteSection = ({ note, onKeep }: Props) => (
  <section className={styles['section']} aria-label="Note">
    <div className={styles['sectionHead']}>
      <h3>Note</h3>
    </div>
    <LineField label="Note" value={note} isNote onKeep={onKeep} />
  </section>
)
