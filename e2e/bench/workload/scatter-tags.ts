import type { Span } from '../../../data/model/span'
import type { ArticleText } from './article-text'
import type { Random } from './random'

/** Labels of the built-in codebook, and how many words a tag of each covers. */
const lengths = [
  { label: 'actor', least: 1, most: 5 },
  { label: 'position', least: 4, most: 10 },
  { label: 'claim', least: 9, most: 22 },
] as const

export interface ScatteredTag extends Span {
  readonly label: (typeof lengths)[number]['label']
}

/**
 * Tags that begin at any word of the body and end with their paragraph at the latest, in text order; as many
 * of each label. Where there are more words in tags than in the text, tags lie over tags.
 */
export function scatterTags(random: Random, { paragraphs }: ArticleText, count: number): ScatteredTag[] {
  const starts = paragraphs.flatMap((words) => words.map((_, at) => ({ words, at })))
  const tags = Array.from({ length: count }, (_, i): ScatteredTag => {
    const { label, least, most } = lengths[i % lengths.length]!
    const { words, at } = random.pick(starts)
    const last = Math.min(at + random.between(least, most), words.length) - 1
    return { label, start: words[at]!.start, end: words[last]!.end }
  })
  return tags.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** Words to tag: three to eight in a row, in paragraphs spread evenly over the article, in another order. */
export function spotsIn(random: Random, { paragraphs }: ArticleText, count: number): Span[] {
  return Array.from({ length: count }, (_, i) => {
    // Seven steps on each time: neighbours in time are no neighbours in the text.
    const part = ((i * 7) % count) + 0.5
    const words = paragraphs[Math.floor((part / count) * paragraphs.length)]!
    const length = Math.min(words.length, random.between(3, 8))
    const first = random.between(0, words.length - length)
    return { start: words[first]!.start, end: words[first + length - 1]!.end }
  })
}
