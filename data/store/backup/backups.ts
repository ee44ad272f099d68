import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { namesIn } from '../read-files'
import { backupIdOf, draftSchema, manifestSchema, vaultPaths, type Draft, type Manifest } from './manifest'
import type { BackupPorts } from './ports'
import { unseal } from './sealed'

type Ports = Pick<BackupPorts, 'vault' | 'codec'>

export interface Backups {
  /** Newest first. */
  readonly made: readonly Manifest[]
  /** Ids of manifests that are damaged: what they named can no longer be said. */
  readonly damaged: readonly string[]
}

/** Every backup that is in the vault. */
export async function readBackups(ports: Ports): Promise<Result<Backups, Problem>> {
  const names = await namesIn(ports.vault, vaultPaths.manifests, /^\d+-[a-z0-9-]+\.json$/)
  if (!names.ok) return names
  const made: Manifest[] = []
  const damaged: string[] = []
  for (const name of names.value) {
    const id = name.slice(0, -'.json'.length)
    const bytes = await ports.vault.read(vaultPaths.manifest(id))
    if (!bytes.ok) return bytes
    if (!bytes.value) continue
    const manifest = unseal(bytes.value, manifestSchema, name, ports.codec)
    if (manifest.ok && backupIdOf(manifest.value) === id) made.push(manifest.value)
    else damaged.push(id)
  }
  return ok({ made: made.toSorted((a, b) => b.number - a.number), damaged })
}

export async function readBackup(ports: Ports, id: string): Promise<Result<Manifest, Problem>> {
  const bytes = await ports.vault.read(vaultPaths.manifest(id))
  if (!bytes.ok) return bytes
  if (!bytes.value) return failed({ kind: 'not-there', what: 'backup' })
  return unseal(bytes.value, manifestSchema, id, ports.codec)
}

/** What an interrupted backup left; `null` when there is none that can be read. */
export async function readDraft(ports: Ports): Promise<Result<Draft | null, Problem>> {
  const bytes = await ports.vault.read(vaultPaths.draft)
  if (!bytes.ok) return bytes
  const draft = bytes.value && unseal(bytes.value, draftSchema, vaultPaths.draft, ports.codec)
  return ok(draft?.ok ? draft.value : null)
}
