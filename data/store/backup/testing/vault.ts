import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Problem } from '../../../model/problem'
import { failed, ok, type Result } from '../../../model/result'
import { memoryFolder, type MemoryFolder } from '../../memory/memory-folder'
import type { Folder } from '../../ports'
import { readBackups } from '../backups'
import { makeBackup } from '../make-backup'
import { backupIdOf, type Manifest } from '../manifest'
import { unwatched, type BackupPorts, type Codec } from '../ports'
import { restoreAll } from '../read-backup'

/** Squeezes nothing, but notices what is cut short. */
export const plainCodec: Codec = {
  hash: (bytes) => bytesToHex(sha256(bytes)),
  squeeze: async (bytes) => bytes.slice(),
  expand: async (bytes, most) => (bytes.length === most ? bytes.slice() : null),
}

export interface Vault extends BackupPorts {
  readonly folder: MemoryFolder
  readonly vault: MemoryFolder
  /** Milliseconds since 1970; backups are dated by it. */
  time: number
}

/** A vault in memory, for a project in memory with these files. */
export function emptyVault(files: Readonly<Record<string, string>> = {}): Vault {
  let ids = 0
  const vault: Vault = {
    folder: memoryFolder(files),
    vault: memoryFolder(),
    codec: plainCodec,
    time: Date.UTC(2031, 2, 12, 9),
    clock: {
      now: () => new Date(vault.time).toISOString(),
      newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    },
  }
  return vault
}

export const subject = { project: { id: 'talks', name: 'Talks' }, root: '/p/talks', why: 'by-hand' } as const

export const backUp = (ports: BackupPorts): Promise<Result<Manifest, Problem>> =>
  makeBackup(ports, subject, unwatched)

/** What a backup gives back, by path; `lost` are the files that it cannot give. */
export async function contentOf(
  ports: BackupPorts,
  backup: Manifest,
): Promise<{ readonly files: Readonly<Record<string, string>>; readonly lost: readonly string[] }> {
  const files: Record<string, string> = {}
  const put = async (path: string, bytes: Uint8Array) => {
    files[path] = new TextDecoder().decode(bytes)
    return ok(null)
  }
  const restored = await restoreAll(ports, backupIdOf(backup), put, unwatched)
  if (!restored.ok) throw new Error(JSON.stringify(restored.error))
  return { files, lost: restored.value.lost }
}

export async function allBackups(ports: BackupPorts): Promise<readonly Manifest[]> {
  const backups = await readBackups(ports)
  if (!backups.ok) throw new Error(JSON.stringify(backups.error))
  return backups.value.made
}

/** The folder as it is until the power goes: after `calls` that change something, nothing changes any more. */
export function cutAfter(folder: Folder, calls: number): Folder {
  let left = calls
  const problem: Problem = { kind: 'not-saved', why: 'the power went' }
  const cut = async <T>(change: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> =>
    left-- > 0 ? change() : failed(problem)
  return instead(folder, {
    replace: (path, bytes) => cut(() => folder.replace(path, bytes)),
    create: (path, bytes) => cut(() => folder.create(path, bytes)),
    append: (path, lines) => cut(() => folder.append(path, lines)),
    remove: (path) => cut(() => folder.remove(path)),
  })
}

/** The folder with some of its calls exchanged. */
export const instead = (folder: Folder, calls: Partial<Folder>): Folder => ({
  read: (path) => folder.read(path),
  readAll: (paths) => folder.readAll(paths),
  list: (path) => folder.list(path),
  stamps: (paths) => folder.stamps(paths),
  replace: (path, bytes) => folder.replace(path, bytes),
  create: (path, bytes) => folder.create(path, bytes),
  append: (path, lines) => folder.append(path, lines),
  remove: (path) => folder.remove(path),
  ...calls,
})
