import { dropOf, gutterFor, lanesOf, riseOf } from './lanes'
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

/** What one person's tags need on one line. */
interface Need {
  readonly strokes: readonly Stroke[]
  readonly lanes: ReadonlyMap<DrawnTag, number>
  readonly depth: number
}

/**
 * Gives every stroke its lane, a visual line at a time. What hangs below a line and what stands above the next share
 * the room between them. A selected tag from a shared lane takes it for itself.
 */
export function layLines(strokes: readonly Stroke[], size: TypeSize, selected: string | null): LaidLine[] {
  const lines = new Map<number, { below: Stroke[]; above: Stroke[] }>()
  for (const stroke of strokes) {
    const line = lines.get(stroke.base) ?? { below: [], above: [] }
    line[stroke.tag.side].push(stroke)
    lines.set(stroke.base, line)
  }
  const needs = [...lines]
    .toSorted(([a], [b]) => a - b)
    .map(([base, { below, above }]) => ({ base, below: needOf(below), above: needOf(above) }))

  return needs.map(({ base, below, above }, i) => {
    const [before, after] = [needs[i - 1], needs[i + 1]]
    const isNext = (upper: number, lower: number) => lower - upper < 1.5 * size.leading
    const overhead = before && isNext(before.base, base) ? before.below.depth : 0
    const underfoot = after && isNext(base, after.base) ? after.above.depth : 0
    const [over, under] = [gutterFor(overhead, above.depth, size), gutterFor(below.depth, underfoot, size)]
    return {
      base,
      strokes: [
        ...lay(below, under.under, (lane) => base + dropOf(size) + (lane - 1) * under.pitch, selected),
        ...lay(above, over.over, (lane) => base - riseOf(size) - 4 - (lane - 1) * over.pitch, selected),
      ],
    }
  })
}

function needOf(strokes: readonly Stroke[]): Need {
  const lanes = lanesOf(strokes)
  return { strokes, lanes, depth: Math.max(0, ...lanes.values()) }
}

/** Gives strokes of one side of a line their places, in `room` lanes at most. */
function lay(
  { strokes, lanes, depth }: Need,
  room: number,
  topOf: (lane: number) => number,
  selected: string | null,
): LaidStroke[] {
  const shared = (tag: DrawnTag) => depth > room && lanes.get(tag)! >= room
  const chosen = strokes.some(({ tag }) => tag.id === selected && shared(tag))
  return strokes.flatMap((stroke) => {
    const folded = shared(stroke.tag) && stroke.tag.id !== selected
    if (folded && chosen) return []
    const lane = Math.min(lanes.get(stroke.tag)!, room)
    return [{ ...stroke, lane, y: topOf(lane), folded }]
  })
}
