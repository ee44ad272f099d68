import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { unzip } from './unzip.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-unzip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const regular = 0o100000
const long = Buffer.alloc(3 << 20, 'Parley ')

/** Writes a zip as the format's description has it, and gives its path. */
function zipOf(files) {
  const [bodies, directory] = [[], []]
  let at = 0
  for (const { name, text, mode = regular | 0o644, stored = false } of files) {
    const packed = stored ? Buffer.from(text) : deflateRawSync(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE((mode << 16) >>> 0, 38)
    entry.writeUInt32LE(at, 42)
    bodies.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += local.length + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  const path = join(folder, 'some.zip')
  writeFileSync(path, Buffer.concat([...bodies, ...directory, end]))
  return path
}

it('unpacks stored, deflated, large and empty files, and leaves out what has no place', async () => {
  const zip = zipOf([
    { name: 'App/', text: '', stored: true },
    { name: 'App/run', text: 'go', mode: regular | 0o755, stored: true },
    { name: 'App/deep/long', text: long },
    { name: 'App/empty', text: '', stored: true },
    { name: 'App/unwanted', text: 'x' },
  ])
  const out = join(folder, 'out')
  await unzip(zip, out, (name) => (name.endsWith('unwanted') ? null : name.replace('App/', '')))

  expect(readdirSync(out).toSorted()).toEqual(['deep', 'empty', 'run'])
  expect(readFileSync(join(out, 'run'), 'utf8')).toBe('go')
  expect(readFileSync(join(out, 'deep', 'long')).equals(long)).toBe(true)
  expect(readFileSync(join(out, 'empty'), 'utf8')).toBe('')
})

it('keeps the permission to run a program', async () => {
  await unzip(zipOf([{ name: 'run', text: 'go', mode: regular | 0o755 }]), folder, (name) => name)
  const kept = process.platform === 'win32' ? 0o666 : 0o755 // Windows has no such permission
  expect(statSync(join(folder, 'run')).mode & 0o777).toBe(kept)
})

it.each([
  [
    'a link',
    () => zipOf([{ name: 'link', text: '/etc/passwd', mode: 0o120777 }]),
    'link cannot be unpacked.',
  ],
  ['no zip', () => join(import.meta.dirname, 'unzip.mjs'), 'This is no zip file.'],
])('refuses %s', async (_, zip, message) => {
  await expect(unzip(zip(), join(folder, 'out'), (name) => name)).rejects.toThrow(message)
})
