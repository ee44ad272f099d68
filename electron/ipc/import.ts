import type { BlockType, Metadata } from '../../data/model/article'
import type { Problem } from '../../data/model/problem'

/** One file of an import, as the dialog shows it. */
export interface ImportRow {
  /** Counts from 0, in the order in which the files were found. */
  readonly row: number
  readonly file: string
  readonly state: Readonly<
    | { is: 'waiting' }
    | { is: 'reading' }
    | { is: 'left-out'; problem: Problem }
    | {
        is: 'ready'
        /** The article's id: the hash of its text. */
        article: string
        metadata: Metadata
        words: number
        encoding: string
        /** What is a guess, each with where it came from in words: "Date taken from the file name." */
        guesses: readonly { readonly field: string; readonly words: string }[]
        /** The first 60 blocks or so, for the preview. `text` is the block's whole text. */
        blocks: readonly { readonly type: BlockType; readonly text: string }[]
        /** How many blocks there are in all. */
        blockCount: number
        /** The text is in the project, or in an earlier row, under this title. */
        alreadyHere: string | null
      }
  >
}

export interface ImportEvent {
  /** Rows that are new or have changed. */
  readonly rows: readonly ImportRow[]
  readonly total: number
  readonly done: number
  /** The first event of an import, with which the dialog opens. */
  readonly started: boolean
  /** Nothing is being read any more. */
  readonly finished: boolean
}

/** What the user knows better. Left out: as it is, guessed or corrected before. The text itself cannot be changed. */
export interface ImportCorrection {
  readonly metadata?: Partial<Metadata>
  readonly blockTypes?: readonly { readonly block: number; readonly type: BlockType }[]
}
