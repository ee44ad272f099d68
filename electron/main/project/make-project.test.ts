import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeProject } from './make-project'

let desk = ''
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'parley-make-'))
})
afterEach(() => rmSync(desk, { recursive: true }))

/** A path at which a folder can be made, and in it a folder, but no file in that: the system takes 4,095 characters. */
function deepPath(): string {
  let folder = desk
  while (folder.length < 3_900) folder = join(folder, 'a'.repeat(100))
  mkdirSync(folder, { recursive: true })
  return join(folder, 'b'.repeat(4_045 - folder.length))
}

it.each([true, false])(
  'leaves the folder as it was where a path is too long (there before: %s)',
  async (isThere) => {
    const root = deepPath()
    if (isThere) mkdirSync(root)
    const why = expect.stringContaining('the path is too long for this computer')
    for (const _ of ['once', 'again']) {
      expect(await makeProject(root)).toMatchObject({ ok: false, error: { why } })
      expect(existsSync(root)).toBe(isThere)
      if (isThere) expect(readdirSync(root)).toEqual([])
    }
  },
)

it('touches nothing of a folder that others use', async () => {
  mkdirSync(join(desk, 'codebook'))
  writeFileSync(join(desk, 'codebook', 'mine.txt'), 'mine')
  expect(await makeProject(desk)).toMatchObject({ ok: false, error: { kind: 'folder-not-empty' } })
  expect(readdirSync(join(desk, 'codebook'))).toEqual(['mine.txt'])
})
