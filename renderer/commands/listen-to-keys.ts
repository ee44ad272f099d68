import { inField, isDialogOpen } from '../state/actions'
import { allCommands } from './all'
import { keysOf } from './keys-of'
import type { WindowCommand } from './window-command'

/** Carries out commands by their keys until the returned function is called. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

/** A dialog keeps the keys to itself, and so does a field those that write. */
function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isDialogOpen()) return
  const pressed = keysOf(event)
  const at = event.target instanceof Element ? event.target : null
  const counts = ({ where, keys, can }: WindowCommand) =>
    keys.includes(pressed) && isPlace(where, at) && (can?.() ?? true)
  const found = allCommands().filter(counts)
  const command = found.find(({ where }) => where === 'reader') ?? found[0]
  if (!command) return
  event.preventDefault()
  void command.run()
}

function isPlace(where: WindowCommand['where'], at: Element | null): boolean {
  if (where === 'fields') return true
  if (inField(at)) return false
  return where === 'window' || at?.closest('[data-scroller] .page') != null
}
