/** A stretch of one visual line, in CSS pixels of the paragraph's box; `base` is the line's baseline. */
export interface Stretch {
  readonly base: number
  readonly x0: number
  readonly x1: number
}

export type Side = 'left' | 'right'

/**
 * What a stroke does at one of its sides: the tag, or a part of it, has an `end` there; it goes `on` from or to another
 * line; or it is `cut`, since the words stand apart on the line, as text of two directions does.
 */
export type Edge = 'end' | 'on' | 'cut'

/** One stroke of a part of a tag: words that stand side by side on one line. */
export interface Piece extends Stretch {
  readonly left: Edge
  readonly right: Edge
  /** The part starts on this line, at this side; `null` for all other strokes. */
  readonly startsAt: Side | null
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

/**
 * The strokes of one part of a tag. It `starts` and `ends` here, or else goes on from or to another paragraph. In a
 * paragraph from right to left (`rtl`) a line goes on at its left and comes from its right.
 */
export function piecesOf(
  lines: readonly (readonly Stretch[])[],
  { starts, ends, rtl }: { readonly starts: boolean; readonly ends: boolean; readonly rtl: boolean },
): Piece[] {
  return lines.flatMap((line, i) => {
    const comes = i > 0 || !starts
    const goes = i < lines.length - 1 || !ends
    const last = line.length - 1
    return line.map((stretch, j): Piece => {
      const isStart = !comes && j === (rtl ? last : 0)
      return {
        ...stretch,
        left: j > 0 ? 'cut' : (rtl ? goes : comes) ? 'on' : 'end',
        right: j < last ? 'cut' : (rtl ? comes : goes) ? 'on' : 'end',
        startsAt: isStart ? (rtl ? 'right' : 'left') : null,
      }
    })
  })
}

/** What lies between the pieces of one line: the points that join them. */
export const gapsIn = (line: readonly Stretch[]): Stretch[] =>
  line.slice(1).map(({ base, x0 }, i) => ({ base, x0: line[i]!.x1, x1: x0 }))
