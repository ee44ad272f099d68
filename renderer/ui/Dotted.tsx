import type { ReactNode } from 'react'
import styles from './Dotted.module.css'

/** Short facts in a row with a dot between them. Where the row goes on in the next line, no dot stands at its end or start. */
export const Dotted = ({ parts }: { readonly parts: readonly ReactNode[] }) => (
  <span className={styles['row']}>
    {parts.map((part, i) => (
      <span key={i} className={styles['part']}>
        {i > 0 && <span className={styles['dot']}> · </span>}
        {part}
      </span>
    ))}
  </span>
)
