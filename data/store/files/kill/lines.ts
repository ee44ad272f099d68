import type { Problem } from '../../../model/problem'

/** What the child writes, one JSON value a line, so that it outlives the child. */
export type Line = Readonly<
  /** The project is open. */
  | { is: 'ready' }
  /**
   * Asks for a change now: of these records, or of a new one. With a `mark` all of them are to have it in them afterwards,
   * or none.
   */
  | { is: 'asks'; ids: readonly string[]; isNew: boolean; mark?: string }
  /** The store has answered after so many milliseconds: these records are safe as they stand here, `null` being deleted. */
  | { is: 'acknowledged'; ms: number; after: Readonly<Record<string, object | null>> }
  /** The store has not taken it. If that was the disk's fault, it may come back all the same. */
  | { is: 'refused'; problem: Problem }
  /** Asks for everything that was acknowledged so far to be in the folder. */
  | { is: 'flushes' }
  /** It is "Saved" now, what was asked for last. */
  | { is: 'saved' }
  /** Does nothing more: what it has acknowledged last is not on the disk. */
  | { is: 'stands' }
>
