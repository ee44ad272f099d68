import { commandsIn, keyMapIn } from '../commands/commands-now'
import { modesOf } from '../commands/window-command'
import { store } from '../state/store'

/** Keys of one sign with which something else than tagging is done beside an article, so that no label gets one of them by itself. */
export function keptKeys(): string[] {
  const state = store.getState()
  const { byCommand } = keyMapIn(state)
  return commandsIn(state)
    .filter((command) => !command.id.startsWith('tag.label-') && modesOf(command).includes('read'))
    .flatMap(({ id }) => byCommand.get(id) ?? [])
    .filter((keys) => [...keys].length === 1)
}
