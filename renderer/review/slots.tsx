import type { ReactNode } from 'react'
import { classes } from '../ui/classes'
import styles from './slots.module.css'

interface Props {
  readonly children: ReactNode
}

/** The places of the screen for review that a tab fills: the middle, and what it needs of the rest. */
export const ReviewMain = ({ children }: Props) => (
  <section className={styles['main']} data-pane>
    {children}
  </section>
)

/** Beside the names of the tabs, to the right. */
export const ReviewBarEnd = ({ children }: Props) => <div className={styles['bar-end']}>{children}</div>

interface SideProps extends Props {
  readonly at: 'left' | 'right'
  readonly label: string
}

/** A column over the whole height. */
export const ReviewSide = ({ at, label, children }: SideProps) => (
  <aside className={classes(styles['side'], styles[at])} aria-label={label} data-pane>
    {children}
  </aside>
)

interface EmptyProps extends Props {
  /** It stands under something else, within the margins of that. */
  readonly below?: boolean
}

/** What a tab says when it has nothing to show. */
export const ReviewEmpty = ({ children, below = false }: EmptyProps) => (
  <div className={classes(styles['empty'], below && styles['below'])}>{children}</div>
)
