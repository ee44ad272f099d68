import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { readBackup, readBackups } from './backups'
import { Catalogue } from './catalogue'
import type { FileEntry, Manifest } from './manifest'
import type { BackupPorts, Run } from './ports'
import { stretchOf } from './stretch'

type Ports = Pick<BackupPorts, 'vault' | 'codec'>

/** A backup that can be asked for its files. */
export class OpenBackup {
  readonly manifest: Manifest
  readonly catalogue: Catalogue

  private constructor(manifest: Manifest, catalogue: Catalogue) {
    this.manifest = manifest
    this.catalogue = catalogue
  }

  static async open(ports: Ports, id: string): Promise<Result<OpenBackup, Problem>> {
    const manifest = await readBackup(ports, id)
    if (!manifest.ok) return manifest
    const catalogue = await Catalogue.read(ports)
    return catalogue.ok ? ok(new OpenBackup(manifest.value, catalogue.value)) : catalogue
  }

  /** Every file, one stretch after the other. */
  async files(run: Run): Promise<Result<readonly FileEntry[], Problem>> {
    const files: FileEntry[] = []
    for (const [, sha] of this.manifest.listings) {
      if (run.isStopped()) return failed({ kind: 'cancelled' })
      const listing = await this.catalogue.listing(sha)
      if (!listing.ok) return listing
      for (const entry of listing.value) files.push(entry)
      await run.pause()
    }
    return ok(files)
  }

  bytesOf([path, , sha]: FileEntry): Promise<Result<Uint8Array, Problem>> {
    return this.catalogue.content(sha, path)
  }
}

/**
 * The bytes of a file of the project as the newest backup has them in which it is good and can be read; `null` when
 * there is none. They are compared with their SHA-256, so what comes is what stood in the project.
 */
export async function lastGood(ports: Ports, path: string): Promise<Result<Uint8Array | null, Problem>> {
  const backups = await readBackups(ports)
  if (!backups.ok) return backups
  const catalogue = await Catalogue.read(ports)
  if (!catalogue.ok) return catalogue
  const stretch = stretchOf(path)
  const tried = new Set<string>()
  for (const { listings } of backups.value.made) {
    const sha = listings.find(([key]) => key === stretch)?.[1]
    if (sha === undefined || tried.has(sha)) continue
    tried.add(sha)
    const listing = await catalogue.value.listing(sha)
    const entry = listing.ok ? listing.value.find(([listed]) => listed === path) : undefined
    if (!entry || entry[4] === 'bad') continue
    const bytes = await catalogue.value.content(entry[2], path)
    if (bytes.ok) return bytes
  }
  return ok(null)
}

/** Takes a file that is restored. It is not there yet. */
export type Put = (path: string, bytes: Uint8Array) => Promise<Result<null, Problem>>

/**
 * Gives all files of a backup to `put`, `project.json` last, so that what is cut off is no project. Tells which files
 * could not be given, as the vault has them no more as they were; everything that was given is as it was.
 */
export async function restoreAll(
  ports: Ports,
  id: string,
  put: Put,
  run: Run,
): Promise<Result<{ readonly files: number; readonly lost: readonly string[] }, Problem>> {
  const backup = await OpenBackup.open(ports, id)
  if (!backup.ok) return backup
  const files = await backup.value.files(run)
  if (!files.ok) return files
  const lost: string[] = []
  let done = 0
  // Contents that lie together are taken together, so that no block is opened twice.
  for (const entry of inOrder(files.value, backup.value.catalogue)) {
    if (run.isStopped()) return failed({ kind: 'cancelled' })
    const bytes = await backup.value.bytesOf(entry)
    if (!bytes.ok && bytes.error.kind !== 'lost-in-backup') return bytes
    if (bytes.ok) {
      const written = await put(entry[0], bytes.value)
      if (!written.ok) return written
    } else lost.push(entry[0])
    run.progress(++done, files.value.length)
    if (done % 64 === 0) await run.pause()
  }
  return ok({ files: done - lost.length, lost })
}

function inOrder(files: readonly FileEntry[], catalogue: Catalogue): readonly FileEntry[] {
  const order = (entry: FileEntry): string => {
    const place = catalogue.placeOf(entry[2])
    const at = place ? `${place.pack} ${String(place.block[0]).padStart(12, '0')}` : ''
    return `${entry[0] === 'project.json' ? 1 : 0} ${at}`
  }
  return files
    .map((entry) => ({ entry, at: order(entry) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ entry }) => entry)
}
