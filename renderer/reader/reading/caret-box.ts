import { graphemeAt } from '../../../data/text/graphemes'
import { isTurned } from '../text/direction'
import type { TextView } from '../text/text-view'

/** Where a caret stands, in CSS pixels of the window. */
export interface CaretBox {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/**
 * Where the caret at an offset stands. A range of no length gives nothing where a line breaks, or the wrong line, so
 * the characters beside the offset are asked: the caret stands where the one after it starts, at its right where it is
 * read from the right. Where a line breaks at the offset that is the start of the next line; with `before` it is the
 * end of the line above, as after the End key. `null` when the text there is not laid out.
 */
export function caretBoxAt(text: TextView, offset: number, before = false): CaretBox | null {
  const { start, end } = text.paragraphs[text.paragraphAt(offset)]!
  const at = Math.min(Math.max(offset, start), end)
  const next = at < end ? boxOf(text, at, Math.min(graphemeAt(text.text, at).end, end), 'first') : null
  const last =
    at > start ? boxOf(text, Math.max(graphemeAt(text.text, at - 1).start, start), at, 'last') : null
  if (next && last && !before && isOneLine(next, last)) {
    if (Math.abs(next.left - last.right) < 1) return caret(next, next.left)
    if (Math.abs(next.right - last.left) < 1) return caret(next, next.right)
  }
  const isAfter = last !== null && (before || next === null)
  const beside = isAfter ? last : next
  if (!beside) return emptyBox(text, at)
  const character = isAfter ? graphemeAt(text.text, at - 1).start : at
  const turned = isReadFromTheRight(text, character)
  return caret(beside, isAfter === turned ? beside.left : beside.right)
}

const caret = ({ top, bottom }: DOMRect, x: number): CaretBox => ({ x, top, bottom })

const isOneLine = (a: DOMRect, b: DOMRect): boolean => a.top < b.bottom && b.top < a.bottom

/** The box of a character that has a width; `null` for one that a break of the line has swallowed. */
function boxOf(text: TextView, start: number, end: number, which: 'first' | 'last'): DOMRect | null {
  const boxes = [...text.rangeOf({ start, end }).getClientRects()].filter(({ width }) => width > 0)
  return (which === 'first' ? boxes[0] : boxes.at(-1)) ?? null
}

/** Whether the character at an offset is read from the right; a sign or a space is as its paragraph. */
function isReadFromTheRight(text: TextView, offset: number): boolean {
  const { start, end } = graphemeAt(text.text, offset)
  const character = text.text.slice(start, end)
  if (isTurned(character)) return true
  if (/[\p{L}\p{N}]/u.test(character)) return false
  return isFromTheRight(text, offset)
}

/** Whether the paragraph of an offset is read from right to left. */
export const isFromTheRight = (text: TextView, offset: number): boolean =>
  getComputedStyle(text.block(text.paragraphAt(offset))).direction === 'rtl'

function emptyBox(text: TextView, offset: number): CaretBox | null {
  const { left, top, bottom, height } = text.rangeOf({ start: offset, end: offset }).getBoundingClientRect()
  return height === 0 ? null : { x: left, top, bottom }
}
