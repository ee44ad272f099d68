import type { Article } from '../model/article'
import type { Span } from '../model/span'
import { fold } from '../text/fold'
import { namesIn } from '../text/names'
import { quotationsIn } from '../text/quotations'
import { isReported } from '../text/speech'

/** Words in a text that a name could be, and the quotations of it: found once, however often its tags change. */
export interface Worth {
  /** Quotations of some length that a reporting verb stands at, with their marks. */
  readonly quotations: readonly Span[]
  readonly names: Names
}

/**
 * Names by their words: what is known of one may be all of them or some in a row. In columns, since a long article has
 * thousands.
 */
export interface Names {
  /** Start and end of each word, of one name after the other. UTF-16 code units. */
  readonly words: Int32Array
  /** Of each name the number of its first word; and how many words there are. */
  readonly firsts: Int32Array
}

/** Fewer words in marks are more often a turn of speech than something that was said. */
const LEAST_WORDS = 4

const passedOver = ['byline', 'dateline', 'boilerplate', 'headline']

/** What of a text is worth a tag, as far as capitals, marks and verbs tell. */
export function worthTagging({ text, blocks }: Pick<Article, 'text' | 'blocks'>): Worth {
  const read = blocks.filter(({ type }) => !passedOver.includes(type))
  const quotations = quotationsIn(text, read).filter(
    (span, i, all) =>
      !all.some((other, k) => k !== i && other.start <= span.start && span.end <= other.end && k < i) &&
      text.slice(span.start, span.end).split(/\s+/u).length >= LEAST_WORDS &&
      isReported(text, span, blockAround(read, span)),
  )
  const words: number[] = []
  const firsts = [0]
  for (const { start, end } of namesIn(text, blocks)) {
    for (const { 0: word, index } of text.slice(start, end).matchAll(/\S+/gu))
      words.push(start + index, start + index + word.length)
    firsts.push(words.length / 2)
  }
  return { quotations, names: { words: Int32Array.from(words), firsts: Int32Array.from(firsts) } }
}

/** From the start of the block in which it starts to the end of that in which it ends. */
const blockAround = (blocks: readonly Span[], { start, end }: Span): Span => ({
  start: blocks.findLast((block) => block.start <= start)?.start ?? start,
  end: blocks.find((block) => end <= block.end)?.end ?? end,
})

/**
 * The known names among those of a text, by name as it is folded: of the words of each the longest run that is known. In
 * "Russian Foreign Minister Sergei Lavrov" that may be "Sergei Lavrov".
 */
export function knownAmong(
  text: string,
  { words, firsts }: Names,
  isKnown: (folded: string) => boolean,
): Map<string, Span[]> {
  const found = new Map<string, Span[]>()
  for (let i = 0; i + 1 < firsts.length; i++)
    for (let at = firsts[i]!; at < firsts[i + 1]!;) {
      let next = at + 1
      for (let last = firsts[i + 1]! - 1; last >= at; last--) {
        const span = { start: words[2 * at]!, end: words[2 * last + 1]! }
        const name = fold(text.slice(span.start, span.end))
        if (!isKnown(name)) continue
        const places = found.get(name)
        if (places) places.push(span)
        else found.set(name, [span])
        next = last + 1
        break
      }
      at = next
    }
  return found
}
