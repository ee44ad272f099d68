/** A note that belongs to a line of a page. */
export interface MarginNote {
  /** How many lines it has. */
  readonly lines: number
  /** Where its line stands, in CSS pixels from the head of the page's column. */
  readonly y: number
}

/** Lines `from` up to but not with `to` of a note, on a page. */
export interface PlacedNote {
  readonly note: number
  readonly from: number
  readonly to: number
  readonly y: number
}

export interface NoteMeasures {
  readonly leading: number
  /** Air between two notes. */
  readonly gap: number
  /** Of the column. */
  readonly height: number
}

export interface PlacedNotes {
  readonly pages: readonly (readonly PlacedNote[])[]
  /** What found no room on any page: the note, and from which line on. */
  readonly left: readonly { readonly note: number; readonly from: number }[]
}

/**
 * Puts notes into the margins of pages: each at its line, further down where the one before needs the room, and up
 * again where it would go off the page. What does not fit on its page stands on the next, before that one's own.
 * Notes count over all pages, in order.
 */
export function placeNotes(
  pages: readonly (readonly MarginNote[])[],
  { leading, gap, height }: NoteMeasures,
): PlacedNotes {
  let first = 0
  let carried: { note: number; from: number; lines: number }[] = []
  const placed = pages.map((own) => {
    const queue = [
      ...carried.map((note) => ({ ...note, y: 0 })),
      ...own.map(({ lines, y }, i) => ({ note: first + i, from: 0, lines, y })),
    ]
    first += own.length
    carried = []
    const heights = queue.map(({ lines, from }) => (lines - from) * leading)
    const needed = heights.reduce((sum, each) => sum + each + gap, -gap)
    const isFull = needed > height
    const ys = isFull
      ? queue.map(() => 0)
      : spread(
          queue.map(({ y }) => y),
          heights,
          gap,
          height,
        )

    const here: PlacedNote[] = []
    let foot = 0
    for (const [i, { note, from, lines }] of queue.entries()) {
      const y = isFull ? foot : ys[i]!
      const room = isFull ? Math.max(0, Math.floor((height - y) / leading)) : lines - from
      const fits = carried.length > 0 ? 0 : Math.min(room, lines - from)
      if (fits > 0) here.push({ note, from, to: from + fits, y })
      if (from + fits < lines) carried.push({ note, from: from + fits, lines })
      foot = y + fits * leading + gap
    }
    return here
  })
  return { pages: placed, left: carried.map(({ note, from }) => ({ note, from })) }
}

/** Down from where they belong until none overlaps, then up from the foot until all are inside. */
function spread(
  wanted: readonly number[],
  heights: readonly number[],
  gap: number,
  height: number,
): number[] {
  const ys: number[] = []
  let next = 0
  for (const [i, want] of wanted.entries()) {
    ys.push(Math.max(want, next))
    next = ys[i]! + heights[i]! + gap
  }
  let foot = height
  for (let i = ys.length - 1; i >= 0; i--) {
    ys[i] = Math.min(ys[i]!, foot - heights[i]!)
    foot = ys[i]! - gap
  }
  return ys
}
