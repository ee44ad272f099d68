import type { Span } from '../../../data/model/span'

/** Pixels that a section is high, about: a few screens. */
const HIGH = 3200
/** Characters of a line, and pixels from line to line and between paragraphs, as most articles are set. */
const [CHARACTERS, LEADING, GAP] = [70, 34, 12]

/** How high a paragraph will be, about. */
export const guessedHeight = ({ start, end }: Span): number =>
  Math.ceil((end - start) / CHARACTERS) * LEADING + GAP

/**
 * Which paragraphs are laid out together, or not at all while they are far from the screen: the index of the first of
 * each section. Few enough to lay one out in a moment, many enough to have few sections: all are looked at whenever the
 * pointer moves.
 */
export function sectionsOf(paragraphs: readonly Span[]): number[] {
  const firsts: number[] = []
  let height = Infinity
  for (const [i, paragraph] of paragraphs.entries()) {
    if (height >= HIGH) {
      firsts.push(i)
      height = 0
    }
    height += guessedHeight(paragraph)
  }
  return firsts
}
