import type { ParagraphDrawing } from './paragraph-drawing'
import type { DrawnTag } from './tag-index'

/** How near to a line a point counts as on it, in pixels. */
const NEAR = 2
/** How far from its baseline a tag's line can run, in pixels. */
const FAR = 40

/** The tag whose line runs nearest to a point of the page, in its pixels; `null` when none does within 2 px. */
export function lineAt(
  drawings: Iterable<Pick<ParagraphDrawing, 'lines' | 'top'>>,
  x: number,
  y: number,
): DrawnTag | null {
  let nearest: DrawnTag | null = null
  let least = Infinity
  for (const { lines, top: from } of drawings) {
    const top = y - from
    if (lines.length === 0 || top < lines[0]!.base - FAR || top > lines.at(-1)!.base + FAR) continue
    for (const { base, strokes } of lines) {
      if (Math.abs(base - top) >= FAR) continue
      for (const { tag, gap, x0, x1, y: line } of strokes) {
        if (gap) continue
        const distance = Math.max(line - top, top - (line + 2), x0 - x, x - x1, 0)
        if (distance > NEAR || distance >= least) continue
        nearest = tag
        least = distance
      }
    }
  }
  return nearest
}

/** The tag whose element is at a point of the page, in its pixels. */
export function startingAt(drawings: Iterable<ParagraphDrawing>, x: number, y: number): DrawnTag | null {
  for (const drawing of drawings) {
    const tag = drawing.startingAt(x, y - drawing.top)
    if (tag) return tag
  }
  return null
}
