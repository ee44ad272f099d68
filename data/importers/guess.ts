import type { Metadata } from '../model/article'

/** Where a guess about an article came from. */
export type Origin =
  | 'headline'
  | 'first-words'
  | 'file-name'
  | 'dateline'
  /** A line with a date and nothing else. */
  | 'date-line'
  | 'byline'
  | 'copyright-line'
  | 'address'
  | 'text'

/** One field of the metadata that was guessed, so that a person can be told where from, and correct it. */
export interface Guess {
  readonly field: keyof Metadata
  readonly from: Origin
}
