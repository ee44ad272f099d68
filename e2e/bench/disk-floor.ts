import { fdatasync, fsync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { Took } from './result'

const sync = { content: promisify(fdatasync), all: promisify(fsync) }

/** The least that makes some bytes safe: opens a file, adds them and waits for the disk. */
export function appendAndFlush(path: string, bytes: number): Promise<Took> {
  return timed(async () => {
    const file = await open(path, 'a')
    await file.write(Buffer.alloc(bytes, 'a'))
    await sync.content(file.fd)
    await file.close()
  })
}

/** The least that puts a whole new file in an old one's place: another file, flushed, renamed, the folder flushed. */
export function replaceAndFlush(path: string, bytes: number): Promise<Took> {
  return timed(async () => {
    const file = await open(`${path}.new`, 'w')
    await file.write(Buffer.alloc(bytes, 'a'))
    await sync.all(file.fd)
    await file.close()
    await rename(`${path}.new`, path)
    if (process.platform === 'win32') return
    const folder = await open(dirname(path), 'r')
    await sync.all(folder.fd)
    await folder.close()
  })
}

async function timed(work: () => Promise<void>): Promise<Took> {
  const began = performance.now()
  await work()
  return { ms: performance.now() - began }
}
