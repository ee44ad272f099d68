import type { Span } from '../model/span'

/** What may be amiss in somebody's tags on an article, in the order in which they are listed. */
export const lintKinds = [
  'claim-without-actor',
  'position-without-stance',
  'value-missing',
  'quotation-without-claim',
  'name-without-tag',
  'tagged-twice',
  'white-space-at-the-edge',
  'word-cut',
] as const
export type LintKind = (typeof lintKinds)[number]

/** The lint of a claim that nobody is said to make. */
export const withoutActorKey = (claim: string): string => `claim-without-actor ${claim}`

/**
 * What is dismissed when somebody says that it cannot be told whom or what a tag means: there is no such lint, so that it is
 * an answer for good, and is not asked again.
 */
export const meansNobodyKey = (tag: string): string => `means-nobody ${tag}`

/** What mends it, where a computer can tell. */
export type Fix = Readonly<
  /** Asks who makes the claim. */
  | { is: 'ask-actor'; tag: string }
  /** Asks for the value of an attribute. */
  | { is: 'ask-value'; tag: string; attribute: string }
  /** Tags each of these places, as words of that entry if one is known. */
  | { is: 'tag'; label: string; means: string | null; places: readonly Span[] }
  | { is: 'delete'; tag: string }
  /** Gives the tag these words. */
  | { is: 'move'; tag: string; spans: readonly Span[] }
>

/** Something that may be amiss. It is never more than a question. */
export interface Lint {
  readonly kind: LintKind
  /** Tells it from all others on this article, today and tomorrow: by this it is dismissed. At most 200 code units. */
  readonly key: string
  /** Where it is, in UTF-16 code units of the text, in text order; never empty. */
  readonly places: readonly Span[]
  /** The tag that it is about; `null` where the lack of one is. */
  readonly tag: string | null
  /** What the sentence about it is to name: an attribute, a name. */
  readonly about: string | null
  readonly fix: Fix
}
