import type { Label } from '../../data/model/codebook'
import { classes } from './classes'
import styles from './LabelChip.module.css'

interface Props {
  readonly label: Pick<Label, 'name' | 'letter' | 'hue'> | undefined
  /** Filled: the tag is the selected one. */
  readonly full?: boolean
  /** Whether assistive technology reads the label's name here; not where the name stands beside it. */
  readonly named?: boolean
}

/** A label's letter in its hue. The letter carries the meaning, the hue repeats it. */
export const LabelChip = ({ label, full = false, named = false }: Props) => (
  <span
    className={classes(styles['chip'], full && styles['full'])}
    style={{ '--chip': label ? `var(--${label.hue}-ink, var(--ink-3))` : 'var(--ink-3)' }}
    {...(named && label ? { role: 'img', 'aria-label': label.name } : { 'aria-hidden': true })}
  >
    {label?.letter ?? '?'}
  </span>
)
