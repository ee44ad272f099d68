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
 * The place of a point in the text, or between its elements: before a child it is where the child's text starts, after
 * the last child where its text ends. `null` for a point that is in no paragraph and has none below it.
 */
export function placeAt(node: Node, offset: number): Place | null {
  if (isText(node)) return placeIn(node, offset)
  const child = node.childNodes[offset]
  const text = child ? textAt(child, 'firstChild') : node.lastChild && textAt(node.lastChild, 'lastChild')
  return text && placeIn(text, child ? 0 : text.length)
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
