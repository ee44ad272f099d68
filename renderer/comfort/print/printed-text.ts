import type { Span } from '../../../data/model/span'
import type { MeasuredText } from '../../reader/drawing/measure'
import type { Paragraph } from '../../reader/text/paragraphs'

/** A line as it is printed: where it is in the article's text, and what of that shows. */
export interface PrintedLine extends Span {
  readonly words: string
}

/** Lines of one paragraph that stand together on a page, in one element. */
export interface Fragment extends Paragraph {
  /** Its first line is the paragraph's. */
  readonly isFirst: boolean
  readonly lines: readonly PrintedLine[]
}

/** The words of a line: without white space at its end, and with a hyphen where the browser would put one. */
export function wordsOf(text: string, { start, end }: Span, isLast: boolean): string {
  const words = text.slice(start, end).replace(/\s/gu, ' ').trimEnd()
  return !isLast && words.endsWith('\u00AD') ? `${words.slice(0, -1)}-` : words
}

/**
 * The article's text as it stands on the pages, for the measuring of tags: each fragment is what a paragraph is to
 * the reader. Its element holds one text, the lines parted by line breaks. Offsets are UTF-16 code units.
 */
export class PrintedText implements MeasuredText {
  readonly text: string
  readonly paragraphs: readonly Fragment[]
  readonly passages: MeasuredText['passages'] = {
    paragraph: (fragment) => fragment,
    span: (fragment) => this.paragraphs[fragment]!,
    isPart: () => false,
  }
  readonly #blocks: readonly HTMLElement[]

  /** `blocks` holds a fragment's element at its index. */
  constructor(text: string, fragments: readonly Fragment[], blocks: readonly HTMLElement[]) {
    this.text = text
    this.paragraphs = fragments
    this.#blocks = blocks
  }

  block(fragment: number): HTMLElement {
    return this.#blocks[fragment]!
  }

  /** The words of a span as a DOM range, in the fragment in which the span starts. */
  rangeOf({ start, end }: Span, range: Range = new Range()): Range {
    const i = this.#fragmentAt(start)
    const node = this.#blocks[i]!.firstChild!
    const place = placeIn(this.paragraphs[i]!)
    const from = place(start)
    range.setStart(node, from)
    range.setEnd(node, Math.max(from, place(end)))
    return range
  }

  #fragmentAt(offset: number): number {
    let [low, high] = [0, this.paragraphs.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.paragraphs[middle]!.start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** From offsets of the article to places in the text of a fragment's element. */
function placeIn({ lines }: Fragment): (offset: number) => number {
  return (offset) => {
    let before = 0
    for (const [i, { start, end, words }] of lines.entries()) {
      if (offset < end || i === lines.length - 1)
        return before + Math.min(Math.max(offset - start, 0), words.length)
      before += words.length + 1
    }
    return 0
  }
}
