import type { PlacedTags } from '../placed'
import { freshInts, type Ints } from '../room'

/**
 * What parts of somebody's tags with a label, or of all, cover of a text of so many code units: start and end of each stretch, in text order.
 * Parts that overlap are made one, as by `unionOf`; those that only touch stay apart. `ints` gives the list.
 */
export function stretchesOf(
  tags: PlacedTags,
  label: number | null,
  length: number,
  ints: Ints = freshInts,
): Int32Array {
  const found = ints(tags.edges.length)
  let end = 0
  let isInOrder = true
  for (let tag = 0; tag < tags.count; tag++) {
    if (label !== null && tags.label[tag] !== label) continue
    for (let part = tags.parts[tag]!; part < tags.parts[tag + 1]!; part += 2) {
      const from = tags.edges[part]!
      const to = Math.min(length, tags.edges[part + 1]!)
      if (from >= to) continue
      if (end > 0 && found[end - 2]! > from) isInOrder = false
      found[end++] = from
      found[end++] = to
    }
  }
  const all = found.subarray(0, end)
  // Tags are in text order; parts of one may come after the next has begun.
  if (!isInOrder) sortByStart(all)
  return joinOverlapping(all)
}

function sortByStart(edges: Int32Array): void {
  const parts = Array.from(
    { length: edges.length / 2 },
    (_, i) => [edges[2 * i]!, edges[2 * i + 1]!] as const,
  )
  for (const [i, [start, end]] of parts.toSorted(([a], [b]) => a - b).entries()) {
    edges[2 * i] = start
    edges[2 * i + 1] = end
  }
}

function joinOverlapping(edges: Int32Array): Int32Array {
  let end = 0
  for (let at = 0; at < edges.length; at += 2) {
    if (end > 0 && edges[at]! < edges[end - 1]!) {
      edges[end - 1] = Math.max(edges[end - 1]!, edges[at + 1]!)
      continue
    }
    edges[end++] = edges[at]!
    edges[end++] = edges[at + 1]!
  }
  return edges.subarray(0, end)
}
