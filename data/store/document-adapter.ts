import type { Adapter } from 'lowdb'
import type { Problem } from '../model/problem'
import type { Result } from '../model/result'
import type { Folder } from './ports'

/** How a document becomes the bytes of its file, and back. `file` is its path, for the Problem. */
export interface Codec<T> {
  encode(document: T): Uint8Array
  decode(bytes: Uint8Array, file: string): Result<T, Problem>
}

/** Carries a Problem through lowdb, which knows exceptions only. Whoever calls `write` catches it there. */
export class NotSaved extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`not saved: ${problem.kind}`)
    this.problem = problem
  }
}

/** The same for `read`. */
export class NotRead extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`not read: ${problem.kind}`)
    this.problem = problem
  }
}

/**
 * One file of a folder as a lowdb database. Give `Low` the default `null`: it never writes `null`, and it keeps its
 * default when a file is missing, so any other default would go over the real file once a share is back.
 *
 * `read` gives `null` while there has never been a file, and throws `NotRead` when one that was there is gone.
 * `write` keeps the document as it is at the call, later changes to it being for the next one; when it returns, the
 * disk has the file. Calls are carried out in their order, and each fails or succeeds for itself.
 */
export class DocumentAdapter<T> implements Adapter<T | null> {
  readonly #folder: Folder
  readonly #path: string
  readonly #codec: Codec<T>
  #wasThere = false

  constructor(folder: Folder, path: string, codec: Codec<T>) {
    this.#folder = folder
    this.#path = path
    this.#codec = codec
  }

  async read(): Promise<T | null> {
    const bytes = await this.#folder.read(this.#path)
    if (!bytes.ok) throw new NotRead(bytes.error)
    if (bytes.value === null) {
      if (!this.#wasThere) return null
      throw new NotRead({ kind: 'unreadable-file', file: this.#path, why: 'it was there before and is gone' })
    }
    this.#wasThere = true
    const document = this.#codec.decode(bytes.value, this.#path)
    if (!document.ok) throw new NotRead(document.error)
    return document.value
  }

  async write(document: T | null): Promise<void> {
    if (document === null) return
    const written = await this.#folder.replace(this.#path, this.#codec.encode(document))
    if (!written.ok) throw new NotSaved(written.error)
    this.#wasThere = true
  }
}
