import { useEffect, useRef } from 'react'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/Icon'
import { Keycap } from '../../ui/Keycap'
import { isSwitchedOff, keysGiven, type KeyChoices } from '../key-map'
import { inSentence } from '../key-names'
import type { WindowCommand } from '../window-command'
import { isChanged } from './change-keys'
import { KeyChange } from './KeyChange'
import styles from './KeysDialog.module.css'

export interface KeyRowProps {
  readonly command: WindowCommand
  readonly commands: readonly WindowCommand[]
  readonly choices: KeyChoices
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  /** Keeps the keys of all commands, and says what was done. */
  readonly onChange: (keys: KeyChoices['keys'], words: string) => void
}

/** A command with its keys. Pressed, it asks for others. */
export function KeyRow(props: KeyRowProps) {
  const { command, choices, isOpen, onOpen } = props
  const keys = keysGiven(command, choices)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)

  // When the keys are there, or one thought better of it, one is back where one was.
  useEffect(() => {
    if (wasOpen.current && !isOpen && (document.activeElement ?? document.body) === document.body)
      button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  if (isOpen) return <KeyChange {...props} keys={keys} />
  const inWords = keys.length === 0 ? 'no key' : keys.map((each) => inSentence(each)).join(' or ')
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles['row']}
        aria-label={`${command.name}: ${inWords}`}
        title="Change the keys"
        onClick={() => onOpen(true)}
      >
        <span className={styles['name']}>
          {command.name}
          {isChanged(choices.keys, command) && (
            <span className={styles['changed']} title="Changed by you">
              changed
            </span>
          )}
        </span>
        {keys.length === 0 && <Icon name="plus" small />}
        {keys.map((each) => {
          const isOff = isSwitchedOff(command, each, choices)
          return (
            <span
              key={each}
              className={classes(styles['keys'], isOff && styles['off'])}
              title={isOff ? 'Off, with all keys of one letter' : undefined}
            >
              <Keycap keys={each} />
            </span>
          )
        })}
      </button>
    </li>
  )
}
