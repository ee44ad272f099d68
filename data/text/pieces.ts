import type { Span } from '../model/span'
import { endsInAbbreviation } from './abbreviations'
import { graphemeAt } from './graphemes'

/** About how many code units of a long block are read at once. */
export const PIECE = 8192

/**
 * A block in pieces of about 8,192 code units, for what reads a text sentence by sentence: none of them costs more
 * because its block is long. A piece ends between two sentences wherever a plain one ends near; most blocks are one
 * piece. Where the pieces lie depends on the block alone, so everybody who reads it sees the same sentences.
 */
export function piecesOf(text: string, block: Span): Span[] {
  const count = Math.max(1, Math.ceil((block.end - block.start) / PIECE))
  return Array.from({ length: count }, (_, i) => pieceOf(text, block, i)).filter(isFull)
}

/** The pieces of all blocks from the one with `offset` on, forwards or backwards, each found when it is asked for. */
export function* piecesFrom(
  text: string,
  blocks: readonly Span[],
  offset: number,
  step: 1 | -1,
): Generator<Span> {
  for (let b = blockAt(blocks, offset); b >= 0 && b < blocks.length; b += step) {
    const block = blocks[b]!
    const last = Math.max(0, Math.ceil((block.end - block.start) / PIECE) - 1)
    // A piece may start up to a piece later than its number says, so that before it is looked into as well.
    const near = Math.min(last, Math.max(0, Math.floor((offset - block.start) / PIECE)))
    const isHere = block.start <= offset && offset <= block.end
    const first = !isHere ? (step === 1 ? 0 : last) : step === 1 ? Math.max(0, near - 1) : near
    for (let i = first; i >= 0 && i <= last; i += step) {
      const piece = pieceOf(text, block, i)
      if (isFull(piece)) yield piece
    }
  }
}

/** The index of the last block that starts at or before `offset`; 0 before the first, -1 where there is none. */
export function blockAt(blocks: readonly Span[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return Math.min(low, blocks.length - 1)
}

const isFull = ({ start, end }: Span) => start < end

const pieceOf = (text: string, block: Span, i: number): Span => ({
  start: borderOf(text, block, i),
  end: borderOf(text, block, i + 1),
})

/** Where piece number `i` starts: at the first plain start of a sentence after `i` times 8,192, or else at a gap. */
function borderOf(text: string, { start, end }: Span, i: number): number {
  const from = start + i * PIECE
  if (i === 0) return start
  if (from >= end) return end
  const ahead = text.slice(from, Math.min(end, from + PIECE))
  for (const { 0: found, index } of ahead.matchAll(/[.!?]["”’»)]*\s+(?=["“‘«(]*\p{Lu})/gu)) {
    const at = from + index + found.length
    if (!endsInAbbreviation(text.slice(Math.max(start, at - 60), at), text.slice(at, at + 40))) return at
  }
  const gap = ahead.search(/\s\p{L}/u)
  return gap < 0 ? Math.min(end, graphemeAt(text, from).end) : from + gap + 1
}
