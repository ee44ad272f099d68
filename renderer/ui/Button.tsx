import type { ComponentProps, ReactNode, Ref } from 'react'
import { forAria, inSentence } from '../commands/key-names'
import { classes } from './classes'
import { Icon, type IconName } from './Icon'
import { Keycap } from './Keycap'
import styles from './Button.module.css'

type Native = Omit<ComponentProps<'button'>, 'type' | 'className' | 'disabled'>

interface Props extends Native {
  readonly children: ReactNode
  /** `first`: what one most likely wants. `bare`: without a frame. */
  readonly look?: 'plain' | 'first' | 'bare'
  /** The keys that do the same; of a command, those in force (`useKeys`). */
  readonly keys?: string | undefined
  /** Why it cannot be pressed now; it stays reachable, so that the reason can be read. */
  readonly unless?: string | false
}

/** A button with words, a verb first. */
export function Button({ children, look = 'plain', keys, unless, title, onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type="button"
      className={classes(styles['button'], styles[look])}
      aria-disabled={unless ? true : undefined}
      aria-keyshortcuts={keys === undefined ? undefined : forAria(keys)}
      title={unless || title}
      onClick={unless ? undefined : onClick}
    >
      {children}
      {keys !== undefined && <Keycap keys={keys} />}
    </button>
  )
}

interface IconProps extends Native {
  readonly icon: IconName
  /** Its name, and its tooltip. */
  readonly label: string
  readonly keys?: string | undefined
  readonly unless?: string | false
  readonly small?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with an icon only, named for the tooltip and for assistive technology. */
export function IconButton({ icon, label, keys, unless, small = false, onClick, ...rest }: IconProps) {
  return (
    <button
      {...rest}
      type="button"
      className={classes(styles['icon'], small && styles['small'])}
      aria-label={label}
      aria-disabled={unless ? true : undefined}
      aria-keyshortcuts={keys === undefined ? undefined : forAria(keys)}
      title={unless || (keys === undefined ? label : `${label} (${inSentence(keys)})`)}
      onClick={unless ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
