/** One tag of the sample, by the words it stands on; `findQuote` turns them into offsets. */
export interface SampleTag {
  /** Name used by links, unique within one article and annotator. */
  readonly key?: string
  readonly label: 'actor' | 'position' | 'claim'
  /** The words as they stand in the article; several strings = a discontinuous tag. */
  readonly quote: string | readonly string[]
  /** Which occurrence of the (first) quote, from 1. Default 1. */
  readonly nth?: number
  /** Key of an actor (actor tags) or of a position (position and claim tags) in the registries. */
  readonly means?: string
  /** Attribute values by attribute id of the built-in codebook. */
  readonly attributes?: Readonly<Record<string, string | number>>
  readonly note?: string
}

export interface SampleLink {
  readonly type: 'holds' | 'makes' | 'addresses' | 'supports' | 'opposes' | 'cites'
  /** Keys of two tags of the same work. */
  readonly from: string
  readonly to: string
}

/** What one annotator made of one article. */
export interface SampleWork {
  /** The article's file name without `.txt`. */
  readonly article: string
  readonly annotator: string
  readonly tags: readonly SampleTag[]
  readonly links: readonly SampleLink[]
}

export interface SampleActor {
  readonly key: string
  /** Key of the annotator in whose registry it stands. */
  readonly addedBy: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: 'person' | 'government' | 'organisation' | 'armed-group' | 'media' | 'people'
  readonly country?: string
  /** Years or dates, as far as they are known. */
  readonly roles?: readonly { readonly title: string; readonly from?: string; readonly to?: string }[]
  /** Key of the actor that this one speaks for. */
  readonly speaksFor?: string
}

export interface SamplePosition {
  readonly key: string
  /** Key of the annotator in whose registry it stands. */
  readonly addedBy: string
  /** A question; positions with the same one are answers to the same issue. */
  readonly issue: string
  readonly answer: string
  /** Keys of answers to the same question that cannot be held together with this one. */
  readonly opposes?: readonly string[]
}

export interface SampleAnnotator {
  readonly key: string
  readonly name: string
}

export interface SampleArticle {
  /** The file name without `.txt`. */
  readonly name: string
  readonly fileName: string
  /** What the file does not say and the analysts knew: where it is from, and when it came out. */
  readonly known: { readonly outlet?: string; readonly published?: string }
}
