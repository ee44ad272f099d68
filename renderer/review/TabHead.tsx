import type { ReactNode } from 'react'
import styles from './TabHead.module.css'

interface Props {
  readonly title: string
  /** The title in full, for whoever points at it. */
  readonly full: string
  /** What it is of. */
  readonly beside: string
  /** What can be done about all of it. */
  readonly children: ReactNode
}

/** What a tab of figures is of. */
export const TabHead = ({ title, full, beside, children }: Props) => (
  <header className={styles['head']}>
    <h2 title={full}>{title}</h2>
    <p>{beside}</p>
    {children}
  </header>
)
