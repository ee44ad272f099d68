import { inSentence, isMac, lastOf, normalised } from '../key-names'
import type { WindowCommand } from '../window-command'

/** What the system and the menu do with keys whatever has the focus, in the words of "… does that". */
const theirs: readonly (readonly [keys: RegExp, does: string])[] = [
  [/(^|\+)Tab$/, 'goes from one control to the next'],
  [/(^|\+)Escape$/, 'ends and closes what is open'],
  [/^Ctrl\+C$/, 'copies'],
  [/^Ctrl\+X$/, 'cuts'],
  [/^Ctrl\+V$/, 'pastes'],
  [/^Ctrl\+A$/, 'selects everything'],
  [/^(Ctrl\+Q|Alt\+F4)$/, 'ends the program'],
  [/^F10$/, 'opens the menu'],
  [/^F11$/, 'fills the screen'],
  [/^Ctrl\+(Alt\+)?Delete$/, 'belongs to the system'],
]

const onMac: typeof theirs = [
  [/^Ctrl\+W$/, 'closes the window'],
  [/^Ctrl\+[HM]$/, 'hides the window'],
  [/^Ctrl\+Space$/, 'belongs to the system'],
]

/** Keys that lists, buttons and fields need everywhere but in the article. */
const inControls = /^(Shift\+)?(Arrow\w+|Home|End|PageUp|PageDown|Enter|Space|Backspace)$/

/** Why a command cannot be given these keys; `null` when it can. It may always have those that it came with. */
export function refusal(keys: string, command: WindowCommand, mac = isMac): string | null {
  if (command.keys.some((own) => normalised(own) === keys)) return null
  const does = [...theirs, ...(mac ? onMac : [])].find(([taken]) => taken.test(keys))?.[1]
  if (does !== undefined) return `${inSentence(keys, mac)} ${does}.`
  if (command.where !== 'reader' && inControls.test(keys))
    return `${inSentence(lastOf(keys), mac)} is needed in lists, buttons and fields.`
  return null
}
