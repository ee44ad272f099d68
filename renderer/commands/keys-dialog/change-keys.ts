import { clashesOf, keysGiven, type KeyChoices } from '../key-map'
import { normalised } from '../key-names'
import type { WindowCommand } from '../window-command'

type Keys = KeyChoices['keys']

/** As many as settings keep for one command. */
const MOST = 8

/** The choices with these keys for a command; nothing is kept for one that has what it came with. */
function withKeys(all: Keys, command: WindowCommand, keys: readonly string[]): Keys {
  const { [command.id]: _, ...rest } = all
  const own = command.keys.map(normalised)
  const isOwn = own.length === keys.length && own.every((each, i) => each === keys[i])
  return isOwn ? rest : { ...rest, [command.id]: keys.slice(0, MOST) }
}

/**
 * Gives keys to a command, in place of those that it has or beside them, and takes them from every other command, so that
 * they mean one thing.
 */
export function given(
  all: Keys,
  command: WindowCommand,
  keys: string,
  how: 'instead' | 'beside',
  commands: readonly WindowCommand[],
): Keys {
  const choices = { keys: all, letterKeys: true }
  const before = how === 'beside' ? keysGiven(command, choices).filter((each) => each !== keys) : []
  const own = withKeys(all, command, [...before, keys])
  return clashesOf(command, keys, commands, choices).reduce((next, other) => removed(next, other, keys), own)
}

/** Takes one of its keys from a command. */
export const removed = (all: Keys, command: WindowCommand, keys: string): Keys =>
  withKeys(
    all,
    command,
    keysGiven(command, { keys: all }).filter((each) => each !== keys),
  )

/** Gives a command the keys that it came with again, and takes them from those that have them meanwhile. */
export const asDelivered = (all: Keys, command: WindowCommand, commands: readonly WindowCommand[]): Keys => {
  const { [command.id]: _, ...rest } = all
  const own = keysGiven(command, { keys: {} })
  // Only from commands to which the user gave them: two may have come with the same key, for different moments.
  const takers = commands.filter(({ id }) => id !== command.id && Object.hasOwn(rest, id))
  return own.reduce((next, keys) => takers.reduce((keys1, taker) => removed(keys1, taker, keys), next), rest)
}

export const isChanged = (all: Keys, { id }: WindowCommand): boolean => Object.hasOwn(all, id)
