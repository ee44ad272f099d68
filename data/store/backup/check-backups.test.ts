import { expect, it } from 'vitest'
import { checkBackups, type Seen } from './check-backups'
import { backupIdOf } from './manifest'
import { unwatched } from './ports'
import { lastGood } from './read-backup'
import { allBackups, backUp, contentOf, emptyVault, type Vault } from './testing/vault'

const utf8 = new TextEncoder()
const one = 'articles/ab/one/source.txt'
const files = { 'project.json': '{}', [one]: 'One.', 'articles/ab/two/source.txt': 'Two.' }

/** Two backups, of which the second has one file anew. */
async function twice(): Promise<Vault> {
  const ports = emptyVault(files)
  await backUp(ports)
  await ports.folder.replace(one, utf8.encode('One, again.'))
  await backUp(ports)
  return ports
}

/** Turns one bit in the pack that holds these words. */
function flip({ vault }: Vault, words: string): void {
  for (const [name, bytes] of vault.files) {
    const at = new TextDecoder('utf-8').decode(bytes).indexOf(words)
    if (!name.endsWith('.pack') || at === -1) continue
    const spoilt = bytes.slice()
    spoilt[at]! ^= 1
    vault.files.set(name, spoilt)
  }
}

async function lostIn(ports: Vault, seen: Seen = new Map()): Promise<readonly number[]> {
  const checked = await checkBackups(ports, seen, unwatched)
  if (!checked.ok) throw new Error(JSON.stringify(checked.error))
  return (await allBackups(ports)).map((backup) => checked.value.get(backupIdOf(backup)) ?? -1)
}

it('finds nothing wrong with what is whole, and does not read it twice', async () => {
  const ports = await twice()
  const seen: Seen = new Map()
  expect(await lostIn(ports, seen)).toEqual([0, 0])
  expect(seen.size).toBe(4)
})

it('tells which backups one turned bit has spoilt, and how many of their files', async () => {
  const ports = await twice()
  const seen: Seen = new Map()
  await lostIn(ports, seen)
  flip(ports, 'One.')
  expect(await lostIn(ports, seen)).toEqual([0, 1])
  expect(await lostIn(ports, seen)).toEqual([0, 1])
  const [newer, older] = await allBackups(ports)
  expect((await contentOf(ports, newer!)).lost).toEqual([])
  const { lost, files } = await contentOf(ports, older!)
  expect(lost).toEqual([one])
  expect(files['articles/ab/two/source.txt']).toBe('Two.')
})

it('notices it while a backup is restored, checked or not', async () => {
  const ports = await twice()
  flip(ports, 'Two.')
  expect((await contentOf(ports, (await allBackups(ports))[0]!)).lost).toEqual(['articles/ab/two/source.txt'])
})

it('lets the next backup mend what the project still has, in older backups too', async () => {
  const ports = await twice()
  flip(ports, 'Two.')
  expect(await lostIn(ports)).toEqual([1, 1])
  await backUp(ports)
  expect(await lostIn(ports)).toEqual([0, 0, 0])
})

it('counts all files of a stretch whose listing is lost', async () => {
  const ports = await twice()
  flip(ports, '[["project.json"')
  expect(await lostIn(ports)).toEqual([1, 1])
})

it('gives the last good version of a file from the newest backup that has it whole', async () => {
  const ports = await twice()
  ports.folder.files.set(one, new Uint8Array(8))
  await backUp(ports)
  expect(await lastGood(ports, one)).toEqual({ ok: true, value: utf8.encode('One, again.') })
  flip(ports, 'One, again.')
  expect(await lastGood(ports, one)).toEqual({ ok: true, value: utf8.encode('One.') })
  flip(ports, 'One.')
  expect(await lastGood(ports, one)).toEqual({ ok: true, value: null })
  expect(await lastGood(ports, 'work/nobody/x.json')).toEqual({ ok: true, value: null })
})
