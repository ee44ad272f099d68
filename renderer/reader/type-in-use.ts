const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'

/**
 * Words in every type that an article is usually set in: its text, its numbers and its letters in the margin. The browser
 * lets go of type that nothing is set in, and making it anew takes longer than laying out a screen of text.
 */
export function typeInUse(): HTMLElement {
  const paragraph = element('p', 'block paragraph', `${LETTERS} ${DIGITS} .,:;?!-–—“”‘’()`)
  paragraph.setAttribute('data-number', DIGITS)
  const letters = element('span', 'letter', `${LETTERS}?`)
  const more = element('span', 'letter more', `+${DIGITS}`)
  return element('div', '', element('div', 'text', paragraph), element('div', 'margin', letters, more))
}

function element(tag: string, className: string, ...content: (Element | string)[]): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.append(...content)
  return made
}
