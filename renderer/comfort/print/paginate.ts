/** Something that goes onto pages line by line: a paragraph, a row of a table. All lines are equally high. */
export interface Lines {
  readonly count: number
  /** CSS pixels from line to line. */
  readonly leading: number
  /** Air before the first line, but not at the head of a page. */
  readonly before: number
  /** Its end does not stand at the foot of a page while something follows: a headline. */
  readonly leads: boolean
}

/** Lines `from` up to but not with `to` of one of them, as they stand together on a page. */
export interface Placed {
  readonly lines: number
  readonly from: number
  readonly to: number
  /** CSS pixels from the head of the page's column. */
  readonly y: number
}

/** Of a paragraph that goes over two pages at least so many lines stand on each, if it has them. */
const LEAST = 2

/**
 * Shares lines out to pages. The first page has `first` pixels, all others `rest`. Every line stands on one page, in
 * order; what is higher than a page gets one for itself.
 */
export function paginate(all: readonly Lines[], first: number, rest: number): Placed[][] {
  const pages: Placed[][] = [[]]
  let y = 0
  let left = first
  const page = () => pages.at(-1)!
  const turn = () => {
    pages.push([])
    y = 0
    left = rest
  }

  for (const [i, { count, leading, before, leads }] of all.entries()) {
    for (let from = 0; from < count;) {
      const isHead = page().length === 0
      const start = y + (from === 0 && !isHead ? before : 0)
      const need = leads && i < all.length - 1 ? leading * LEAST + all[i + 1]!.before : 0
      const fits = fitting(Math.floor((left - start - need) / leading), count, from, isHead)
      if (fits === 0) {
        turn()
        continue
      }
      page().push({ lines: i, from, to: from + fits, y: start })
      y = start + fits * leading
      from += fits
      if (from < count) turn()
    }
  }
  return pages
}

/** How many lines go onto this page where `room` has that many. At the head of a page at least one does. */
function fitting(room: number, count: number, from: number, isHead: boolean): number {
  const remaining = count - from
  if (room >= remaining) return remaining
  if (count < 2 * LEAST) return isHead ? Math.max(1, Math.min(room, remaining)) : 0
  const fits = Math.min(room, Math.max(remaining - LEAST, 0))
  if (fits >= LEAST) return fits
  return isHead ? Math.max(1, room) : 0
}
