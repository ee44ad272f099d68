import type { Problem } from '../model/problem'
import type { Result } from '../model/result'
import type { SourceFile } from './decode'
import type { ReadArticle } from './read-article'

/** A kind of file that articles are read from. To add one: write a file beside this, and name it in `index.ts`. */
export interface Importer {
  /** Kept in people's scripts and settings, so it never changes. */
  readonly id: string
  readonly title: string
  /** For file dialogs, in lower case without the dot. Files with other names are taken too if `accepts` says so. */
  readonly extensions: readonly string[]
  /** Whether a file may be of this kind, by its name and its first bytes (at least 512, or all it has). */
  readonly accepts: (name: string, head: Uint8Array) => boolean
  readonly read: (file: SourceFile) => Result<ReadArticle, Problem>
}
