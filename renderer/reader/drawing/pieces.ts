/** A stretch of one visual line, in CSS pixels of the paragraph's box; `base` is the line's baseline. */
export interface Stretch {
  readonly base: number
  readonly x0: number
  readonly x1: number
}

export type Side = 'left' | 'right'

/**
 * What a line does at one of its sides: it has an `end` where the tag, or a part of it, truly starts or ends; it goes
 * `on` from or to another line; or it is `cut`, since its words stand apart on the line: text of two directions.
 */
export type Edge = 'end' | 'on' | 'cut'

/** One stroke of a part of a tag: words that stand side by side on one line. */
export interface Piece extends Stretch {
  readonly left: Edge
  readonly right: Edge
  /** At this side of it the part truly starts. */
  readonly startsAt: Side | null
}

/** Where a part truly starts or ends: at which side of which point of which line. */
export interface Corner {
  readonly base: number
  readonly x: number
  readonly side: Side
}

/** Boxes nearer than this stand side by side. */
const APART = 1

/**
 * The boxes of a stretch of text as lines, from the top, each with what stands side by side made one, from the left.
 * Boxes come in the order of the text; in text of two directions that is not the order on the line.
 */
export function linesOf(boxes: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = []
  for (const box of boxes) {
    const line = lines.at(-1)
    if (line?.[0]!.base === box.base) line.push(box)
    else lines.push([box])
  }
  return lines.map((line) => (line.length === 1 ? line : joined(line)))
}

function joined(line: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (const box of line.toSorted((a, b) => a.x0 - b.x0)) {
    const last = found.at(-1)
    if (last && box.x0 <= last.x1 + APART)
      found[found.length - 1] = { ...last, x1: Math.max(last.x1, box.x1) }
    else found.push(box)
  }
  return found
}

/** The first and the last corner of lines that run one way only. */
export function cornersOf(lines: readonly (readonly Stretch[])[], rtl: boolean): [Corner, Corner] {
  const [first, last] = [lines[0]!, lines.at(-1)!]
  const left = (line: readonly Stretch[]): Corner => ({ base: line[0]!.base, x: line[0]!.x0, side: 'left' })
  const right = (line: readonly Stretch[]): Corner => ({
    base: line[0]!.base,
    x: line.at(-1)!.x1,
    side: 'right',
  })
  return rtl ? [right(first), left(last)] : [left(first), right(last)]
}

/**
 * The strokes of one part of a tag. `start` and `end` are its true corners, `null` where it goes on from or to another
 * paragraph. In a paragraph from right to left (`rtl`) a line goes on at its left and comes from its right.
 */
export function piecesOf(
  lines: readonly (readonly Stretch[])[],
  start: Corner | null,
  end: Corner | null,
  rtl: boolean,
): Piece[] {
  return lines.flatMap((line, i) => {
    const comes = i > 0 || !start
    const goes = i < lines.length - 1 || !end
    return line.map((stretch, j) => {
      const isAt = (corner: Corner | null, side: Side) =>
        corner?.base === stretch.base &&
        corner.side === side &&
        Math.abs(corner.x - (side === 'left' ? stretch.x0 : stretch.x1)) <= APART
      const outer: Record<Side, boolean> = {
        left: j === 0 && (rtl ? goes : comes),
        right: j === line.length - 1 && (rtl ? comes : goes),
      }
      const edge = (side: Side): Edge =>
        isAt(start, side) || isAt(end, side) ? 'end' : outer[side] ? 'on' : 'cut'
      const startsAt = isAt(start, 'left') ? 'left' : isAt(start, 'right') ? 'right' : null
      return { ...stretch, left: edge('left'), right: edge('right'), startsAt }
    })
  })
}

/** What lies between the pieces of one line: the points that join them. */
export const gapsIn = (line: readonly Stretch[]): Stretch[] =>
  line.slice(1).map(({ base, x0 }, i) => ({ base, x0: line[i]!.x1, x1: x0 }))
