import { LANES, lanesOf, pitchFor } from './lanes'
import type { Stroke } from './measure'
import type { DrawnTag } from './tag-index'
import type { TypeSize } from './type-size'

/** A stroke with its place under (or over) the words. */
export interface LaidStroke extends Stroke {
  readonly lane: number
  /** The top edge of its line, a whole pixel. */
  readonly y: number
  /** Too deep for a lane of its own: it shares the last one. */
  readonly folded: boolean
}

/** One visual line of a paragraph, with all that is drawn on it. */
export interface LaidLine {
  readonly base: number
  readonly strokes: readonly LaidStroke[]
}

/** Gives every stroke its lane, a visual line at a time. A selected tag from the shared lane takes it for itself. */
export function layLines(
  strokes: readonly Stroke[],
  { size }: TypeSize,
  selected: string | null,
): LaidLine[] {
  const lines = new Map<number, Stroke[]>()
  for (const stroke of strokes) {
    const line = lines.get(stroke.base)
    if (line) line.push(stroke)
    else lines.set(stroke.base, [stroke])
  }
  return [...lines]
    .toSorted(([a], [b]) => a - b)
    .map(([base, on]) => ({
      base,
      strokes: (['below', 'above'] as const).flatMap((side) => laySide(on, base, side, size, selected)),
    }))
}

function laySide(
  strokes: readonly Stroke[],
  base: number,
  side: DrawnTag['side'],
  size: number,
  selected: string | null,
): LaidStroke[] {
  const mine = strokes.filter(({ tag }) => tag.side === side)
  const lanes = lanesOf(mine)
  const depth = Math.max(0, ...lanes.values())
  const pitch = side === 'below' ? pitchFor(depth) : 4
  const top = side === 'below' ? base + Math.round(0.28 * size) : base - Math.round(0.735 * size) - 4
  const shared = (tag: DrawnTag) => depth > LANES && lanes.get(tag)! >= LANES
  const chosen = mine.some(({ tag }) => tag.id === selected && shared(tag))
  return mine.flatMap((stroke) => {
    const folded = shared(stroke.tag) && stroke.tag.id !== selected
    if (folded && chosen) return []
    const lane = Math.min(lanes.get(stroke.tag)!, LANES)
    const y = top + (side === 'below' ? 1 : -1) * (lane - 1) * pitch
    return [{ ...stroke, lane, y, folded }]
  })
}
