import type { Problem } from '../../../../model/problem'
import type { Saving } from '../../../views'

/** What the driven program is told, one JSON value a line. Folders are absolute paths. */
export type Order = Readonly<
  /** Opens the project, or makes it with one article; tells how many tags of the person there are. */
  | { do: 'open'; project: string; home: string }
  /** Makes one more tag. */
  | { do: 'tag' }
  /** Gives the tag that stands first in the text this label. */
  | { do: 'relabel'; label: string }
  /** Tells how safe the work is now, and the labels of the tags in text order. */
  | { do: 'look' }
  /** Waits until it is in this state, for so many milliseconds at most. */
  | { do: 'wait'; state: Saving['state']; atMost: number }
  /** Counts the tags that the folder has, whatever the journal holds. */
  | { do: 'count' }
  | { do: 'close' }
  /** Writes a file that takes all the room there is, but for so many bytes. */
  | { do: 'fill'; folder: string; leave: number }
  | { do: 'free'; folder: string }
>

/** What it answers to each. */
export type Answer = Readonly<{
  ok: boolean
  problem: Problem | null
  saving: Saving
  tags: number
  /** Of the tags in text order, for "look" and "count". */
  labels: readonly string[]
  troubles: readonly Problem[]
}>
