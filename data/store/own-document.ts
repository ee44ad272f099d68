import { Low } from 'lowdb'
import { workDocument, WORK_SCHEMA, type Items, type WorkDocument, type WorkHeader } from '../model/document'
import type { Problem } from '../model/problem'
import type { WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { DocumentAdapter, NotRead, NotSaved, type Codec } from './document-adapter'
import { encodeDocument, readDocument } from './encode-document'
import { paths } from './paths'
import type { Stamp } from './ports'
import { historyBeside, recoverWork, type Recovered, type RecoveryPorts } from './recover-work'
import { setAside } from './set-aside'

/**
 * The file of one device on one article: one lowdb database. It knows what it read or wrote last, so that it notices
 * when somebody else has written there, and which version the file is of.
 */
export class OwnDocument {
  readonly path: string
  readonly #ports: RecoveryPorts
  readonly #header: WorkHeader
  readonly #low: Low<WorkDocument | null>
  #schema = WORK_SCHEMA
  #stamp: Stamp | null = null
  #recovered: Recovered | null = null
  /** Odd while the file is being written. */
  #writes = 0

  constructor(ports: RecoveryPorts, header: WorkHeader) {
    this.#ports = ports
    this.#header = header
    this.path = paths.work(header.annotator, header.device, header.article)
    const codec: Codec<WorkDocument> = {
      encode: encodeDocument,
      decode: (bytes) => this.#decode(bytes),
    }
    this.#low = new Low<WorkDocument | null>(new DocumentAdapter(ports.folder, this.path, codec), null)
  }

  /** Why the file is not to be written; `null` when it may be. */
  get readOnly(): Problem | null {
    if (this.#schema > WORK_SCHEMA)
      return { kind: 'newer-file', file: this.path, schema: this.#schema, known: WORK_SCHEMA }
    // What could not be kept aside is not written over.
    return this.#recovered?.isAside === false ? { kind: 'damaged-file', file: this.path } : null
  }

  /** Set when the file could not be read, and what it held was found again. */
  get recovered(): Recovered | null {
    return this.#recovered
  }

  /** What stands in the file; `null` when there is none. A damaged one is made again. */
  async read(): Promise<Result<WorkDocument | null, Problem>> {
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
  async changesByOthers(): Promise<Result<WorkDocument | null, Problem>> {
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
  async write(items: Items<WorkRecord>, clock: number, logged: number): Promise<Result<null, Problem>> {
    if (this.readOnly) return failed(this.readOnly)
    this.#writes++
    try {
      const older = await this.#keepOlder()
      if (!older.ok) return older
      this.#low.data = { ...(this.#low.data ?? workDocument(this.#header, {})), clock, logged, items }
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

  #decode(bytes: Uint8Array): Result<WorkDocument, Problem> {
    const read = readDocument(bytes, this.path, 'work')
    if (!read.ok) return read
    this.#schema = read.value.schema
    return ok(read.value.document)
  }

  #isInPlace({ annotator, article }: WorkDocument): boolean {
    return annotator === this.#header.annotator && article === this.#header.article
  }

  /** A history without its document: somebody removed the one. */
  async #hasHistory(): Promise<boolean> {
    const stamps = await this.#ports.folder.stamps([historyBeside(this.path)])
    return stamps.ok && stamps.value[0] !== null
  }

  async #recover(): Promise<void> {
    this.#recovered = await recoverWork(this.#ports, this.path, this.#header)
    this.#low.data = workDocument(this.#header, this.#recovered.items)
  }

  async #keepOlder(): Promise<Result<null, Problem>> {
    if (this.#schema >= WORK_SCHEMA) return ok(null)
    const bytes = await this.#ports.folder.read(this.path)
    if (!bytes.ok) return bytes
    const kept = bytes.value
      ? await setAside(this.#ports.vault, 'older', this.#header, bytes.value)
      : ok(null)
    if (!kept.ok) return kept
    this.#schema = WORK_SCHEMA
    return ok(null)
  }

  async #stampNow(): Promise<Stamp | null> {
    const stamps = await this.#ports.folder.stamps([this.path])
    return stamps.ok ? (stamps.value[0] ?? null) : this.#stamp
  }
}
