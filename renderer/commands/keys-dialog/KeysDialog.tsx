import { useMemo, useState } from 'react'
import { closeDialog, prefer } from '../../state/actions'
import { useShown } from '../../state/store'
import { Button, IconButton } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Modal } from '../../ui/Modal'
import { choicesIn, commandsIn } from '../commands-now'
import type { KeyChoices } from '../key-map'
import { inSentence, isForFields } from '../key-names'
import { pressed } from '../keys-of'
import { groupsFor } from './found'
import { KeyRow } from './KeyRow'
import { classes } from '../../ui/classes'
import fields from '../../ui/fields.module.css'
import styles from './KeysDialog.module.css'

/** All commands with their keys, to be read, printed and changed. */
export function KeysDialog() {
  const commands = useShown(commandsIn)
  const choices = useShown(choicesIn)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [before, setBefore] = useState<KeyChoices['keys'] | null>(null)
  const groups = useMemo(() => groupsFor(commands, typed, choices), [commands, typed, choices])
  const isAsDelivered = Object.keys(choices.keys).length === 0

  const change = (keys: KeyChoices['keys'], words: string) => {
    prefer({ keys })
    setSaid(words)
    setBefore(null)
    setOpen(null)
  }
  const restoreAll = () => {
    change({}, 'All commands have the keys that they came with.')
    setBefore(choices.keys)
  }

  return (
    <Modal
      title="Keys"
      size="full"
      onClose={closeDialog}
      foot={
        <>
          <label className={styles['switch']}>
            <input
              type="checkbox"
              checked={choices.letterKeys}
              onChange={(event) => prefer({ letterKeys: event.target.checked })}
            />
            Keys of one letter
            <span className={styles['about']}>
              {choices.letterKeys
                ? 'work wherever nothing is typed'
                : 'are off; those of labels still tag selected words'}
            </span>
          </label>
          <span className={styles['said']} aria-live="polite">
            {said}
          </span>
          {before !== null && (
            <Button look="bare" onClick={() => change(before, 'Your keys are back.')}>
              Undo
            </Button>
          )}
          <Button onClick={() => print()}>Print…</Button>
          <Button
            unless={isAsDelivered && 'All commands have the keys that they came with.'}
            onClick={restoreAll}
          >
            Restore all keys
          </Button>
          <Button look="first" keys="Escape" onClick={closeDialog}>
            Close
          </Button>
        </>
      }
    >
      <div className={classes(fields['seek'], styles['find'])}>
        <Icon name="search" />
        <input
          type="text"
          role="searchbox"
          aria-label="Command, or press its keys"
          placeholder="Command, or press its keys"
          autoFocus
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            // Keys that one cannot type with are looked for; the others are typed.
            const [keys] = pressed(event.nativeEvent)
            if (keys === undefined || isForFields(keys)) return
            event.preventDefault()
            setTyped(inSentence(keys))
          }}
        />
        {typed !== '' && (
          <IconButton icon="close" label="Show all commands" small onClick={() => setTyped('')} />
        )}
      </div>
      {/* It can be scrolled by key. */}
      <div className={styles['sheet']} data-keys-sheet tabIndex={-1}>
        {groups.length === 0 && (
          <p className={styles['none']}>No command is called anything like that, or has these keys.</p>
        )}
        <div className={styles['columns']}>
          {groups.map(({ title, commands: listed }) => (
            <section key={title} className={styles['group']} aria-labelledby={`keys-of-${title}`}>
              <h2 id={`keys-of-${title}`}>{title}</h2>
              <ul>
                {listed.map((command) => (
                  <KeyRow
                    key={command.id}
                    command={command}
                    commands={commands}
                    choices={choices}
                    isOpen={open === command.id}
                    onOpen={(isOpen) => setOpen(isOpen ? command.id : null)}
                    onChange={change}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Modal>
  )
}
