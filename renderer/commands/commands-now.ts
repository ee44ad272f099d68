import type { State } from '../state/state'
import { store, useShown } from '../state/store'
import { allCommands } from './all'
import { makeKeyMap, type KeyChoices, type KeyMap } from './key-map'
import type { WindowCommand } from './window-command'

type Decides = Pick<State, 'project' | 'preferences'>

const asDelivered: KeyChoices = { keys: {}, letterKeys: true }

/** Computes a value again only when one of its parts is another. */
function once<Parts extends readonly unknown[], T>(compute: (...parts: Parts) => T): (...parts: Parts) => T {
  let last: { readonly parts: Parts; readonly value: T } | null = null
  return (...parts) => {
    if (!last?.parts.every((part, i) => part === parts[i])) last = { parts, value: compute(...parts) }
    return last.value
  }
}

const listed = once(allCommands)
const mapped = once(
  (commands: readonly WindowCommand[], keys: KeyChoices['keys'], letterKeys: boolean): KeyMap =>
    makeKeyMap(commands, { keys, letterKeys }),
)

/** All commands as they are now. The same array until the codebook changes. */
export const commandsIn = ({ project }: Decides): readonly WindowCommand[] =>
  listed(project?.codebook ?? null)

/** What the user chose about keys; as delivered until that is known. */
export const choicesIn = ({ preferences }: Decides): KeyChoices => preferences ?? asDelivered

/** Which keys do what now. The same map until the commands or the user's choices change. */
export function keyMapIn(state: Decides): KeyMap {
  const { keys, letterKeys } = choicesIn(state)
  return mapped(commandsIn(state), keys, letterKeys)
}

export const commandNamed = (id: string): WindowCommand | undefined =>
  commandsIn(store.getState()).find((command) => command.id === id)

/** The first of the keys that carry out a command now, for the control that does the same; `undefined` when it has none. */
export const useKeys = (id: string): string | undefined =>
  useShown((state) => keyMapIn(state).byCommand.get(id)?.[0])
