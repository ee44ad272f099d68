import type { BlockType } from '../../../data/model/article'
import type { Paragraph } from './paragraphs'
import { piecesOf } from './places'

/** Some paragraphs of an article, of which the first has the index `first`. */
export interface Section {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly first: number
}

const tags: Partial<Record<BlockType, string>> = { headline: 'h1', subhead: 'h2' }

/** An element of every kind of paragraph there was, to be copied. */
const kinds = new Map<string, HTMLElement>()

/**
 * The element of a section with its paragraphs. What a paragraph is shows in its element and class; its number stands
 * in `data-number`, its index in `data-paragraph`. Its children are its pieces: a text each, the dateline in an element.
 */
export function drawnSection({ text, paragraphs, first }: Section): HTMLElement {
  const section = document.createElement('section')
  for (const [i, paragraph] of paragraphs.entries())
    section.append(drawnParagraph(text, paragraph, first + i))
  return section
}

function drawnParagraph(text: string, paragraph: Paragraph, index: number): Element {
  const block = elementFor(paragraph)
  block.setAttribute('data-paragraph', String(index))
  if (paragraph.number !== null) block.setAttribute('data-number', String(paragraph.number))
  for (const { start, end, isDateline } of piecesOf(text, paragraph)) {
    const words = document.createTextNode(text.slice(start, end))
    block.append(isDateline ? datelineOf(words) : words)
  }
  return block
}

function elementFor({ type, wrapped }: Paragraph): HTMLElement {
  const className = `block ${type}${wrapped ? ' wrapped' : ''}`
  let kind = kinds.get(className)
  if (!kind) {
    kind = document.createElement(tags[type] ?? 'p')
    kind.className = className
    // Each paragraph has a direction of its own.
    kind.setAttribute('dir', 'auto')
    kinds.set(className, kind)
  }
  return document.importNode(kind)
}

function datelineOf(words: Text): Element {
  const dateline = document.createElement('span')
  dateline.className = 'dateline'
  dateline.append(words)
  return dateline
}
