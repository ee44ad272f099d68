/**
 * Keys in words, as commands, settings and messages have them: "Ctrl+Shift+Z". What is held comes first, in the order
 * Ctrl, Alt, Shift; then one key: a letter as its capital, a sign as itself (`+` too: "Ctrl++"), any other by its name
 * in `KeyboardEvent.key` ("ArrowUp", "F1"), and "Space". With a sign Shift is not told, since it only makes the sign.
 * On a Mac the command key is Ctrl.
 */

const held = ['Ctrl', 'Alt', 'Shift'] as const

/** Other words for the same, in lower case, as people and other programs write them. */
const synonyms: Readonly<Record<string, string>> = {
  control: 'Ctrl',
  cmd: 'Ctrl',
  command: 'Ctrl',
  cmdorctrl: 'Ctrl',
  meta: 'Ctrl',
  option: 'Alt',
  esc: 'Escape',
  del: 'Delete',
  ins: 'Insert',
  return: 'Enter',
  plus: '+',
  ' ': 'Space',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  'page up': 'PageUp',
  'page down': 'PageDown',
  menu: 'ContextMenu',
}

const named: readonly string[] = (
  'ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown ' +
  'Escape Enter Tab Space Backspace Delete Insert ContextMenu Pause ' +
  'F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24'
).split(' ')

const canonical = new Map<string, string>([
  ...[...held, ...named].map((name): [string, string] => [name.toLowerCase(), name]),
  ...Object.entries(synonyms),
])

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key)
const isDigit = (key: string): boolean => /^[0-9]$/.test(key)
/** One character that is typed, and not the name of a key. */
const isOne = (key: string): boolean => [...key].length === 1

/** A letter as its capital, where that is one character too. */
const capital = (letter: string): string => (isOne(letter.toUpperCase()) ? letter.toUpperCase() : letter)

/** "Ctrl+Shift+Z" gives its parts: "Ctrl", "Shift", "Z". */
export const partsOf = (keys: string): string[] => keys.split(/(?<=.)\+(?=.)/su)

/** The one key that is pressed while others are held: "Z" of "Ctrl+Shift+Z". */
export const lastOf = (keys: string): string => partsOf(keys).at(-1) ?? keys

/** One way to write keys, whoever wrote them: "shift+ctrl+z" gives "Ctrl+Shift+Z". `null` when they name no key. */
export function normalised(keys: string): string | null {
  const parts = partsOf(keys).map((part) => {
    const trimmed = part.trim() || part.slice(0, 1)
    return canonical.get(trimmed.toLowerCase()) ?? trimmed
  })
  const key = parts.pop()
  if (key === undefined || held.some((name) => name === key)) return null
  if (!parts.every((part) => held.some((name) => name === part))) return null
  if (!named.includes(key) && (!isOne(key) || /[\s\p{C}]/u.test(key))) return null
  return inWords(key, {
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  })
}

/** Puts together what is held and what is pressed. */
export function inWords(
  key: string,
  { ctrl, alt, shift }: { readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean },
): string {
  const hasShift = shift && (!isOne(key) || isLetter(key) || isDigit(key))
  return [ctrl && 'Ctrl', alt && 'Alt', hasShift && 'Shift', isLetter(key) ? capital(key) : key]
    .filter(Boolean)
    .join('+')
}

/**
 * Whether the keys are one letter, digit or sign with nothing held but Shift, which is what somebody who dictates or
 * whose hand slips presses by chance (WCAG 2.1.4).
 */
export const isOneLetter = (keys: string): boolean => !/^(Ctrl|Alt)\+./u.test(keys) && isOne(lastOf(keys))

/** What fields do with keys themselves besides typing: moving, deleting, the clipboard, taking back. */
const editing =
  /^(Ctrl\+)?(Alt\+)?(Shift\+)?(Arrow\w+|Home|End|Page\w+|Backspace|Delete|Enter|Escape|Tab|Space)$/
const clipboard = /^Ctrl\+(Shift\+)?[ACVXYZ]$/

/** Whether a field in which words are typed needs the keys itself. */
export const isForFields = (keys: string): boolean =>
  isOneLetter(keys) || editing.test(keys) || clipboard.test(keys)

export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

const short: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  Insert: 'Ins',
  PageUp: 'Page up',
  PageDown: 'Page down',
  ContextMenu: 'Menu',
}
const onMac: Readonly<Record<string, string>> = {
  Ctrl: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Delete: '⌦',
  Backspace: '⌫',
}
const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** What stands on the key of a keyboard: "Esc", "↑"; on a Mac its own signs. */
export const capOf = (part: string, mac = isMac): string =>
  (mac ? onMac[part] : undefined) ?? short[part] ?? arrows[part] ?? part

/** Keys in a sentence or a tooltip: "Ctrl+Shift+Z"; on a Mac "Cmd+Shift+Z". */
export const inSentence = (keys: string, mac = isMac): string =>
  partsOf(keys)
    .map((part) => (mac && part === 'Ctrl' ? 'Cmd' : (short[part] ?? arrows[part] ?? part)))
    .join('+')

/** Keys as `aria-keyshortcuts` takes them: "Control+Shift+Z". */
export const forAria = (keys: string, mac = isMac): string =>
  partsOf(keys)
    .map((part) => (part === 'Ctrl' ? (mac ? 'Meta' : 'Control') : part === '+' ? 'Plus' : part))
    .join('+')
