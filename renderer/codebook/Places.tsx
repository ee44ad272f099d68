import { IconButton } from '../ui/Button'
import styles from './Form.module.css'

interface Props {
  readonly of: readonly { readonly id: string }[]
  readonly id: string
  readonly move: (by: 1 | -1) => void
  /** What is moved, where it is not the one of the form. */
  readonly name?: string
}

/** Moves something among others. */
export function Places({ of, id, move, name }: Props) {
  const at = of.findIndex((each) => each.id === id)
  const what = name === undefined ? '' : ` “${name}”`
  return (
    <span className={styles['pair']}>
      <IconButton
        icon="up"
        small
        label={`Move${what} up`}
        unless={at <= 0 && 'It is the first.'}
        onClick={() => move(-1)}
      />
      <IconButton
        icon="down"
        small
        label={`Move${what} down`}
        unless={at === of.length - 1 && 'It is the last.'}
        onClick={() => move(1)}
      />
    </span>
  )
}
