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
