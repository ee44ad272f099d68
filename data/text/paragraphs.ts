import type { Article, Block, BlockType } from '../model/article'
import type { Span } from '../model/span'

/** One paragraph of the page: blocks that share their lines, as a dateline and the paragraph that it opens. */
export interface Paragraph extends Span {
  /** What the paragraph as a whole is: its last block. */
  readonly type: BlockType
  readonly parts: readonly Block[]
  /** Its lines were broken to a width in the file, and flow here. */
  readonly wrapped: boolean
  /** Counts the paragraphs of the report itself from 1; `null` for headline, captions and whatever else. */
  readonly number: number | null
}

const numbered: readonly BlockType[] = ['paragraph', 'quote', 'list']

/** The paragraphs of an article in text order. A line break between two blocks parts them. */
export function paragraphsOf({ text, blocks }: Pick<Article, 'text' | 'blocks'>): Paragraph[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const open = groups.at(-1)
    const before = open?.at(-1)
    if (open && before && !text.slice(before.end, block.start).includes('\n')) open.push(block)
    else groups.push([block])
  }
  let count = 0
  return groups.map((parts) => {
    const { type } = parts.at(-1)!
    const number = numbered.includes(type) ? ++count : null
    const wrapped = parts.some((part) => part.wrapped === true)
    return { start: parts[0]!.start, end: parts.at(-1)!.end, type, parts, wrapped, number }
  })
}

/** The index of the last paragraph that starts at or before `offset`; 0 before the first. */
export function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (paragraphs[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
