import type { Preferences } from '../../electron/ipc/preferences'
import { isForFields, isOneLetter, normalised } from './key-names'
import type { Mode } from '../state/state'
import { modesOf, type WindowCommand } from './window-command'

/** What of the preferences decides which keys do what. */
export type KeyChoices = Pick<Preferences, 'keys' | 'letterKeys'>

/** What has the focus when a key is pressed. */
export interface Place {
  /** Words are typed there. */
  readonly inField: boolean
  /** It is the article. */
  readonly inReader: boolean
  /** The screen that fills the window. */
  readonly mode: Mode
}

/**
 * Which commands each key may mean. Made once for a list of commands and the user's choices, so that a key press looks
 * at those of its key and no others.
 */
export interface KeyMap {
  /** In the order in which they are asked: those of the reader first. */
  readonly byKey: ReadonlyMap<string, readonly WindowCommand[]>
  /** The keys in force of each command, by its id. */
  readonly byCommand: ReadonlyMap<string, readonly string[]>
}

/** The keys that were given to a command: those it came with unless the user has said otherwise, in one way of writing. */
export function keysGiven(command: WindowCommand, { keys }: Pick<KeyChoices, 'keys'>): string[] {
  const chosen = Object.hasOwn(keys, command.id) ? keys[command.id] : undefined
  return [...new Set((chosen ?? command.keys).map(normalised).filter((each) => each !== null))]
}

/** Whether one of a command's keys does nothing because keys of one letter are switched off. */
export const isSwitchedOff = (
  command: WindowCommand,
  keys: string,
  { letterKeys }: Pick<KeyChoices, 'letterKeys'>,
): boolean => !letterKeys && !command.keepsLetters && isOneLetter(keys)

/** The keys that carry out a command now. */
export const keysInForce = (command: WindowCommand, choices: KeyChoices): string[] =>
  keysGiven(command, choices).filter((keys) => !isSwitchedOff(command, keys, choices))

export function makeKeyMap(commands: readonly WindowCommand[], choices: KeyChoices): KeyMap {
  const byKey = new Map<string, WindowCommand[]>()
  const byCommand = new Map<string, readonly string[]>()
  for (const command of commands) {
    const inForce = keysInForce(command, choices)
    byCommand.set(command.id, inForce)
    for (const keys of inForce) {
      const there = byKey.get(keys)
      if (there) there.push(command)
      else byKey.set(keys, [command])
    }
  }
  const last = ({ where }: WindowCommand) => (where === 'reader' ? 0 : 1)
  for (const [keys, there] of byKey)
    if (there.length > 1)
      byKey.set(
        keys,
        there.toSorted((a, b) => last(a) - last(b)),
      )
  return { byKey, byCommand }
}

/**
 * The command that a key press means; `null` for none. `pressed` is what was pressed in the ways in which it can be
 * read, likeliest first: the first with a command that counts here and can be done wins.
 */
export function commandFor(map: KeyMap, pressed: readonly string[], place: Place): WindowCommand | null {
  for (const keys of pressed)
    for (const command of map.byKey.get(keys) ?? [])
      if (counts(command, keys, place) && (command.can?.() ?? true)) return command
  return null
}

function counts(command: WindowCommand, keys: string, { inField, inReader, mode }: Place): boolean {
  const { where } = command
  if (!modesOf(command).includes(mode)) return false
  if (inField) return where === 'fields' && !isForFields(keys)
  return where !== 'reader' || inReader
}

/**
 * The other commands to which a key is given and that count on one of the same screens. The article is part of the
 * window, and the window has the fields: what counts in one place counts in the next, so any two of them meet somewhere.
 */
export const clashesOf = (
  command: WindowCommand,
  keys: string,
  commands: readonly WindowCommand[],
  choices: KeyChoices,
): WindowCommand[] =>
  commands
    .filter(({ id }) => id !== command.id)
    .filter((other) => keysGiven(other, choices).includes(keys))
    .filter((other) => modesOf(other).some((mode) => modesOf(command).includes(mode)))
