import type { Problem } from '../model/problem'
import type { Result } from '../model/result'

/**
 * A folder of small files, as the store needs it. Paths are relative, in lower case, with `/` between their
 * parts, and never leave the folder: an implementation refuses any other. Nothing here is half done: a reader
 * sees the old file or the new one, whole.
 */
export interface Folder {
  /**
   * The file's bytes; `null` when there is no such file, which is not the same as an empty one. The last part may be
   * any name that `list` gave, as sync programs make them; so too for `remove`.
   */
  read(path: string): Promise<Result<Uint8Array | null, Problem>>
  /**
   * The same for many files at once, each path with its own answer, in order. It costs a third of reading them one by
   * one where several lie in one folder. Only a folder that cannot be reached is a Problem of the whole.
   */
  readAll(paths: readonly string[]): Promise<Result<readonly Result<Uint8Array | null, Problem>[], Problem>>
  /** Names in a folder, sorted, without temporary files; empty when there is no such folder. Folders end in `/`. */
  list(path: string): Promise<Result<readonly string[], Problem>>
  /**
   * For each path, what tells one state of the file or folder there from another without reading it; `null` where
   * nothing is. A folder's changes when a file in it is made, replaced or removed.
   */
  stamps(paths: readonly string[]): Promise<Result<readonly (Stamp | null)[], Problem>>
  /** Puts a whole new file in place of the old one. `ok` means that the disk has it. */
  replace(path: string, bytes: Uint8Array): Promise<Result<null, Problem>>
  /** Writes a file that must not be there yet, and leaves one that is. `ok` means that the disk has it. */
  create(path: string, bytes: Uint8Array): Promise<Result<'created' | 'was-there', Problem>>
  /**
   * Adds whole lines at the end of a file, which is made if need be. Where an earlier call was cut off, they begin on
   * a line of their own. `ok` means that the disk has them; on a Problem some of the bytes may be there.
   */
  append(path: string, lines: Uint8Array): Promise<Result<null, Problem>>
  /** Takes a file away; one that is not there is no Problem. `ok` means that the disk has forgotten it. */
  remove(path: string): Promise<Result<null, Problem>>
}

/** Size, time of change and identity, as one text to compare. */
export type Stamp = string

/** One line of the journal for a step on one document: a file of the project, by its path, and the items that were put into it. */
export interface JournalEntry {
  readonly path: string
  /** `Items` as the file keeps them; the reader checks them again. */
  readonly items: unknown
  /** What was done and what stood there before, as `stepNoteSchema` has it; an older program left it out. */
  readonly step?: unknown
}

/** One line of the journal for a step over several documents: it is all there or nothing of it is. */
export interface JournalStep {
  readonly parts: readonly { readonly path: string; readonly items: unknown; readonly before: unknown }[]
  /** What was done, as `stepNoteSchema` has it. */
  readonly step: unknown
  /** Revisions of the codebook that the registries name from then on. */
  readonly revisions?: readonly unknown[]
}

export type JournalLine = JournalEntry | JournalStep

/**
 * The write-ahead log in the user's own application folder. What it has acknowledged is on the disk.
 */
export interface Journal {
  /** Adds an entry and flushes it. Calls that come while a flush runs share the next one. */
  append(entry: JournalLine): Promise<Result<null, Problem>>
  /** What earlier sessions left behind, oldest first. Torn last lines and damaged ones are left out and counted. */
  leftOver(): Promise<Result<{ readonly entries: readonly JournalLine[]; readonly damaged: number }, Problem>>
  /** Forgets all that was acknowledged or left over so far: every file it touches is in the project. */
  clear(): Promise<Result<null, Problem>>
  close(): Promise<void>
}
