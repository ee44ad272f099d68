import type { Folder } from '../ports'

/** What making and reading backups needs from outside. */
export interface BackupPorts {
  /** The project. */
  readonly folder: Folder
  /** Where its backups lie: never in the project. */
  readonly vault: Folder
  readonly codec: Codec
  readonly clock: {
    /** ISO 8601, UTC. */
    readonly now: () => string
    /** A new UUID, later ones sorting after earlier ones. */
    readonly newId: () => string
  }
}

/** Work on bytes that is too heavy, or too much the system's own, to be done here. */
export interface Codec {
  /** SHA-256 in lower-case hexadecimal. */
  readonly hash: (bytes: Uint8Array) => string
  /** The same in fewer bytes. */
  readonly squeeze: (bytes: Uint8Array) => Promise<Uint8Array>
  /** What was squeezed, at most `most` bytes of it; `null` when that cannot be made out any more. */
  readonly expand: (bytes: Uint8Array, most: number) => Promise<Uint8Array | null>
}

/** A piece of long work, as whoever asked for it follows it. */
export interface Run {
  /** Looked at between two pieces; the work then ends with the Problem "cancelled", and nothing is half done. */
  readonly isStopped: () => boolean
  /** How many files of how many. */
  readonly progress: (done: number, total: number) => void
  /** Waits until the work may go on, so that nothing else has to wait for it. */
  readonly pause: () => Promise<void>
}

/** For what is short, or has nobody to wait for it. */
export const unwatched: Run = { isStopped: () => false, progress: () => {}, pause: async () => {} }
