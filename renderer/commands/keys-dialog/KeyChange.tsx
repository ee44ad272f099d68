import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../ui/Button'
import { clashesOf } from '../key-map'
import { inSentence } from '../key-names'
import { pressed } from '../keys-of'
import type { WindowCommand } from '../window-command'
import { asDelivered, given, isChanged, removed } from './change-keys'
import type { KeyRowProps } from './KeyRow'
import { refusal } from './refusal'
import styles from './KeysDialog.module.css'

/** What stands in the way of keys that were pressed. */
type Hitch =
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'clash'; readonly keys: string; readonly others: readonly WindowCommand[] }

/** Waits for the new keys of a command, names a clash at once with a way out, and offers what else can be done. */
export function KeyChange(props: KeyRowProps & { readonly keys: readonly string[] }) {
  const { command, commands, choices, keys: now, onOpen, onChange } = props
  const [how, setHow] = useState<'instead' | 'beside'>('instead')
  const [hitch, setHitch] = useState<Hitch | null>(null)
  const { name } = command

  const give = (keys: string) =>
    onChange(given(choices.keys, command, keys, how, commands), `“${name}” is ${inSentence(keys)} now.`)

  const press = (event: KeyboardEvent) => {
    // Tab leads on to the buttons, and Escape leaves the row and not the dialog.
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onOpen(false)
    const readings = pressed(event.nativeEvent)
    const [likeliest] = readings
    if (likeliest === undefined) return
    // Of the ways to read a key, the one in which a command has it: Shift+1, where that types "!".
    const others = (keys: string) => clashesOf(command, keys, commands, choices)
    const keys = readings.find((each) => now.includes(each) || others(each).length > 0) ?? likeliest
    const why = refusal(keys, command)
    if (why !== null) setHitch({ is: 'refused', why })
    else if (others(keys).length > 0) setHitch({ is: 'clash', keys, others: others(keys) })
    else give(keys)
  }

  return (
    <li className={styles['open']}>
      <label className={styles['asking']}>
        <span className={styles['name']}>{name}</span>
        <input
          type="text"
          readOnly
          autoFocus
          className={styles['press']}
          aria-label={`New keys for ${name}`}
          value={how === 'beside' ? 'Press the second keys' : 'Press the new keys'}
          onKeyDown={press}
        />
      </label>
      <div aria-live="assertive">
        {hitch?.is === 'refused' && <p className={styles['hitch']}>{hitch.why} Press others.</p>}
        {hitch?.is === 'clash' && (
          <p className={styles['hitch']}>
            {inSentence(hitch.keys)} is {hitch.others.map((other) => `“${other.name}”`).join(' and ')}. Use it
            here instead?{' '}
            <button type="button" className={styles['link']} onClick={() => give(hitch.keys)}>
              Use it here
            </button>{' '}
            or press others.
          </p>
        )}
      </div>
      <div className={styles['ways']}>
        {now.length > 0 && how === 'instead' && (
          <Button look="bare" onClick={() => setHow('beside')}>
            Add a second key
          </Button>
        )}
        {now.map((each) => (
          <Button
            key={each}
            look="bare"
            onClick={() =>
              onChange(removed(choices.keys, command, each), `“${name}” is not ${inSentence(each)} any more.`)
            }
          >
            Remove {inSentence(each)}
          </Button>
        ))}
        {isChanged(choices.keys, command) && (
          <Button
            look="bare"
            onClick={() =>
              onChange(
                asDelivered(choices.keys, command, commands),
                `“${name}” has the keys that it came with.`,
              )
            }
          >
            Back to {command.keys.map((each) => inSentence(each)).join(', ') || 'no key'}
          </Button>
        )}
        <Button look="bare" onClick={() => onOpen(false)}>
          Leave it
        </Button>
      </div>
    </li>
  )
}
