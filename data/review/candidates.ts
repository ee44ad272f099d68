import { placedOverlap, type PlacedTags } from './placed'

/** Which tags of two people share words, and how much they overlap; found by a sweep over both lists, in memory that is used again. */
export class Candidates {
  size = 0
  /** By candidate the place of its tag among the first's, and among the other's. */
  a = new Int32Array(256)
  b = new Int32Array(256)
  overlap = new Float64Array(256)
  // What has begun and not ended of each.
  #openA = new Int32Array(64)
  #openB = new Int32Array(64)

  /** Both lists at once in text order; of each what has begun and not ended is open. */
  between(a: PlacedTags, b: PlacedTags): this {
    const openA = (this.#openA = roomFor(this.#openA, a.count))
    const openB = (this.#openB = roomFor(this.#openB, b.count))
    const [startA, startB] = [a.start, b.start]
    let opensA = 0
    let opensB = 0
    this.size = 0
    for (let i = 0, j = 0; i < a.count || j < b.count;) {
      if (j >= b.count || (i < a.count && startA[i]! <= startB[j]!)) {
        opensB = closeUpTo(startA[i]!, openB, opensB, b)
        for (let k = 0; k < opensB; k++) this.#consider(a, i, b, openB[k]!)
        openA[opensA++] = i++
      } else {
        opensA = closeUpTo(startB[j]!, openA, opensA, a)
        for (let k = 0; k < opensA; k++) this.#consider(a, openA[k]!, b, j)
        openB[opensB++] = j++
      }
    }
    return this
  }

  #consider(a: PlacedTags, i: number, b: PlacedTags, j: number): void {
    const overlap = placedOverlap(a, i, b, j)
    if (overlap === 0) return
    if (this.size === this.a.length) {
      this.a = grown(this.a, Int32Array)
      this.b = grown(this.b, Int32Array)
      this.overlap = grown(this.overlap, Float64Array)
    }
    this.a[this.size] = i
    this.b[this.size] = j
    this.overlap[this.size++] = overlap
  }
}

/** Takes out what has ended before `start`; gives how many stay. */
function closeUpTo(start: number, open: Int32Array, count: number, { end }: PlacedTags): number {
  let kept = 0
  for (let k = 0; k < count; k++) if (end[open[k]!]! > start) open[kept++] = open[k]!
  return kept
}

/** The same, or a longer one whose content does not matter. */
export const roomFor = (array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> =>
  array.length >= size ? array : new Int32Array(2 * size)

function grown<T extends Int32Array | Float64Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(2 * array.length)
  larger.set(array)
  return larger
}
