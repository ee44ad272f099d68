import { commandsIn, keyMapIn } from '../commands/commands-now'
import { store } from '../state/store'

/** Keys of one sign with which something else than tagging is done now, so that no label gets one of them by itself. */
export function keptKeys(): string[] {
  const state = store.getState()
  const { byCommand } = keyMapIn(state)
  return commandsIn(state)
    .filter(({ id }) => !id.startsWith('tag.label-'))
    .flatMap(({ id }) => byCommand.get(id) ?? [])
    .filter((keys) => [...keys].length === 1)
}
