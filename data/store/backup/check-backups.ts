import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import type { Stamp } from '../ports'
import { readBackups } from './backups'
import { Catalogue } from './catalogue'
import { backupIdOf, vaultPaths } from './manifest'
import { openBlock, type Block, type PackIndex } from './pack'
import type { BackupPorts, Run } from './ports'
import { seal } from './sealed'

type Ports = Pick<BackupPorts, 'vault' | 'codec'>

/** Packs that were read and found whole, by their stamps. They need not be read again. */
export type Seen = Map<string, Stamp>

/**
 * Reads everything in the vault and compares it with its SHA-256. Gives for each backup, by its id, how many of its
 * files it has no more as they were. What is damaged is struck from the index of its pack, so that the next backup
 * puts it into the vault again if the project still has it; then older backups are whole again too.
 */
export async function checkBackups(
  ports: Ports,
  seen: Seen,
  run: Run,
): Promise<Result<ReadonlyMap<string, number>, Problem>> {
  const catalogue = await Catalogue.read(ports)
  if (!catalogue.ok) return catalogue
  const { packs } = catalogue.value
  let done = 0
  for (const [id, index] of packs) {
    if (run.isStopped()) return failed({ kind: 'cancelled' })
    const checked = await checkPack(ports, id, index, seen, run)
    if (!checked.ok) return checked
    run.progress(++done, packs.size)
    await run.pause()
  }
  return countLost(ports, run)
}

/** How many files each backup lacks, by what the indexes name. */
export async function countLost(
  ports: Ports,
  run: Run,
): Promise<Result<ReadonlyMap<string, number>, Problem>> {
  const catalogue = await Catalogue.read(ports)
  if (!catalogue.ok) return catalogue
  const backups = await readBackups(ports)
  if (!backups.ok) return backups
  const lostIn = new Map<string, number>()
  const lost = new Map<string, number>()
  for (const backup of backups.value.made) {
    let files = 0
    for (const [, sha, listed] of backup.listings) {
      let inThis = lostIn.get(sha)
      if (inThis === undefined) {
        if (run.isStopped()) return failed({ kind: 'cancelled' })
        const listing = await catalogue.value.listing(sha)
        inThis = listing.ok
          ? listing.value.filter(([, , content]) => !catalogue.value.has(content)).length
          : listed
        lostIn.set(sha, inThis)
        await run.pause()
      }
      files += inThis
    }
    lost.set(backupIdOf(backup), files)
  }
  return ok(lost)
}

async function checkPack(
  { vault, codec }: Ports,
  id: string,
  index: PackIndex,
  seen: Seen,
  run: Run,
): Promise<Result<null, Problem>> {
  const stamps = await vault.stamps([vaultPaths.pack(id)])
  if (!stamps.ok) return stamps
  const stamp = stamps.value[0] ?? null
  if (stamp !== null && seen.get(id) === stamp) return ok(null)
  const bytes = await vault.read(vaultPaths.pack(id))
  if (!bytes.ok) return bytes
  const whole: Block[] = []
  let isWhole = true
  for (const block of index.blocks) {
    const opened = await openBlock(bytes.value ?? new Uint8Array(), block, codec)
    const damaged = new Set(opened.damaged.filter((sha) => sha !== VOID))
    isWhole &&= damaged.size === 0
    if (opened.contents.length > 0) whole.push(without(block, damaged))
    await run.pause()
  }
  if (isWhole) {
    if (stamp !== null) seen.set(id, stamp)
    return ok(null)
  }
  return vault.replace(vaultPaths.index(id), seal({ ...index, blocks: whole }, codec))
}

/** No content has this name; it holds the place of one that is damaged. */
const VOID = '0'.repeat(64)

const without = ([offset, length, listed]: Block, damaged: ReadonlySet<string>): Block => [
  offset,
  length,
  listed.map(([sha, size]) => [damaged.has(sha) ? VOID : sha, size]),
]
