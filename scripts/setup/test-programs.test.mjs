import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { missingOf } from './test-programs.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-programs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('names the programs that are in no folder of the path', () => {
  const file = process.platform === 'win32' ? 'git.exe' : 'git'
  writeFileSync(join(folder, file), '', { mode: 0o755 })
  const path = [join(folder, 'nowhere'), folder].join(delimiter)
  expect(missingOf(['git', 'syncthing'], path)).toEqual(['syncthing'])
  expect(missingOf(['git', 'syncthing'], '')).toEqual(['git', 'syncthing'])
})

it.runIf(process.platform !== 'win32')('takes a file that nobody may run for no program', () => {
  writeFileSync(join(folder, 'git'), '')
  chmodSync(join(folder, 'git'), 0o644)
  expect(missingOf(['git'], folder)).toEqual(['git'])
})

it.runIf(process.platform !== 'win32')('is content with any Chromium', () => {
  expect(missingOf(['chromium'], folder)).toEqual(['chromium'])
  writeFileSync(join(folder, 'google-chrome'), '', { mode: 0o755 })
  expect(missingOf(['chromium'], folder)).toEqual([])
})
