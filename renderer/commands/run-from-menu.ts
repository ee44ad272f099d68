import type { MenuCommand } from '../../electron/ipc/contract'
import { inField, isDialogOpen } from '../state/actions'
import { commandNamed } from './commands-now'

/** In a field words are taken back, and not tags. */
const fieldsOwn: { readonly [Command in MenuCommand]?: 'undo' | 'redo' } = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
}

/** Carries out what was chosen in the menu. A dialog has the window to itself, but for what its fields do, and for the look of all. */
export function runFromMenu(id: MenuCommand): void {
  const own = fieldsOwn[id]
  if (own !== undefined && inField()) return void document.execCommand(own)
  const command = commandNamed(id)
  const mayRun = id.startsWith('view.theme-') || !isDialogOpen()
  if (command && mayRun && (command.can?.() ?? true)) void command.run()
}
