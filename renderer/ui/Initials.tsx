import { initialsOf } from '../../data/model/project'
import styles from './Initials.module.css'

interface Props {
  /** The person's name. */
  readonly of: string
  /** What is said of it to whoever points at it. */
  readonly title?: string
}

/** A person where there is no room for the name. */
export const Initials = ({ of, title }: Props) => (
  <span className={styles['initials']} title={title}>
    {initialsOf(of)}
  </span>
)
