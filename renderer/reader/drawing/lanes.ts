import type { TypeSize } from './type-size'

/** The stretch of one visual line that one part of a tag takes, in pixels of the paragraph. */
export interface Segment<Tag> {
  readonly tag: Tag
  readonly x0: number
  readonly x1: number
}

/**
 * Gives each tag of one visual line and one side its lane, 1 being nearest to the words. `segments` come in lane
 * order (shorter tags first); a tag's lane is one more than the lowest that is free of all tags placed before it
 * that share more than 1 px of x with it, so that a tag inside another always lies nearer to the words. All parts of
 * a tag on the line share a lane, and the gap between them counts as theirs.
 */
export function lanesOf<Tag>(segments: readonly Segment<Tag>[]): ReadonlyMap<Tag, number> {
  const hulls = new Map<Tag, { x0: number; x1: number }>()
  for (const { tag, x0, x1 } of segments) {
    const hull = hulls.get(tag)
    hulls.set(tag, hull ? { x0: Math.min(hull.x0, x0), x1: Math.max(hull.x1, x1) } : { x0, x1 })
  }
  const lanes = new Map<Tag, number>()
  const placed: { x0: number; x1: number; lane: number }[] = []
  for (const [tag, { x0, x1 }] of hulls) {
    let lane = 1
    for (const other of placed)
      if (other.x0 < x1 - 1 && x0 < other.x1 - 1 && other.lane >= lane) lane = other.lane + 1
    placed.push({ x0, x1, lane })
    lanes.set(tag, lane)
  }
  return lanes
}

/** Pixels from lane to lane, and those on a line that would else not have room. */
export const [WIDE, TIGHT] = [4, 3]

/** Pixels over a baseline that the ascenders reach, and under it that the first lane begins. */
export const riseOf = ({ size }: Pick<TypeSize, 'size'>): number => Math.round(0.735 * size)
export const dropOf = ({ size }: Pick<TypeSize, 'size'>): number => Math.round(0.28 * size)

/**
 * How many lanes there is room for between two lines of text, `pitch` apart: 18 px type on lines 34 px apart has room
 * for 4 at 4 px and 5 at 3 px.
 */
export function lanesThatFit({ size, leading }: Pick<TypeSize, 'size' | 'leading'>, pitch: number): number {
  const room = leading - (0.74 + 0.28) * size
  return Math.max(1, Math.floor((room - 3) / pitch) + 1)
}

/** How the lanes between two lines of text are shared out. */
export interface Gutter {
  readonly pitch: number
  /** Lanes that the upper line may use under it, and the lower one over it; what is deeper shares the last. */
  readonly under: number
  readonly over: number
}

/** `under` and `over` are how many lanes the two lines would need. Neither side is left less than half of them. */
export function gutterFor(under: number, over: number, size: Pick<TypeSize, 'size' | 'leading'>): Gutter {
  const tight = lanesThatFit(size, TIGHT)
  const pitch = under + over <= lanesThatFit(size, WIDE) ? WIDE : TIGHT
  const left = Math.max(1, tight - Math.min(over, tight >> 1))
  return { pitch, under: left, over: Math.max(1, tight - Math.min(under, left)) }
}
