import { createWriteStream } from 'node:fs'
import { chmod, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

/**
 * Unpacks those files of a zip for which `place(name)` gives a path below `folder`, with their permissions.
 * Made for one archive whose sha512 is known: it reads stored and deflated files, and refuses links, encryption
 * and archives of 4 GB or more.
 */
export async function unzip(zip, folder, place) {
  const file = await open(zip)
  try {
    for (const entry of await readEntries(file)) {
      const path = entry.name.endsWith('/') ? null : place(entry.name)
      if (path !== null) await unpack(file, entry, join(folder, path))
    }
  } finally {
    await file.close()
  }
}

const endSize = 22
const longestComment = 0xffff
const blockSize = 1 << 20

async function readEntries(file) {
  const { size } = await file.stat()
  const tail = await read(file, Math.max(0, size - endSize - longestComment), size)
  const end = tail.subarray(tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'))
  if (end.length < endSize || end.readUInt32LE(0) !== 0x06054b50) throw new Error('This is no zip file.')

  const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)]
  const directory = await read(file, start, start + length)
  const entries = []
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      start: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function unpack(file, { name, flags, method, packedSize, mode, start }, target) {
  const isLink = (mode & 0o170000) === 0o120000
  if (isLink || flags & 1 || ![0, 8].includes(method)) throw new Error(`${name} cannot be unpacked.`)
  await mkdir(dirname(target), { recursive: true })

  const header = await read(file, start, start + 30)
  const from = start + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const inflate = method === 8 ? [createInflateRaw()] : []
  if (packedSize === 0) await writeFile(target, '')
  else await pipeline(bytes(file, from, from + packedSize), ...inflate, createWriteStream(target))
  await chmod(target, mode & 0o777)
}

async function* bytes(file, from, to) {
  for (let at = from; at < to; at += blockSize) yield await read(file, at, Math.min(at + blockSize, to))
}

async function read(file, from, to) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from)
  return buffer.subarray(0, bytesRead)
}
