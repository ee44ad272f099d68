import type { Place } from './places'

/** A point of the DOM, as ranges and selections have them. */
export interface DomPoint {
  readonly node: Text
  readonly offset: number
}

/** The text node of a place in its paragraph's element. */
export function pointIn(block: Element, { piece, at }: Place): DomPoint {
  const child = block.childNodes[piece]
  const node = child && textAt(child, 'firstChild')
  if (!node) throw new Error('a piece of the article is not on the page')
  return { node, offset: at }
}

/**
 * The place of a point in the text, or between its elements: where the text of what follows starts, or after the last
 * child where the text before it ends. Passes over children without text: Lexical puts anchors of its own beside what
 * draws itself. `null` for a point that is in no paragraph and has none beside it.
 */
export function placeAt(node: Node, offset: number): Place | null {
  if (isText(node)) return placeIn(node, offset)
  for (let child = node.childNodes[offset] ?? null; child; child = child.nextSibling) {
    const text = textAt(child, 'firstChild')
    if (text) return placeIn(text, 0)
  }
  for (let child = node.lastChild; child; child = child.previousSibling) {
    const text = textAt(child, 'lastChild')
    if (text) return placeIn(text, text.length)
  }
  return null
}

function textAt(from: Node, edge: 'firstChild' | 'lastChild'): Text | null {
  let node: Node | null = from
  while (node && !isText(node)) node = node[edge]
  return node
}

const isText = (node: Node): node is Text => node.nodeType === 3

function placeIn(text: Text, at: number): Place | null {
  const block = text.parentElement?.closest('[data-paragraph]')
  if (!block) return null
  let child: Node = text
  while (child.parentNode !== block) child = child.parentNode!
  let piece = 0
  for (let before = child.previousSibling; before; before = before.previousSibling) piece++
  return { paragraph: Number(block.getAttribute('data-paragraph')), piece, at }
}
