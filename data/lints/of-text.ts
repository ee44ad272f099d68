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
  /** Names, each as the places of its words: what is known may be all of them or some in a row. */
  readonly names: readonly (readonly Span[])[]
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
  const names = namesIn(text, blocks).map(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
      start: start + index,
      end: start + index + word.length,
    })),
  )
  return { quotations, names }
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
  names: Worth['names'],
  isKnown: (folded: string) => boolean,
): Map<string, Span[]> {
  const found = new Map<string, Span[]>()
  for (const words of names)
    for (let at = 0; at < words.length;) {
      let next = at + 1
      for (let last = words.length - 1; last >= at; last--) {
        const span = { start: words[at]!.start, end: words[last]!.end }
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
