import { expect, it } from 'vitest'
import { memoryFolder } from '../memory/memory-folder'
import { unwatched } from './ports'
import { prune } from './prune'
import { allBackups, backUp, contentOf, cutAfter, emptyVault, type Vault } from './testing/vault'

const utf8 = new TextEncoder()
const path = (n: number) => `articles/a${'bcdef'[n]}/one/source.txt`
const packsIn = ({ vault }: Vault) => [...vault.files.keys()].filter((name) => name.endsWith('.pack'))

/** Six backups within an hour, of which three are kept; all files but one were written anew for each. */
async function anHourOn(): Promise<Vault> {
  const ports = emptyVault({ 'project.json': '{}' })
  for (let turn = 0; turn < 6; turn++) {
    for (const n of [0, 1, 2, 3])
      await ports.folder.replace(path(n), utf8.encode(`File ${n} in turn ${turn}.`))
    if (turn === 0) await ports.folder.replace(path(4), utf8.encode('The one that stays.'))
    await backUp(ports)
    ports.time += 300_000
  }
  return ports
}

/** The same vault again, so that each try begins with it. */
const copyOf = (ports: Vault): Vault => ({
  ...ports,
  vault: memoryFolder(Object.fromEntries(ports.vault.files)),
})

async function wholeBackups(ports: Vault): Promise<number> {
  const backups = await allBackups(ports)
  for (const backup of backups) {
    const { files, lost } = await contentOf(ports, backup)
    expect(lost).toEqual([])
    expect(files[path(4)]).toBe('The one that stays.')
    expect(Object.keys(files)).toHaveLength(6)
  }
  return backups.length
}

it('keeps every backup whole, wherever the power goes while packs are written anew', async () => {
  const hour = await anHourOn()
  let cuts = 0
  for (let isDone = false; !isDone; cuts++) {
    const ports = copyOf(hour)
    isDone = (await prune({ ...ports, vault: cutAfter(ports.vault, cuts) }, unwatched)).ok
    expect(await wholeBackups(ports)).toBeGreaterThanOrEqual(3)
    // What no backup needed any more is needed again.
    await ports.folder.replace(path(0), utf8.encode('File 0 in turn 0.'))
    await backUp(ports)
    await wholeBackups(ports)
    await prune(ports, unwatched)
    expect(await wholeBackups(ports)).toBe(3)
  }
  expect(cuts).toBeGreaterThan(8)
})

it('lets go of packs that nothing needs, and moves the little that is needed out of the others', async () => {
  const hour = await anHourOn()
  const before = packsIn(hour)
  await prune(hour, unwatched)
  const after = packsIn(hour)
  expect(after).not.toContain(before[0])
  expect(after.filter((pack) => !before.includes(pack))).toHaveLength(1)
  await prune(hour, unwatched)
  expect(packsIn(hour)).toEqual(after)
})

it('lets nothing go while it cannot be said what is needed', async () => {
  const hour = await anHourOn()
  for (const [name, bytes] of hour.vault.files)
    if (new TextDecoder().decode(bytes).startsWith('[["articles'))
      hour.vault.files.set(name, new Uint8Array())
  const before = packsIn(hour)
  await prune(hour, unwatched)
  expect(packsIn(hour)).toEqual(before)
})

it('sweeps up packs that were never finished', async () => {
  const hour = await anHourOn()
  hour.vault.files.set('packs/unfinished.pack', utf8.encode('x'))
  await prune(hour, unwatched)
  expect(packsIn(hour)).not.toContain('packs/unfinished.pack')
})
