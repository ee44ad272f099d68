import type { Problem } from '../model/problem'
import type { Result } from '../model/result'

/**
 * A folder of small files, as the store needs it. Paths are relative, in lower case, with `/` between their
 * parts, and never leave the folder: an implementation refuses any other. Nothing here is half done: a reader
 * sees the old file or the new one, whole.
 */
export interface Folder {
  /** The file's bytes; `null` when there is no such file, which is not the same as an empty one. */
  read(path: string): Promise<Result<Uint8Array | null, Problem>>
  /** Names in a folder, sorted, without temporary files; empty when there is no such folder. Folders end in `/`. */
  list(path: string): Promise<Result<readonly string[], Problem>>
  /** Puts a whole new file in place of the old one. `ok` means that the disk has it. */
  replace(path: string, bytes: Uint8Array): Promise<Result<null, Problem>>
  /** Writes a file that must not be there yet, and leaves one that is. `ok` means that the disk has it. */
  create(path: string, bytes: Uint8Array): Promise<Result<'created' | 'was-there', Problem>>
}

/** One line of the journal: a file of the project, by its path, and the items that were put into it. */
export interface JournalEntry {
  readonly path: string
  /** `Items` as the file keeps them; the reader checks them again. */
  readonly items: unknown
}

/**
 * The write-ahead log in the user's own application folder. What it has acknowledged is on the disk.
 */
export interface Journal {
  /** Adds an entry and flushes it. Calls that come while a flush runs share the next one. */
  append(entry: JournalEntry): Promise<Result<null, Problem>>
  /** What earlier sessions left behind, oldest first. Torn last lines and damaged ones are left out and counted. */
  leftOver(): Promise<
    Result<{ readonly entries: readonly JournalEntry[]; readonly damaged: number }, Problem>
  >
  /** Forgets all that was acknowledged or left over so far: every file it touches is in the project. */
  clear(): Promise<Result<null, Problem>>
  close(): Promise<void>
}
