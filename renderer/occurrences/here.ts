import type { Article } from '../../data/model/article'
import type { Annotation } from '../../data/model/records'
import type { Span } from '../../data/model/span'
import type { Command } from '../../data/store/commands'
import { occurrencesAt } from '../../data/record/occurrences/occurrences-at'
import { Searchable, type FindOptions } from '../../data/text/find'
import type { ShownSet } from '../state/state'
import { annotationsIn } from '../state/tags'

/** Whether words are written in capitals alone, as "US", which is not "us". */
export const isAllCapitals = (words: string): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words)

/** How all occurrences of words are looked for, unless one says otherwise. */
export const optionsFor = (words: string): FindOptions => ({
  wholeWords: true,
  matchCase: isAllCapitals(words),
  accents: false,
})

/** An article made ready to be searched, as long as it is open. */
const readied = new WeakMap<Article, Searchable>()

export function searchableOf(article: Article): Searchable {
  const known = readied.get(article) ?? new Searchable(article.text)
  readied.set(article, known)
  return known
}

/** The other places in its article that say what a tag says, and what would be done there. */
export interface AlsoHere {
  /** With the tag itself. */
  readonly places: number
  /** What makes all of them mean it, the tag itself first. */
  readonly meaning: (means: string) => readonly Command[]
}

/**
 * The places where the words of a tag stand. Where they have no tag with its label, they get one; one that does not say what
 * it means is told; one that means something already is left as it is.
 */
export function alsoHere(article: Article, records: ShownSet['records'], tag: Annotation): AlsoHere {
  const own: Place = { tag: tag.id }
  const meaning = (places: readonly Place[]) => (means: string) =>
    places.map((place): Command =>
      'tag' in place
        ? { do: 'mean', article: tag.article, annotation: place.tag, means }
        : { do: 'annotate', article: tag.article, spans: [place], label: tag.label, means },
    )
  const [range, ...parts] = tag.target
  if (!range || parts.length > 0) return { places: 1, meaning: meaning([own]) }
  const words = article.text.slice(range.start, range.end)
  const spans = searchableOf(article).find(words, optionsFor(words))
  const others = occurrencesAt(article.text, spans, [...annotationsIn(records)]).flatMap(
    ({ start, end, tags }): Place[] => {
      const same = tags.filter(({ isSame, label }) => isSame && label === tag.label)
      if (same.some(({ id, means }) => id === tag.id || means !== null)) return []
      const [untold] = same
      return untold ? [{ tag: untold.id }] : [{ start, end }]
    },
  )
  return { places: others.length + 1, meaning: meaning([own, ...others]) }
}

/** A tag that is there, or words that get one. */
type Place = { readonly tag: string } | Span
