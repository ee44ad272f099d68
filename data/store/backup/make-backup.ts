import type { Problem } from '../../model/problem'
import type { Project } from '../../model/project'
import { failed, ok, type Result } from '../../model/result'
import { readBackups, readDraft } from './backups'
import { Catalogue } from './catalogue'
import { backupIdOf, named, vaultPaths, type BackupReason, type Listing, type Manifest } from './manifest'
import { Packer } from './packer'
import type { BackupPorts, Run } from './ports'
import { seal } from './sealed'
import { findFiles } from './stretch'
import { StretchReader } from './stretch-reader'

/** What the backup is of, and why it is made. */
export interface BackupSubject {
  readonly project: Pick<Project, 'id' | 'name'>
  readonly root: string
  readonly why: BackupReason
}

/** After so many bytes of new content, what was done so far is kept for the next time. */
const DRAFT_EVERY = 16 * 1024 * 1024

/**
 * Makes a backup. Files that have the stamp that they had at the last one are not read again, and contents that the
 * vault has are not written again. What is written is read back and compared; the manifest, which makes the backup
 * count, comes last. The project is only read.
 *
 * A file that is damaged, or cannot be read, stands in the backup with its last good version. When the backup is
 * stopped, or fails, the next one goes on from there.
 */
export async function makeBackup(
  ports: BackupPorts,
  subject: BackupSubject,
  run: Run,
): Promise<Result<Manifest, Problem>> {
  const { vault, codec, clock } = ports
  const catalogue = await Catalogue.read(ports)
  if (!catalogue.ok) return catalogue
  const backups = await readBackups(ports)
  if (!backups.ok) return backups
  const draft = await readDraft(ports)
  if (!draft.ok) return draft
  const found = await findFiles(ports.folder, run)
  if (!found.ok) return found

  const last = backups.value.made[0] ?? null
  const before = new Map(last?.listings.map(([stretch, sha]) => [stretch, sha]))
  const isFresh = draft.value?.after === (last?.number ?? 0)
  const begun = new Map(isFresh ? draft.value?.listings.map(([stretch, sha]) => [stretch, sha]) : [])
  const contents = new Packer(ports, catalogue.value)
  const lists = new Packer(ports, catalogue.value)
  const reader = new StretchReader(ports, catalogue.value, contents)
  const listed = async (sha: string | undefined): Promise<Listing> => {
    const listing = sha === undefined ? null : await catalogue.value.listing(sha)
    return listing?.ok ? listing.value : []
  }

  const listings: [string, string, number][] = []
  const made = { files: 0, bytes: 0, added: 0, changed: 0, removed: 0 }
  const kept: string[] = []
  const bad: string[] = []
  let drafted = 0

  /** Everything up to here onto the disk, so that it is found by the next backup if this one does not come to its end. */
  const keepDraft = async (): Promise<Result<null, Problem>> => {
    for (const packer of [contents, lists]) {
      const flushed = await packer.flush()
      if (!flushed.ok) return flushed
    }
    drafted = reader.bytesRead
    return vault.replace(
      vaultPaths.draft,
      seal({ format: 'parley/backup-draft', schema: 1, after: last?.number ?? 0, listings }, codec),
    )
  }

  const stretches = await withClosed(found.value, last, listed)
  let done = 0
  for (const [stretch, paths] of [...stretches].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (run.isStopped()) {
      await keepDraft()
      return failed({ kind: 'cancelled' })
    }
    const old = await listed(before.get(stretch))
    const known = begun.has(stretch) ? await listed(begun.get(stretch)) : old
    const read = await reader.read(paths, known.length > 0 ? known : old)
    if (!read.ok) return read
    const listing = read.value
    count(made, old, listing)
    for (const [path, , , size, state] of listing) {
      made.files++
      made.bytes += size
      if (state === 'kept' && kept.length < named) kept.push(path)
      if (state === 'bad' && bad.length < named) bad.push(path)
    }
    if (listing.length > 0) {
      const bytes = new TextEncoder().encode(JSON.stringify(listing))
      const sha = codec.hash(bytes)
      const put = await lists.add(sha, bytes)
      if (!put.ok) return put
      listings.push([stretch, sha, listing.length])
    }
    if (reader.bytesRead - drafted > DRAFT_EVERY) {
      const kept = await keepDraft()
      if (!kept.ok) return kept
    }
    run.progress((done += paths.length), found.value.files)
    await run.pause()
  }
  for (const [stretch, , files] of last?.listings ?? []) if (!stretches.has(stretch)) made.removed += files

  for (const packer of [contents, lists]) {
    const flushed = await packer.flush()
    if (!flushed.ok) return flushed
  }
  const manifest: Manifest = {
    format: 'parley/backup',
    schema: 1,
    number: nextNumber(backups.value.made, backups.value.damaged),
    made: clock.now(),
    why: subject.why,
    project: { id: subject.project.id, name: subject.project.name },
    root: subject.root,
    ...made,
    kept,
    bad,
    listings,
  }
  const written = await vault.create(vaultPaths.manifest(backupIdOf(manifest)), seal(manifest, codec))
  if (!written.ok) return written
  if (draft.value || drafted > 0) await vault.remove(vaultPaths.draft)
  return ok(manifest)
}

/** What a folder had that cannot be looked into now stays in the backup. */
async function withClosed(
  { stretches, closed }: { stretches: ReadonlyMap<string, readonly string[]>; closed: readonly string[] },
  last: Manifest | null,
  listed: (sha: string) => Promise<Listing>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (closed.length === 0 || !last) return stretches
  const all = new Map(stretches)
  for (const [stretch, sha] of last.listings) {
    const inside = (await listed(sha))
      .map(([path]) => path)
      .filter((path) => closed.some((folder) => path.startsWith(`${folder}/`)))
    if (inside.length > 0) all.set(stretch, [...new Set([...(all.get(stretch) ?? []), ...inside])])
  }
  return all
}

function count(made: { added: number; changed: number; removed: number }, old: Listing, now: Listing): void {
  const before = new Map(old.map(([path, , sha]) => [path, sha]))
  for (const [path, , sha] of now) {
    const was = before.get(path)
    if (was === undefined) made.added++
    else if (was !== sha) made.changed++
    before.delete(path)
  }
  made.removed += before.size
}

/** Manifests that are damaged count too, so that no number is given twice. */
const nextNumber = (made: readonly Manifest[], damaged: readonly string[]): number =>
  1 + Math.max(0, ...made.map(({ number }) => number), ...damaged.map((id) => Number.parseInt(id, 10) || 0))
