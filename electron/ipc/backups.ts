import type { BackupReason } from '../../data/store/backup/manifest'
import type { Problem } from '../../data/model/problem'

/** A backup as the dialog lists it. */
export interface ListedBackup {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly made: string
  readonly why: BackupReason
  readonly files: number
  /** Of the project as it was then. */
  readonly bytes: number
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Files that stand in it with their last good version, because they were damaged; at most a hundred are counted. */
  readonly kept: number
  /** Files that were damaged and had no good version; likewise. */
  readonly bad: number
  /** How many of its files it has no more as they were; `null` before that was looked at. */
  readonly lost: number | null
}

/** What is being done with backups, and how far it is; `total` 0 while that is not known. */
export interface BackupWork {
  readonly is: 'backing-up' | 'checking' | 'restoring'
  readonly done: number
  readonly total: number
}

/** What the dialog Backups shows. */
export interface BackupsView {
  /** Newest first. */
  readonly backups: readonly ListedBackup[]
  readonly doing: BackupWork | null
  /** Why the last try at a backup failed, until one succeeds. */
  readonly problem: Problem | null
  /** Where the backups lie, for people to read. */
  readonly folder: string
}

export const noBackups: BackupsView = { backups: [], doing: null, problem: null, folder: '' }
