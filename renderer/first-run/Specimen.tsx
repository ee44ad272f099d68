import styles from './FirstRun.module.css'

/** One sentence with its tags drawn as in the reader. */
export const Specimen = () => (
  <p className={styles['specimen']} role="figure" aria-label="How tags look">
    <span className={styles['actor']}>Harrow</span> told Reszek that{' '}
    <span className={styles['claim']}>Velmora would not ask the opposition to drop its demand</span>:{' '}
    <span className={styles['position']}>Vane must leave before any talks begin</span>.
  </p>
)
