import type { ReactNode } from 'react'
import type { Label } from '../../data/model/codebook'
import styles from './Pattern.module.css'

/** A label's mark as it is drawn under words, 22 by 8 CSS pixels. */
export const Pattern = ({ label }: { label: Pick<Label, 'pattern' | 'hue'> }) => (
  <svg
    className={styles['pattern']}
    viewBox="0 0 22 8"
    aria-hidden="true"
    style={{ '--mark-hue': `var(--${label.hue}, var(--mark))` }}
  >
    {drawings[label.pattern]}
  </svg>
)

const drawings: Readonly<Record<Label['pattern'], ReactNode>> = {
  bar: <path d="M0 4h22" strokeWidth="2" />,
  dashes: <path d="M0 4h22" strokeWidth="2" strokeDasharray="5 2" />,
  bracket: <path d="M.5 2.5v3h21v-3" />,
  double: <path d="M0 2.5h22M0 5.5h22" />,
  points: <path d="M1 4h20" strokeWidth="2" strokeLinecap="round" strokeDasharray=".1 4" />,
  wave: <path d="M0 4q2.75-4 5.5 0t5.5 0 5.5 0 5.5 0" />,
}
