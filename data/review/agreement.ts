import type { AttributeValue } from '../model/records'
import type { Decision, DecisionReason } from '../model/review-records'
import type { DifferenceKind } from './comparison'
import type { Confusion, LayerFigures, Measured, Slice, SliceBy } from './figures'

/** What is compared, over all articles of a project. */
export interface ReviewQuery {
  /** Annotators by id, two or more; in this order they are told. */
  readonly annotators: readonly string[]
  /** Articles by id; `null`: all. */
  readonly articles: readonly string[] | null
  /** Labels by id, as they are in force; `null`: all. Tags with another are as if they were not there. */
  readonly labels: readonly string[] | null
  /** How much two tags must overlap to be matched: shared code units by those of both together; 0 means any. */
  readonly threshold: number
}

/** γ is told of two people on at most so many articles: each is aligned anew for every draw of chance. */
export const GAMMA_ARTICLES = 200
/** And of so many people at most on fewer: to align the tags of more takes some twentieth of a second an article. */
export const GAMMA_PEOPLE = 5
export const GAMMA_ARTICLES_OF_MORE = 50

/** Whether γ is told of so many people on so many articles. */
export const isGammaTold = (people: number, articles: number): boolean =>
  people === 2 ? articles <= GAMMA_ARTICLES : people <= GAMMA_PEOPLE && articles <= GAMMA_ARTICLES_OF_MORE

/** What two tags must share to be the same find: any code unit, half of the longer of them, or all of both. */
export const overlapsAsked = ['any', 'half', 'exact'] as const
export type OverlapAsked = (typeof overlapsAsked)[number]

/** How many tags were found by whom, whatever their label is; of more than two people summed over their pairs. */
export interface Finding {
  readonly overlap: OverlapAsked
  readonly both: number
  /** One an annotator, in the order of the query: tags of theirs that another of them has not. */
  readonly only: readonly number[]
  readonly f1: Measured
}

/** How much there is of whom. */
export interface Share {
  readonly annotator: string
  readonly tags: number
  /** Articles on which there are any. */
  readonly articles: number
}

/** Everything that is told about how far people agree. */
export interface Agreement {
  /** The content of the record that it was computed of. */
  readonly version: number
  readonly query: ReviewQuery
  /** Articles that were compared: on which at least two of them have tags or are done. */
  readonly articles: number
  readonly shares: readonly Share[]
  readonly layers: readonly LayerFigures[]
  /** The same told apart; an `article` or a `week` in the order of time. */
  readonly by: Readonly<Record<Exclude<SliceBy, 'all'>, readonly Slice[]>>
  readonly findings: readonly Finding[]
  /**
   * Whose choices against whose, by the layer (`label`, `stance`, `attribute:ID`, …): the first annotator's are the rows; of
   * more than two people summed over their pairs, the earlier of the query in the rows.
   */
  readonly confusions: readonly { readonly layer: string; readonly confusion: Confusion }[]
}

/** By what figures are told apart so finely that they are asked for layer by layer. */
export const slicedFinely = ['pair', 'article', 'week'] as const
export type SlicedFinely = (typeof slicedFinely)[number]

/** An agreement as the window gets it: what is told apart finely would be megabytes, and only one layer of it is looked at. */
export interface AgreementFigures extends Omit<Agreement, 'by'> {
  readonly labels: readonly Slice[]
}

/** An agreement without what is told apart finely. */
export function figuresOf({ by, ...rest }: Agreement): AgreementFigures {
  return { ...rest, labels: by.label }
}

/** One layer of an agreement, told apart; slices that do not have it are left out. */
export const slicesOf = (agreement: Agreement, by: SlicedFinely, layer: string): readonly Slice[] =>
  agreement.by[by].flatMap((slice) => {
    const there = slice.layers.find((each) => each.layer === layer)
    return there ? [{ ...slice, layers: [there] }] : []
  })

/** How often the definition of a label or an attribute was in dispute, in one week and about one person's tags. */
export interface DisputeCount {
  readonly label: string
  /** `null`: the label itself. */
  readonly attribute: string | null
  readonly annotator: string
  /** The Monday of the week (YYYY-MM-DD, UTC) in which the tag was last changed. */
  readonly week: string
  /** Tags of theirs that were compared with somebody's or decided on. */
  readonly compared: number
  /** Those that differ from another's, or were rejected or changed. */
  readonly disputed: number
  /** Of the disputed: how many differ in which way. A tag can in several. */
  readonly kinds: Readonly<Partial<Record<DifferenceKind, number>>>
  /** Of the disputed: how many were rejected or changed, and why; `none`: without a reason. */
  readonly reasons: Readonly<Partial<Record<DecisionReason | 'none', number>>>
}

export interface Disputes {
  readonly version: number
  readonly counts: readonly DisputeCount[]
}

/** Of which disputed tags one wants to read the words. What is left out does not narrow. */
export interface DisputedQuery extends ReviewQuery {
  readonly label: string
  readonly attribute: string | null
  /** Whose tags; one of the annotators. */
  readonly of?: string
  readonly week?: string
  readonly kind?: DifferenceKind
  readonly reason?: DecisionReason | 'none'
}

/** What one of the people has at those words. */
export interface DisputedReading {
  readonly annotator: string
  /** `null`: no tag of theirs is matched with it. */
  readonly tag: string | null
  /** As the tag has it. */
  readonly label: string | null
  readonly words: string | null
  /** Of the attribute that is asked about; `null` without one. */
  readonly value: AttributeValue | null
  /** The actor or position that the words mean, by id. */
  readonly means: string | null
}

/** A disputed tag with its words in their place. */
export interface DisputedTag {
  readonly tag: string
  readonly article: string
  readonly annotator: string
  readonly words: string
  /** What stands around the words in their paragraph, cut between words to a line. */
  readonly before: string
  readonly after: string
  readonly week: string
  readonly kinds: readonly DifferenceKind[]
  /** One an annotator of the query who has tags on the article, or is done with it. */
  readonly readings: readonly DisputedReading[]
  /** The decision that counts, when it rejects or changes the tag. */
  readonly decision: (Pick<Decision, 'action' | 'reason' | 'note'> & { readonly by: string }) | null
}

export interface DisputedPage {
  readonly version: number
  readonly found: number
  readonly from: number
  readonly rows: readonly DisputedTag[]
}
