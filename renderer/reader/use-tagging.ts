import type { Span } from '../../data/model/span'
import { useShown } from '../state/store'
import {
  addWords,
  canGive,
  canTakeOut,
  giveWords,
  mySelected,
  repeatedLabel,
  repeatTag,
  tagPicked,
  takeOutWords,
} from './tagging'

/** What can be done with the selected words by button and menu; `null` for what cannot be done with them now. */
export interface Tagging {
  readonly tag: (label: string) => void
  /** Tags them as the last tag. */
  readonly again: (() => void) | null
  /** Gives the selected tag these words instead of its own. */
  readonly move: (() => void) | null
  /** Adds them to the selected tag as a further part. */
  readonly add: (() => void) | null
  /** Takes them out of the selected tag. */
  readonly takeOut: (() => void) | null
}

export function useTagging(picked: Span | null): Tagging {
  useShown(({ selected }) => selected)
  useShown(({ reshaping }) => reshaping)
  return {
    tag: (label) => void tagPicked(label),
    again: repeatedLabel() === null ? null : () => void repeatTag(),
    move: canGive(picked) ? () => void giveWords() : null,
    add: mySelected() ? () => void addWords() : null,
    takeOut: canTakeOut(picked) ? () => void takeOutWords() : null,
  }
}
