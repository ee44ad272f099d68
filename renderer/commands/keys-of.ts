import { inWords, isMac } from './key-names'

/** What of a key press tells which keys those were. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'getModifierState'
>

/** Pressed to hold them, or to type something in several presses. */
const unfinished =
  /^(Control|Alt|AltGraph|Shift|Meta|OS|CapsLock|NumLock|ScrollLock|Fn|FnLock|Hyper|Super|Symbol|Dead|Process|Unidentified|Compose|)$/

/** What stands on a key of a keyboard with Latin letters, without Shift and with it. */
const signs: Readonly<Record<string, string>> = {
  BracketLeft: '[{',
  BracketRight: ']}',
  Semicolon: ';:',
  Quote: `'"`,
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Backslash: '\\|',
  Minus: '-_',
  Equal: '=+',
}

/**
 * What was pressed, as commands name it, likeliest first; nothing while a key is only held, or a character is being put
 * together (dead keys, input methods).
 *
 * First comes what the keyboard types: signs are found wherever the layout has them. Then, by its place, what the key
 * is on other layouts: a digit, so that the row of digits tags without Shift on a French keyboard, and `Shift+1` is
 * found where it types "!"; and the Latin letter or sign of a key that types Cyrillic, Greek, Hebrew or Arabic.
 */
export function pressed(event: Press, mac = isMac): readonly string[] {
  const { key, code } = event
  if (event.isComposing || unfinished.test(key)) return []
  // AltGr makes signs, and reads as Ctrl with Alt on Windows.
  const makesSign = event.getModifierState('AltGraph')
  const ctrl = (event.ctrlKey || event.metaKey) && !makesSign
  const alt = event.altKey && !makesSign
  const { shiftKey: shift } = event
  const typed = key === ' ' ? 'Space' : key
  // Where a digit is typed with Shift, as on a French keyboard, Shift only makes it.
  const found = [inWords(typed, { ctrl, alt, shift: shift && !/^[0-9]$/.test(key) })]

  const digit = /^Digit([0-9])$/.exec(code)?.[1]
  // Option types something else on a Mac, whatever stands on the key.
  const isElsewhere = (mac && alt) || /^(?!\p{Script=Latin})\p{L}$/u.test(key)
  const letter = isElsewhere ? /^Key([A-Z])$/.exec(code)?.[1] : undefined
  const sign = isElsewhere ? signs[code]?.[shift ? 1 : 0] : undefined
  const place = digit ?? letter ?? sign
  if (place !== undefined) found.push(inWords(place, { ctrl, alt, shift }))
  if (mac && alt && !ctrl && [...key].length === 1) found.push(inWords(key, { ctrl, alt: false, shift }))
  return [...new Set(found)]
}
