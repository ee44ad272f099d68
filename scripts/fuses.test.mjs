import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readFuses, releaseFuses, setFuses } from './fuses.mjs'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-fuses-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A program with nothing in it but the fuses, as Electron has them: `1` on, `0` off, `r` gone. */
function program(wire) {
  const path = join(folder, 'program')
  writeFileSync(path, `before${sentinel}\u0001${String.fromCharCode(wire.length)}${wire}after`)
  return path
}

it('is this in a release, and in the build for tests differs in the debugger alone', () => {
  const release = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  }
  expect(releaseFuses()).toEqual(release)
  expect(releaseFuses({ isTest: true })).toEqual({ ...release, EnableNodeCliInspectArguments: true })
})

it('sets every fuse, of eight and of nine, and touches nothing else', async () => {
  for (const wire of ['10110010', '101100101']) {
    const path = program(wire)
    await setFuses(path)
    const text = readFileSync(path, 'latin1')
    expect(text).toBe(
      `before${sentinel}\u0001${String.fromCharCode(wire.length)}01001100${wire.slice(8)}after`,
    )
  }
})

it('leaves on what Playwright attaches through, in a build for tests', async () => {
  expect(await setFuses(program('10110010'), { isTest: true })).toMatchObject({
    EnableNodeCliInspectArguments: true,
    RunAsNode: false,
  })
})

it('does not take a fuse for set that is otherwise, unknown or of another kind', async () => {
  await expect(setFuses(program('101100100'))).rejects.toThrow('WasmTrapHandlers')
  await expect(setFuses(program('1011001011'))).rejects.toThrow('nobody has decided')
  writeFileSync(join(folder, 'other'), `${sentinel}\u0002\u00011`)
  await expect(readFuses(join(folder, 'other'))).rejects.toThrow('another kind')
  writeFileSync(join(folder, 'none'), 'nothing here')
  await expect(readFuses(join(folder, 'none'))).rejects.toThrow('sentinel')
})

it('does not write into a file that has a second name', async () => {
  const path = program('10110010')
  linkSync(path, join(folder, 'cache'))
  await expect(setFuses(path)).rejects.toThrow('not a copy')
  expect(await readFuses(path)).toMatchObject({ RunAsNode: true })
})
