import {
  deleteSelected,
  chooseArticles,
  find,
  inField,
  isDialogOpen,
  newProject,
  openDialog,
  openProject,
} from '../state/actions'
import { redo, selectNext, toggleInspector, toggleLibrary, undo } from '../state/actions'
import { store } from '../state/store'

interface Shortcut {
  /** "Ctrl+Shift+Z": modifiers in this order, then the key as `KeyboardEvent.key` has it. */
  readonly keys: string
  readonly run: () => unknown
  /** Also where words are typed. */
  readonly inFields?: boolean
}

const inProject = (run: () => unknown) => () => {
  if (store.getState().project) void run()
}

/** The keys that work everywhere in the window. Those of the reader are with the reader. */
const shortcuts: readonly Shortcut[] = [
  { keys: 'Ctrl+N', run: newProject, inFields: true },
  { keys: 'Ctrl+O', run: openProject, inFields: true },
  { keys: 'Ctrl+I', run: inProject(() => chooseArticles('files')), inFields: true },
  { keys: 'Ctrl+E', run: inProject(() => openDialog('export')), inFields: true },
  { keys: 'Ctrl+B', run: inProject(toggleLibrary), inFields: true },
  { keys: 'Ctrl+Shift+B', run: inProject(toggleInspector), inFields: true },
  { keys: 'Ctrl+Z', run: inProject(undo) },
  { keys: 'Ctrl+Shift+Z', run: inProject(redo) },
  { keys: 'Ctrl+Y', run: inProject(redo) },
  { keys: '/', run: inProject(find) },
  { keys: 'J', run: inProject(() => selectNext(1)) },
  { keys: 'K', run: inProject(() => selectNext(-1)) },
  { keys: 'Delete', run: inProject(deleteSelected) },
  { keys: 'F6', run: () => nextPane(1), inFields: true },
  { keys: 'Shift+F6', run: () => nextPane(-1), inFields: true },
]

/** Carries out the shortcuts until the returned function is called. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

/** A dialog keeps the keys to itself, and so does a field those that write. */
function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isDialogOpen()) return
  const pressed = keysOf(event)
  const shortcut = shortcuts.find(({ keys }) => keys === pressed)
  const at = event.target instanceof Element ? event.target : null
  if (!shortcut || (!shortcut.inFields && inField(at))) return
  event.preventDefault()
  void shortcut.run()
}

/** "Ctrl+Shift+Z". On a Mac the command key counts as Ctrl. Shift is left out where it only makes the sign. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const { key } = event
  const isLetter = /^\p{L}$/u.test(key)
  const isSign = key.length === 1 && !isLetter
  return [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && !isSign && 'Shift',
    isLetter ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join('+')
}

/** Moves the focus to the next of the panes on screen, to what one works with there. */
function nextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes.at((at + step + panes.length) % panes.length)
  const inside =
    pane?.querySelector<HTMLElement>('[data-pane-focus]') ??
    pane?.querySelector<HTMLElement>('[tabindex="0"]:not([role=separator]), input, button')
  inside?.focus()
}
