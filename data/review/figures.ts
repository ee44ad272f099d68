/** Why a figure is not defined. */
export const whyUndefined = [
  'nothing-to-compare',
  /** Nothing of one annotator's was matched with anything of the other's. */
  'nothing-matched',
  'one-annotator',
  /** An annotator has not a single tag there. */
  'one-silent',
  /** All chose the same throughout, so that chance alone would agree as often. */
  'one-value',
  /** No two values of the same thing. */
  'no-pairs',
] as const
export type WhyUndefined = (typeof whyUndefined)[number]

/** A figure, or the reason that there is none. */
export type Measured =
  { readonly value: number; readonly why: null } | { readonly value: null; readonly why: WhyUndefined }

export const defined = (value: number): Measured => ({ value, why: null })
export const undefinedFor = (why: WhyUndefined): Measured => ({ value: null, why })

/** The coefficients there are, by the names they have on the command line. */
export const coefficientNames = [
  'exactF1',
  'overlapF1',
  'cohenKappa',
  'weightedKappa',
  'fleissKappa',
  'alpha',
  'ac1',
  'ac2',
  'alphaU',
  'gamma',
  'f1',
] as const
export type CoefficientName = (typeof coefficientNames)[number]

/** One coefficient with its 95 % bootstrap interval over whole articles. */
export interface Figure {
  readonly name: CoefficientName
  readonly measured: Measured
  /** `null` when it is undefined, or there are too few articles to draw from. */
  readonly interval: readonly [low: number, high: number] | null
}

/** What one layer says about one slice of the work. */
export interface LayerFigures {
  /**
   * `tokens:LABEL`, `spans:LABEL`, `units:LABEL` (finding and bounding tags; `*` for all labels), `label`, `actor`, `position`, `stance`,
   * `attribute:ID`, `links`, `links:TYPE`.
   */
  readonly layer: string
  /** How many things were compared: tokens, tags, matched pairs, links. */
  readonly n: number
  /** The share of them on which there was agreement, 0 to 1; `null` when there were none. */
  readonly observed: number | null
  readonly figures: readonly Figure[]
}

/** By what the same figures are told apart. */
export type SliceBy = 'all' | 'pair' | 'label' | 'article' | 'week'

export interface Slice {
  /** Both annotators of a pair; a label; an article; the Monday of a week (YYYY-MM-DD, UTC); `null` for everything. */
  readonly of: readonly string[] | null
  readonly layers: readonly LayerFigures[]
  /** Of a week: the articles whose words and stretches count in it, since the last tag on them was made then. */
  readonly articles?: readonly string[]
}

/** Which cell of whose choices against whose: how often one chose `row` where the other chose `column`. */
export interface Confusion {
  /** Values in order; for labels with `null` last, which is no tag. */
  readonly values: readonly (string | null)[]
  /** Row by row. */
  readonly counts: readonly (readonly number[])[]
}
