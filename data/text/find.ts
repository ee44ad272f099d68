import type { Span } from '../model/span'
import { FoldedText, type Exactness } from './folded-text'
import { isWhole } from './whole-words'

/** How words are looked for. As delivered, neither case nor accents count, and parts of words are found. */
export interface FindOptions extends Exactness {
  readonly wholeWords: boolean
}

export const firstFindOptions: FindOptions = { matchCase: false, accents: false, wholeWords: false }

/**
 * A text in which one can look for words again and again; it is read once for each exactness. Curly quotes are found
 * by straight ones, dashes by hyphens, and any white space by a space, so that words are found over a line's end.
 */
export class Searchable {
  readonly text: string
  readonly #folded = new Map<string, FoldedText>()

  constructor(text: string) {
    this.text = text
  }

  /**
   * Where the words stand, in text order: no two overlap, and none cuts a character (grapheme cluster) of the text.
   * Offsets are UTF-16 code units. White space around the words does not count; without words there is nothing.
   */
  find(words: string, options: FindOptions = firstFindOptions): Span[] {
    const sought = new FoldedText(words, options).folded.trim()
    if (sought === '') return []
    const text = this.#foldedAs(options)
    const found: Span[] = []
    for (let at = text.folded.indexOf(sought); at >= 0;) {
      const span = text.spanOf(at, at + sought.length)
      const counts = span && (!options.wholeWords || isWhole(this.text, span))
      if (counts) found.push(span)
      at = text.folded.indexOf(sought, counts ? at + sought.length : at + 1)
    }
    return found
  }

  #foldedAs({ matchCase, accents }: Exactness): FoldedText {
    const key = `${matchCase} ${accents}`
    const known = this.#folded.get(key) ?? new FoldedText(this.text, { matchCase, accents })
    this.#folded.set(key, known)
    return known
  }
}
