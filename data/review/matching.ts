/** Which tags of two people are matched: `of[i]` is the place of the match of a's tag `i` among b's, or −1. */
export interface Matching {
  readonly of: Int32Array
  /** By a's tag, how much it and its match overlap; 0 without one. */
  readonly overlap: Float64Array
}

/** With room for the matches of so many tags. */
export const matchingFor = (count: number): Matching => ({
  of: new Int32Array(count),
  overlap: new Float64Array(count),
})
