import type { ReviewQuery } from './agreement'
import type { DifferenceKind } from './comparison'

/** Two people's choices about the same words. */
export interface ChosenPair {
  /** `label`, `actor`, `position`, or the id of an attribute. */
  readonly of: string
  /** The first annotator's of the query and the second's, as they count; `null`: no tag there, or nothing chosen. */
  readonly values: readonly [first: string | null, second: string | null]
}

/** In which order the groups of an article stand: by text, or by the first kind in which they differ and then so. */
export const differenceOrders = ['text', 'kind'] as const
export type DifferenceOrder = (typeof differenceOrders)[number]

/** Which groups of tags and links of several people one wants, over all articles of a project. What is left out does not narrow. */
export interface DifferencesQuery extends ReviewQuery {
  readonly kinds?: readonly DifferenceKind[]
  /** Only what differs in one of these attributes. */
  readonly attributes?: readonly string[]
  /** Only groups with a tag of one of these labels, as they are in force. */
  readonly labelled?: readonly string[]
  /** Only groups in which one of these annotators has a tag, or lacks one. */
  readonly of?: readonly string[]
  readonly chosen?: ChosenPair
  /** Only groups of tags, and of links by the tags that they join, of which the last was made in the week of this Monday (YYYY-MM-DD, UTC). */
  readonly week?: string
  /** These groups, by their keys. */
  readonly keys?: readonly string[]
  /** Groups that somebody has decided on, or only those that nobody has. */
  readonly decided?: boolean
  /** Also groups in which all have the same. */
  readonly alike?: boolean
  readonly order: DifferenceOrder
}

/** How many groups there are, without what `kinds`, `labelled`, `of` and `articles` would take away of themselves. */
export interface DifferenceCounts {
  readonly kinds: Readonly<Partial<Record<DifferenceKind, number>>>
  /** By id, those that have any. */
  readonly labels: Readonly<Record<string, number>>
  readonly annotators: Readonly<Record<string, number>>
  /** In the order in which their groups stand. */
  readonly articles: Readonly<Record<string, number>>
}

/** What one annotator has in a group. */
export interface DifferenceTag {
  readonly id: string
  readonly label: string
  readonly words: string
  readonly means: string | null
}

/** A group of tags, or of links, as the comparison of its article has it. */
export interface DifferenceRow {
  readonly is: 'tags' | 'links'
  readonly article: string
  readonly key: string
  /** None when all have the same. */
  readonly kinds: readonly DifferenceKind[]
  readonly attributes: readonly string[]
  /** The least overlap of two of its tags; 1 for links. */
  readonly overlap: number
  /** UTF-16 code units of the article's text. */
  readonly start: number
  readonly end: number
  /** One an annotator of the query; `null` for none. Of links: the tag that the link starts at. */
  readonly tags: readonly (DifferenceTag | null)[]
  /** Of links their types, one an annotator of the query. */
  readonly types: readonly (string | null)[]
  readonly isDecided: boolean
}

export interface DifferencesPage {
  readonly version: number
  readonly found: number
  /** Articles that the groups found are on. */
  readonly articles: number
  readonly counts: DifferenceCounts
  readonly from: number
  readonly rows: readonly DifferenceRow[]
}

/** How far an answer about agreement or differences is. */
export interface ReviewProgress {
  readonly done: number
  readonly of: number
  /** The share of the draws for intervals that are made, once all articles are compared; 0 until then, and where there are none. */
  readonly drawn: number
}
