import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { allWritten, writeAllDurably } from './write-durably'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is all written once what was begun is whole in its place, and nothing else beside it', async () => {
  const text = 'x'.repeat(4 * 1024 * 1024)
  void writeAllDurably(join(folder, 'set.json'), [{ path: 'set.json', text }])
  void writeAllDurably(join(folder, 'tables'), [
    { path: 'tags.csv', text: 'a' },
    { path: 'links.csv', text: 'b' },
  ])
  await allWritten()
  expect(readdirSync(folder).toSorted()).toEqual(['set.json', 'tables'])
  expect(readFileSync(join(folder, 'set.json'), 'utf8')).toBe(text)
  expect(readdirSync(join(folder, 'tables')).toSorted()).toEqual(['links.csv', 'tags.csv'])
})

it('is all written where nothing was begun, or what was begun has failed', async () => {
  await allWritten()
  const writing = writeAllDurably(join(folder, 'no', 'such', 'folder.json'), [{ path: 'a', text: 'a' }])
  await allWritten()
  expect(await writing).toMatchObject({ ok: false, error: { kind: 'not-saved' } })
})
