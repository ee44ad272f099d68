/** Letters over the text, by the place of their left upper corner in pixels. */
interface Placed {
  readonly letters: string
  readonly left: number
  readonly top: number
}

/** CSS pixels that letters take up, with the gap to the next. */
export const widthOf = (letters: string): number => (letters.length === 1 ? 18 : 26)

/** Pixels by which two may differ in height and still be on one line. */
const SAME_LINE = 8

/**
 * The same from the top down and on each line from left to right, and none over another: what would lie on its neighbour
 * stands right of it.
 */
export function spread<T extends Placed>(hints: readonly T[]): T[] {
  const lines: T[][] = []
  for (const hint of hints.toSorted((a, b) => a.top - b.top)) {
    const line = lines.at(-1)
    if (line && hint.top - line[0]!.top < SAME_LINE) line.push(hint)
    else lines.push([hint])
  }
  return lines.flatMap((line) => {
    let free = -Infinity
    return line
      .toSorted((a, b) => a.left - b.left)
      .map((hint) => {
        const left = Math.max(hint.left, free)
        free = left + widthOf(hint.letters)
        return { ...hint, left }
      })
  })
}
