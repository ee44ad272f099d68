import { Low } from 'lowdb'
import type { DocumentHeader, Items, StoredDocument } from '../model/document'
import type { Problem } from '../model/problem'
import type { AnyRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { DocumentAdapter, NotRead, NotSaved, type Codec } from './document-adapter'
import type { DocumentKind } from './document-kind'
import { encodeDocument } from './encode-document'
import { historyBeside, paths } from './paths'
import type { Stamp } from './ports'
import { recoverDocument, type Recovered, type RecoveryPorts } from './recover-document'
import { setAside } from './set-aside'

/**
 * The file of one device on one article, or its registries: one lowdb database. It knows what it read or wrote last, so that it notices
 * when somebody else has written there, and which version the file is of.
 */
export class OwnDocument<R extends AnyRecord> {
  readonly path: string
  readonly #ports: RecoveryPorts
  readonly #kind: DocumentKind<R>
  readonly #header: DocumentHeader
  readonly #low: Low<StoredDocument<R> | null>
  #schema: number
  #stamp: Stamp | null = null
  #recovered: Recovered<R> | null = null
  /** Odd while the file is being written. */
  #writes = 0

  constructor(ports: RecoveryPorts, kind: DocumentKind<R>, header: DocumentHeader) {
    this.#ports = ports
    this.#kind = kind
    this.#header = header
    this.#schema = kind.schema
    this.path = paths.document(header)
    const codec: Codec<StoredDocument<R>> = {
      encode: encodeDocument,
      decode: (bytes) => this.#decode(bytes),
    }
    this.#low = new Low<StoredDocument<R> | null>(new DocumentAdapter(ports.folder, this.path, codec), null)
  }

  /** Why the file is not to be written; `null` when it may be. */
  get readOnly(): Problem | null {
    const known = this.#kind.schema
    if (this.#schema > known) return { kind: 'newer-file', file: this.path, schema: this.#schema, known }
    // What could not be kept aside is not written over.
    return this.#recovered?.isAside === false ? { kind: 'damaged-file', file: this.path } : null
  }

  /** Set when the file could not be read, and what it held was found again. */
  get recovered(): Recovered<R> | null {
    return this.#recovered
  }

  /** What stands in the file; `null` when there is none. A damaged one is made again. */
  async read(): Promise<Result<StoredDocument<R> | null, Problem>> {
    this.#stamp = await this.#stampNow()
    try {
      await this.#low.read()
    } catch (error) {
      if (!(error instanceof NotRead)) throw error
      const { kind } = error.problem
      if (kind !== 'damaged-file' && kind !== 'bad-file') return failed(error.problem)
      await this.#recover()
    }
    const document = this.#low.data
    if (document ? !this.#isInPlace(document) : await this.#hasHistory()) await this.#recover()
    return ok(this.#low.data)
  }

  /** Whether somebody else has written the file since it was read or written here. */
  async isOverwritten(): Promise<boolean> {
    const writes = this.#writes
    const stamp = await this.#stampNow()
    return this.#writes === writes && writes % 2 === 0 && stamp !== null && stamp !== this.#stamp
  }

  /**
   * What somebody else has written there meanwhile; `null` when nobody has, or the file is gone. A damaged file is kept
   * aside, for the next write to put right; a newer one is a Problem.
   */
  async changesByOthers(): Promise<Result<StoredDocument<R> | null, Problem>> {
    const stamp = await this.#stampNow()
    if (stamp === null || stamp === this.#stamp) return ok(null)
    const bytes = await this.#ports.folder.read(this.path)
    if (!bytes.ok || !bytes.value) return bytes.ok ? ok(null) : bytes
    const read = this.#decode(bytes.value)
    if (this.readOnly) return failed(this.readOnly)
    const isMine = read.ok && this.#isInPlace(read.value)
    if (!isMine) {
      if (!read.ok && read.error.kind === 'newer-file') return read
      const aside = await setAside(this.#ports.vault, 'quarantine', this.#header, bytes.value)
      if (!aside.ok) return aside
      if (aside.value === null) return failed({ kind: 'damaged-file', file: this.path })
    }
    this.#stamp = stamp
    return isMine ? read : ok(null)
  }

  /** Puts these items into the file, whose history has everything up to `logged`. One of an older version is kept first. */
  async write(items: Items<R>, clock: number, logged: number): Promise<Result<null, Problem>> {
    if (this.readOnly) return failed(this.readOnly)
    this.#writes++
    try {
      const older = await this.#keepOlder()
      if (!older.ok) return older
      this.#low.data = { ...(this.#low.data ?? this.#kind.blank(this.#header, {})), clock, logged, items }
      await this.#low.write()
      this.#stamp = await this.#stampNow()
      return ok(null)
    } catch (error) {
      if (error instanceof NotSaved) return failed(error.problem)
      throw error
    } finally {
      this.#writes++
    }
  }

  #decode(bytes: Uint8Array): Result<StoredDocument<R>, Problem> {
    const read = this.#kind.read(bytes, this.path)
    if (!read.ok) return read
    this.#schema = read.value.schema
    return ok(read.value.document)
  }

  #isInPlace({ annotator, article }: StoredDocument<R>): boolean {
    return annotator === this.#header.annotator && (article ?? null) === this.#header.article
  }

  /** A history without its document: somebody removed the one. */
  async #hasHistory(): Promise<boolean> {
    const stamps = await this.#ports.folder.stamps([historyBeside(this.path)])
    return stamps.ok && stamps.value[0] !== null
  }

  async #recover(): Promise<void> {
    this.#recovered = await recoverDocument(this.#ports, this.path, this.#kind, this.#header)
    this.#low.data = this.#kind.blank(this.#header, this.#recovered.items)
  }

  async #keepOlder(): Promise<Result<null, Problem>> {
    if (this.#schema >= this.#kind.schema) return ok(null)
    const bytes = await this.#ports.folder.read(this.path)
    if (!bytes.ok) return bytes
    const kept = bytes.value
      ? await setAside(this.#ports.vault, 'older', this.#header, bytes.value)
      : ok(null)
    if (!kept.ok) return kept
    this.#schema = this.#kind.schema
    return ok(null)
  }

  async #stampNow(): Promise<Stamp | null> {
    const stamps = await this.#ports.folder.stamps([this.path])
    return stamps.ok ? (stamps.value[0] ?? null) : this.#stamp
  }
}
