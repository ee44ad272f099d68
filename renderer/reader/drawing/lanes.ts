/** The stretch of one visual line that one part of a tag takes, in pixels of the paragraph. */
export interface Segment<Tag> {
  readonly tag: Tag
  readonly x0: number
  readonly x1: number
}

/** Lanes at most: what is deeper shares the last one. */
export const LANES = 5

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

/** Pixels from lane to lane: tighter on a line that needs all lanes. */
export const pitchFor = (depth: number): number => (depth >= LANES ? 3 : 4)
