import type { Problem } from '../../model/problem'
import type { Annotation } from '../../model/records'
import type { Span } from '../../model/span'
import type { FindOptions } from '../../text/find'

/** Words that are looked for. */
export interface Sought extends FindOptions {
  readonly words: string
}

/** A tag of mine that shares words with an occurrence. */
export type TagThere = Pick<Annotation, 'id' | 'label' | 'means'> & {
  /** Its words are those of the occurrence, and no others. */
  readonly isSame: boolean
}

/** One place where the words stand, in UTF-16 code units of its article, and the text around it in one line. */
export interface Occurrence extends Span {
  readonly before: string
  readonly quote: string
  readonly after: string
  readonly tags: readonly TagThere[]
}

/** What was found in one article, in text order; no two overlap. */
export interface FoundIn {
  readonly article: string
  readonly title: string
  readonly language: string | null
  readonly occurrences: readonly Occurrence[]
}

/** A part of what is found in all articles, and how far the looking is. */
export interface Finding {
  readonly found: readonly FoundIn[]
  /** Articles that were looked into, of so many. */
  readonly done: number
  readonly of: number
  /** All places that were found so far, and the articles that have them; those that are not listed any more too. */
  readonly places: number
  readonly articles: number
  /** Articles that could not be read. */
  readonly troubles: readonly Problem[]
  readonly isOver: boolean
}

/** Places that are listed at most; beyond, they are counted. */
export const MOST_LISTED = 5_000
