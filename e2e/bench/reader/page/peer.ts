import type { Span } from '../../../../data/model/span'
import type { ReaderTag, ReaderWorkload, Spot } from '../reader-workload'

/**
 * A reader as the bench drives it, whoever made it. Nothing here is timed but `load`, and what comes between the
 * call of `tag` or `untag` and the frame after which its answer says `true`.
 */
export interface Peer {
  /** What happens once when its application starts, before anything is opened, and what it knows of the article by then. */
  warmUp?(host: HTMLElement, workload: ReaderWorkload): Promise<void>
  load(host: HTMLElement, workload: ReaderWorkload): void
  /** Text and tags of the first screen are there. Where it is left out, they come with all the others. */
  isFirstScreen?(): boolean
  /** All text is there, every tag is known, and those in view are drawn. Cheap: it is asked every frame. */
  isOpen(): boolean
  /** The words of a span, in what the page shows. */
  rangeOf(span: Span): Range
  /** Brings words into view where that takes more than scrolling their range there. */
  reveal?(span: Span): Promise<void>
  /** What a person does before selecting. */
  beforeSelect?(spot: Spot, range: Range): void
  /** Tags the selected words, by the event that this reader's users cause. The answer says whether it is drawn. */
  tag(spot: Spot): () => boolean
  untag(tag: ReaderTag): () => boolean
  /** Finds what lies under the pointer where that is not done by the reader's own listeners. */
  hitTest?(x: number, y: number): void
  scroller?(): Element
  /** The box that holds the text. */
  textBox?(): Element
  /** Makes the text so many pixels wide; `null`: as wide as it was. Where it is left out, the host gets a width. */
  setTextWidth?(px: number | null): void
  /** Fails when what is shown is not what it should be. Gives how far the drawing is off at most, in pixels. */
  check?(): { readonly overlayOffPx: number }
}
