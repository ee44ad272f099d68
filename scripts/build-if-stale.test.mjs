import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { newest } from './build-if-stale.mjs'

const folder = mkdtempSync(join(tmpdir(), 'parley-stale-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('finds the latest change at any depth, leaving out unit tests', () => {
  const write = (path, seconds) => {
    writeFileSync(join(folder, path), '')
    utimesSync(join(folder, path), seconds, seconds)
  }
  mkdirSync(join(folder, 'deep'))
  write('old.ts', 1000)
  write('deep/new.ts', 3000)
  write('deep/new.test.ts', 9000)
  for (const path of ['deep', '']) utimesSync(join(folder, path), 2000, 2000)

  expect(newest(folder)).toBe(3000 * 1000)
  expect(newest(join(folder, 'nowhere'))).toBe(0)
})
