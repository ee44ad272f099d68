import { open } from 'node:fs/promises'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { whyOf } from '../store/files/system-error'

/** The bytes of a file that `name` stands for in messages. One that is larger than `limit` bytes is not read. */
export async function readFile(
  path: string,
  name: string,
  limit: number,
): Promise<Result<Uint8Array, Problem>> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size > limit) return failed({ kind: 'too-large', file: name, bytes: size, limit })
      return ok(new Uint8Array(await file.readFile()))
    } finally {
      await file.close()
    }
  } catch (error) {
    return failed({ kind: 'unreadable-file', file: name, why: whyOf(error) })
  }
}
