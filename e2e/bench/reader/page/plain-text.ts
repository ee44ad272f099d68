import type { Span } from '../../../../data/model/span'
import { paragraphAt } from '../../../../renderer/reader/text/paragraphs'
import type { ReaderWorkload } from '../reader-workload'

/**
 * The article as plain paragraphs, each with the line break that follows it, so that the text nodes of `root` one
 * after the other are the text.
 */
export function putParagraphs(root: HTMLElement, { text, paragraphs }: ReaderWorkload): void {
  const elements = paragraphs.map(({ start }, i) => {
    const element = document.createElement('p')
    element.textContent = text.slice(start, paragraphs[i + 1]?.start)
    return element
  })
  root.append(...elements)
}

/** A span in paragraphs that have one text node each. */
export function rangeInParagraphs(
  nodes: readonly Node[],
  paragraphs: readonly Span[],
  { start, end }: Span,
): Range {
  const [first, last] = [paragraphAt(paragraphs, start), paragraphAt(paragraphs, end - 1)]
  const range = new Range()
  range.setStart(nodes[first]!, start - paragraphs[first]!.start)
  range.setEnd(nodes[last]!, end - paragraphs[last]!.start)
  return range
}

/** A span in whatever text nodes lie below `root`; a line break element counts as a character. */
export function rangeByWalk(root: Node, { start, end }: Span): Range {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const range = new Range()
  let passed = 0
  let isStarted = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeName === 'BR' ? 1 : node instanceof Text ? node.data.length : 0
    if (node instanceof Text) {
      if (!isStarted && passed + length > start) {
        range.setStart(node, start - passed)
        isStarted = true
      }
      if (isStarted && passed + length >= end) {
        range.setEnd(node, end - passed)
        return range
      }
    }
    passed += length
  }
  throw new Error(`The page has no characters ${start} to ${end}.`)
}
