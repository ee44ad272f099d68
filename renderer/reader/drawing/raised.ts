/** An element on a line, in pixels of the paragraph; what is deeper belongs nearer to the reader. */
export interface Raisable {
  readonly x0: number
  readonly x1: number
  readonly depth: number
}

/**
 * With more than these on a line none is raised: what the pointer is at is told by geometry and not by elements, and for
 * whatever is raised the browser has more to look through at every move.
 */
export const FEW = 4

/**
 * Of elements that lie on one line and over each other in this order, the places of those that have to be raised to their
 * depth, so that none has its middle under one that is less deep, where somebody's tool would press. Few are: a tag
 * inside another starts later.
 */
export function raisedOf(boxes: readonly Raisable[]): ReadonlySet<number> {
  const raised = new Set<number>()
  if (boxes.length > FEW) return raised
  const isOver = (other: Raisable, { x0, x1 }: Raisable) => {
    const middle = (x0 + x1) / 2
    return other.x0 <= middle && middle <= other.x1
  }
  const byDepth = [...boxes.keys()].toSorted((i, j) => boxes[i]!.depth - boxes[j]!.depth)
  for (const i of byDepth) {
    const box = boxes[i]!
    const isHidden = boxes.some(
      (other, j) => other.depth < box.depth && isOver(other, box) && (j > i || raised.has(j)),
    )
    if (isHidden) raised.add(i)
  }
  return raised
}
