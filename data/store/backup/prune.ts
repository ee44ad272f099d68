import type { Problem } from '../../model/problem'
import { ok, type Result } from '../../model/result'
import { namesIn } from '../read-files'
import { readBackups, readDraft } from './backups'
import { Catalogue } from './catalogue'
import { backupIdOf, vaultPaths } from './manifest'
import type { PackIndex } from './pack'
import { Packer } from './packer'
import type { BackupPorts, Run } from './ports'
import { keptOf } from './retention'

/** A pack of which less than this part is needed is written anew without the rest. */
const MOSTLY_DEAD = 0.4

/**
 * Removes backups that are older than is kept, then what no backup needs any more. Before a pack goes, what is needed
 * of it stands in another one. As long as it cannot be said what is needed, nothing goes.
 */
export async function prune(
  ports: Pick<BackupPorts, 'vault' | 'codec' | 'clock'>,
  run: Run,
): Promise<Result<null, Problem>> {
  const { vault } = ports
  const backups = await readBackups(ports)
  if (!backups.ok) return backups
  const kept = new Set(keptOf(backups.value.made))
  const old = backups.value.made.filter((backup) => !kept.has(backup)).map(backupIdOf)
  // Nobody can say any more what a damaged manifest named; it goes when there is a backup without fault.
  for (const id of [...old, ...(kept.size > 0 ? backups.value.damaged : [])]) {
    const removed = await vault.remove(vaultPaths.manifest(id))
    if (!removed.ok) return removed
  }

  const catalogue = await Catalogue.read(ports)
  if (!catalogue.ok) return catalogue
  const draft = await readDraft(ports)
  if (!draft.ok) return draft
  const needed = await neededBy([...kept, ...(draft.value ? [draft.value] : [])], catalogue.value, run)
  if (!needed) return ok(null)
  const swept = await sweep(vault, catalogue.value)
  if (!swept.ok) return swept
  const moved = new Packer(ports, catalogue.value)
  const emptied: string[] = []
  for (const [id, index] of Array.from(catalogue.value.packs)) {
    if (run.isStopped()) break
    await run.pause()
    const alive = shasIn(index).filter((sha) => needed.has(sha) && catalogue.value.placeOf(sha)?.pack === id)
    if (alive.length > shasIn(index).length * MOSTLY_DEAD) continue
    for (const sha of alive) {
      const content = await catalogue.value.content(sha, id)
      // What is damaged is left where it is: it may be all that there is.
      if (!content.ok) return content.error.kind === 'lost-in-backup' ? ok(null) : content
      const put = await moved.move(sha, content.value)
      if (!put.ok) return put
    }
    emptied.push(id)
  }
  const flushed = await moved.flush()
  if (!flushed.ok) return flushed
  for (const id of emptied)
    for (const path of [vaultPaths.index(id), vaultPaths.pack(id)]) {
      const removed = await vault.remove(path)
      if (!removed.ok) return removed
    }
  return ok(null)
}

const shasIn = (index: PackIndex): string[] =>
  index.blocks.flatMap(([, , listed]) => listed.map(([sha]) => sha))

/** Names of all contents that these backups need; `null` when one of their listings cannot be read. */
async function neededBy(
  backups: readonly { readonly listings: readonly (readonly [string, string, number])[] }[],
  catalogue: Catalogue,
  run: Run,
): Promise<ReadonlySet<string> | null> {
  const lists = new Set(backups.flatMap(({ listings }) => listings.map(([, sha]) => sha)))
  const needed = new Set(lists)
  for (const sha of lists) {
    const listing = await catalogue.listing(sha)
    if (!listing.ok) return null
    for (const [, , content] of listing.value) needed.add(content)
    await run.pause()
  }
  return needed
}

/** Packs without an index were never finished. */
async function sweep(vault: BackupPorts['vault'], catalogue: Catalogue): Promise<Result<null, Problem>> {
  const names = await namesIn(vault, vaultPaths.packs, /^[a-z0-9-]+\.(pack|index)$/)
  if (!names.ok) return names
  const here = new Set(names.value)
  for (const name of names.value) {
    const [id = ''] = name.split('.')
    const isHalf = !catalogue.packs.has(id) && !here.has(`${id}.index`)
    if (!isHalf) continue
    const removed = await vault.remove(`${vaultPaths.packs}/${name}`)
    if (!removed.ok) return removed
  }
  return ok(null)
}
