import type { Span } from '../model/span'
import type { Stance } from './statement'

/** A tag that means an entry of the registries, or has a label: the words in their place. */
export interface Evidence {
  readonly tag: string
  readonly article: string
  readonly annotator: string
  /** As the tag has it; a merged label counts as another. */
  readonly label: string
  /** The codebook's revision under which the tag was made. */
  readonly revision: string
  /** As the tag has it; a merged entry counts as another. */
  readonly means: string | null
  /** What it was called: the tag's words, parts joined with " … ". */
  readonly words: string
  /** From the first word to the last, in UTF-16 code units of the article's text. */
  readonly place: Span
  /** The paragraph it begins in, counted from 1 as a reader would; `null` outside all of them, or where the article cannot be read. */
  readonly paragraph: number | null
  /** What stands around the words in their paragraph, cut between words to a line. */
  readonly before: string
  readonly after: string
  /** The day that counts: when it was said, else when the article was filed or came out. */
  readonly day: string | null
  /** The day on which it was said, as the tag says. */
  readonly said: string | null
  readonly stance: Stance | null
}

/** Which tags are wanted. What is left out does not narrow. */
export interface EvidenceFilter {
  /** Ids of entries, those that were merged into one another each for itself (`Registry.groupOf`). */
  readonly entries?: readonly string[]
  /** Ids of labels, those that were merged each for itself. */
  readonly labels?: readonly string[]
  /** Revisions of the codebook. */
  readonly revisions?: readonly string[]
  readonly annotators?: readonly string[]
  readonly articles?: readonly string[]
  /** What it was called, as `WordsFor` has it: in whatever case. */
  readonly words?: string
}

export interface EvidenceQuery extends EvidenceFilter {
  readonly sort: 'newest' | 'oldest'
}

/** Tags of a window of those that a query finds. */
export interface EvidencePage {
  readonly version: number
  readonly found: number
  /** Articles in which they stand. */
  readonly articles: number
  readonly from: number
  readonly rows: readonly Evidence[]
}

/** How many tags mean an entry. */
export interface EntryCount {
  /** Those that name this very entry. */
  readonly own: number
  /** The same with all that was merged into it; for one that was merged itself, its own. */
  readonly tags: number
  /** Articles in which those stand. */
  readonly articles: number
}

/** Entries without tags are not there. */
export interface EntryCounts {
  readonly version: number
  readonly entries: Readonly<Record<string, EntryCount>>
}

/** What entries were called. "He" and "he" are the same words, in the form in which they stand most often. */
export interface WordsFor {
  readonly version: number
  /** The commonest first. */
  readonly words: readonly { readonly words: string; readonly tags: number; readonly articles: number }[]
}

/** What was learnt from tags for choosing an entry: by its id what it was called, the commonest first, and how often. */
export interface LearntNames {
  readonly version: number
  readonly entries: Readonly<Record<string, readonly (readonly [words: string, tags: number])[]>>
}

/** How much is tagged with a label, as the tags have it. */
export interface LabelUse {
  readonly label: string
  readonly articles: number
  readonly by: readonly { readonly annotator: string; readonly revision: string; readonly tags: number }[]
}

/** How much each part of the codebook is used, over all articles and people. */
export interface LabelsUsed {
  readonly version: number
  readonly labels: readonly LabelUse[]
  /** How many tags of whom have a value of it. */
  readonly attributes: readonly {
    readonly attribute: string
    readonly annotator: string
    readonly tags: number
  }[]
  /** How many links of whom lead from tags with one label to tags with another, as the tags have them. */
  readonly links: readonly {
    readonly type: string
    readonly from: string
    readonly to: string
    readonly annotator: string
    readonly links: number
  }[]
}
