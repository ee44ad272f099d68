import { constants, promises as node } from 'node:fs'
import { LARGEST_FILE } from '../../../data/importers/decode'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { whyOf } from '../../../data/store/files/system-error'
import { findFiles } from './find-files'

/** Something to import: a file, or a text that was pasted. */
export interface Source {
  /** What people know it by. */
  readonly name: string
  read(): Promise<Result<Uint8Array, Problem>>
}

/** The files behind paths, each read when its turn comes. */
export async function* fileSources(paths: readonly string[]): AsyncGenerator<Source> {
  for await (const found of findFiles(paths)) {
    const { name } = found
    if ('problem' in found) yield { name, read: async () => failed(found.problem) }
    else yield { name, read: () => readFile(found.path, name) }
  }
}

export async function* textSources(
  texts: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): AsyncGenerator<Source> {
  for (const { name, bytes } of texts) yield { name, read: async () => ok(bytes) }
}

/** A file's bytes, if they are not too many: looked at through the open file, so it cannot grow in between. */
async function readFile(path: string, name: string): Promise<Result<Uint8Array, Problem>> {
  try {
    const file = await node.open(path, constants.O_RDONLY)
    try {
      const { size } = await file.stat()
      if (size > LARGEST_FILE)
        return failed({ kind: 'too-large', file: name, bytes: size, limit: LARGEST_FILE })
      const bytes = new Uint8Array(size)
      let at = 0
      for (let read = -1; at < size && read !== 0; at += read)
        read = (await file.read(bytes, at, size - at, at)).bytesRead
      return ok(bytes.subarray(0, at))
    } finally {
      await file.close()
    }
  } catch (error) {
    return failed({ kind: 'unreadable-file', file: name, why: whyOf(error) })
  }
}
