import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'
import styles from './Trouble.module.css'

/** Why something could not be answered. */
export const Trouble = ({ problem }: { readonly problem: Problem | null }) =>
  problem && (
    <p role="alert" className={styles['trouble']}>
      {explain(problem)}
    </p>
  )
