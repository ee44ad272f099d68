import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import type { Stamp } from '../ports'
import type { Catalogue } from './catalogue'
import { isWhole } from './good-file'
import type { FileEntry, Listing } from './manifest'
import type { Packer } from './packer'
import type { BackupPorts } from './ports'

/** How many files are read before the first of them is looked at. */
const AT_ONCE = 16

/** A stamp that no file has. */
const UNREAD: Stamp = ''

/** Reads stretches of a project for a backup, and gives their contents to the packer. */
export class StretchReader {
  readonly #ports: BackupPorts
  readonly #catalogue: Catalogue
  readonly #packer: Packer
  /** Bytes of files that were read so far. */
  bytesRead = 0

  constructor(ports: BackupPorts, catalogue: Catalogue, packer: Packer) {
    this.#ports = ports
    this.#catalogue = catalogue
    this.#packer = packer
  }

  /** The listing of these files as they are now; `known` is how they were listed before. */
  async read(paths: readonly string[], known: Listing): Promise<Result<Listing, Problem>> {
    const before = new Map(known.map((entry) => [entry[0], entry]))
    const sorted = paths.toSorted()
    const stamps = await this.#stamps(sorted)
    if (!stamps.ok) return stamps
    const listing: FileEntry[] = []
    const unlisted: { readonly path: string; readonly stamp: Stamp }[] = []
    for (const [i, path] of sorted.entries()) {
      const stamp = stamps.value[i] ?? null
      const entry = before.get(path)
      if (stamp === null) continue
      if (entry?.[1] === stamp && stamp !== UNREAD && this.#catalogue.has(entry[2])) listing.push(entry)
      else unlisted.push({ path, stamp })
    }
    for (let at = 0; at < unlisted.length; at += AT_ONCE) {
      const files = unlisted.slice(at, at + AT_ONCE)
      const contents = await this.#ports.folder.readAll(files.map(({ path }) => path))
      if (!contents.ok) return contents
      for (const [i, { path, stamp }] of files.entries()) {
        const entry = await this.#take(path, stamp, contents.value[i]!, before.get(path) ?? null)
        if (!entry.ok) return entry
        if (entry.value) listing.push(entry.value)
      }
    }
    return ok(listing.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** The stamps, `UNREAD` for a file that cannot be looked at. */
  async #stamps(paths: readonly string[]): Promise<Result<readonly (Stamp | null)[], Problem>> {
    const { folder } = this.#ports
    const stamps = await folder.stamps(paths)
    if (stamps.ok || stamps.error.kind === 'folder-unreachable') return stamps
    const each: (Stamp | null)[] = []
    for (const path of paths) {
      const stamp = await folder.stamps([path])
      if (!stamp.ok && stamp.error.kind === 'folder-unreachable') return stamp
      each.push(stamp.ok ? (stamp.value[0] ?? null) : UNREAD)
    }
    return ok(each)
  }

  /** How a file is listed that is new or was changed; `null` when it is not listed. */
  async #take(
    path: string,
    stamp: Stamp,
    read: Result<Uint8Array | null, Problem>,
    before: FileEntry | null,
  ): Promise<Result<FileEntry | null, Problem>> {
    if (!read.ok && read.error.kind === 'folder-unreachable') return failed(read.error)
    const hasGood = before !== null && before[4] !== 'bad' && this.#catalogue.has(before[2])
    const keep = (): FileEntry | null => (hasGood ? [path, stamp, before[2], before[3], 'kept'] : null)
    if (!read.ok) return ok(keep())
    // It went since it was listed.
    if (!read.value) return ok(null)
    const bytes = read.value
    this.bytesRead += bytes.length
    const isGood = await isWhole(path, bytes, this.#ports.codec, async () => {
      const last = hasGood ? await this.#catalogue.content(before[2], path) : null
      return last?.ok ? last.value : null
    })
    if (!isGood && hasGood) return ok(keep())
    const sha = this.#ports.codec.hash(bytes)
    const put = await this.#packer.add(sha, bytes)
    return put.ok ? ok([path, stamp, sha, bytes.length, isGood ? 'good' : 'bad']) : put
  }
}
