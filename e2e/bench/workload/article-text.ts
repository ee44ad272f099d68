import type { Span } from '../../../data/model/span'
import { randomOf } from './random'
import { dateline, headline, sentence } from './sentences'

export interface ArticleText {
  readonly title: string
  /** Headline and paragraphs, with an empty line between them. */
  readonly text: string
  /** The words of each paragraph, in UTF-16 code units of the text. The headline is not among them. */
  readonly paragraphs: readonly (readonly Span[])[]
}

/** Words of the shortest and of the longest paragraph; what is left at the end may be shorter. */
const SHORTEST = 40
const LONGEST = 90

/** A report of exactly `words` words, the headline among them, which is the same for the same seed and number. */
export function articleText(seed: number, number: number, words: number): ArticleText {
  const random = randomOf(seed, 'text', number, words)
  const title = headline(random, number)
  const pieces = [title, ...bodyOf(words - title.length)]
  const paragraphs: Span[][] = []
  let text = ''
  for (const piece of pieces) {
    if (text !== '') text += '\n\n'
    paragraphs.push(
      piece.map((word, i) => {
        if (i > 0) text += ' '
        text += word
        return { start: text.length - word.length, end: text.length }
      }),
    )
  }
  return { title: title.join(' '), text: `${text}\n`, paragraphs: paragraphs.slice(1) }

  function bodyOf(left: number): string[][] {
    const body: string[][] = []
    for (let rest = left; rest > 0;) {
      const length = Math.min(rest, random.between(SHORTEST, LONGEST))
      const said = body.length === 0 ? dateline(random) : []
      while (said.length < length) said.push(...sentence(random))
      body.push(said.slice(0, length))
      rest -= length
    }
    return body
  }
}
