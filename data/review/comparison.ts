import type { Codebook } from '../model/codebook'
import type { Annotation, Link } from '../model/records'
import type { Registry } from '../model/registry'

/** By what tags are matched, and what makes two of them differ. */
export interface Comparing {
  /** How much two tags must overlap to be matched: the code units they share by those of both together; 0 means any. */
  readonly threshold: number
  /** In whose terms tags are compared: a merged label, actor or position counts as what it was merged into. */
  readonly codebook: Codebook
  readonly registry: Registry
}

/** Ways in which tags or links of several people about the same words differ, in the order in which they are told. */
export const differenceKinds = [
  /** Somebody has none there. */
  'missed',
  'boundary',
  'label',
  /** Whom the words mean. */
  'actor',
  /** Which position the words mean. */
  'position',
  'stance',
  /** Any other attribute; `attributes` says which. */
  'attribute',
  /** A link between matched tags that not everybody has, or that has another type. */
  'link',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** Two matched tags. */
export interface Match {
  readonly a: Annotation
  readonly b: Annotation
  /** Shared code units by those of both together; above 0, 1 for the same words. */
  readonly overlap: number
}

/** Tags of several people that are matched with each other: at most one of each. */
export interface TagGroup {
  readonly is: 'tags'
  /** Made of the ids of its tags, in order: the same for the same tags. */
  readonly key: string
  /** One a side, in the order of the sides; `null` where a side has none. */
  readonly tags: readonly (Annotation | null)[]
  /** In the order of `differenceKinds`; none when all sides have the same. */
  readonly kinds: readonly DifferenceKind[]
  /** The attributes that differ, stance among them, in the order of the codebook. */
  readonly attributes: readonly string[]
  /** The least overlap of two of its tags; 1 for a single one. */
  readonly overlap: number
  /** From the first code unit of any of its tags to the last. */
  readonly start: number
  readonly end: number
}

/** Links of several people between the same two groups of tags: at most one of each. */
export interface LinkGroup {
  readonly is: 'links'
  readonly key: string
  /** One a side; `null` where a side has none. */
  readonly links: readonly (Link | null)[]
  /** The groups at its ends, by their keys. */
  readonly from: string
  readonly to: string
  /** `link` when it differs; else none. */
  readonly kinds: readonly DifferenceKind[]
  readonly start: number
  readonly end: number
}

export type Group = TagGroup | LinkGroup

/** What several people's tags on one article come to, laid beside each other. */
export interface Comparison {
  readonly article: string
  /** The annotators' ids. */
  readonly sides: readonly string[]
  /** All groups, in text order; those that differ have `kinds`. */
  readonly tags: readonly TagGroup[]
  readonly links: readonly LinkGroup[]
}
