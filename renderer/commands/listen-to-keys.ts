import { inField, isDialogOpen } from '../state/actions'
import { store } from '../state/store'
import { keyMapIn } from './commands-now'
import { commandFor } from './key-map'
import { pressed } from './keys-of'
import type { CommandGroup } from './window-command'

/** Carries out commands by their keys until the returned function is called. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

/** A dialog keeps the keys to itself, and so does a field those that write. */
function press(event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  const map = keyMapIn(store.getState())
  const keys = pressed(event).filter((each) => map.byKey.has(each))
  const at = event.target instanceof Element ? event.target : null
  if (keys.length === 0 || isDialogOpen(at)) return
  const inReader = at?.closest('[data-scroller] .page') != null
  const command = commandFor(map, keys, {
    inField: inField(at),
    inReader,
    mode: store.getState().mode,
  })
  if (!command) return
  event.preventDefault()
  // A key that is held goes on and on, selects more or undoes more, and changes no tag again and again.
  if (event.repeat && changesTags.has(command.group)) return
  void command.run()
}

const changesTags: ReadonlySet<CommandGroup> = new Set(['Tag', 'Link', 'Decide'])
