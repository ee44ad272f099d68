import type { Annotation } from '../../data/model/records'
import type { Looks } from './drawing/paragraph-drawing'
import type { DrawnTag } from './drawing/tag-index'
import type { PickedWords } from './reading/picked-words'

/** What a person does in the reader, as the rest of the window understands it. */
export interface ReaderIntents {
  readonly select: (id: string | null) => void
  readonly pointAt: (id: string | null) => void
  /** Words were selected, or none any more. Boxes are in pixels of the page. */
  readonly pick: (picked: PickedWords | null) => void
  /** Words were selected by a drag or a double click, which is over. */
  readonly picked: () => void
  readonly menu: (at: { readonly tag: string | null; readonly x: number; readonly y: number }) => void
  /** Whether a tag was made under another definition of its label; without it, none was. */
  readonly isOlder?: (tag: Annotation) => boolean
  /** How a tag steps back about which nothing is open; `null`, or without it: it does not. */
  readonly settledAs?: (tag: DrawnTag) => 'quiet' | 'rejected' | null
  /** What stands in the margin behind a tag's letter. */
  readonly suffixOf?: Looks['suffixOf']
  /** What stands in the margin in place of a tag's letter. */
  readonly signOf?: Looks['signOf']
}
