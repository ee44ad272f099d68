import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { formats } from '../../../data/formats'
import type { KnownArticles } from '../../../data/formats/format'
import { unlessEmpty } from '../../../data/formats/unless-empty'
import type { AnnotationSet } from '../../../data/model/annotation-set'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { whyOf } from '../../../data/store/files/system-error'

/** No set is larger than this, in bytes: its text must fit into one string several times over. */
const largest = 128 * 1024 * 1024

/** The text of a file with a set, which is UTF-8; `limit` in bytes. */
export async function readSetFile(path: string, limit: number = largest): Promise<Result<string, Problem>> {
  const name = basename(path)
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size > limit) return failed({ kind: 'too-large', file: name, bytes: size, limit })
      return decoded(await file.readFile(), name)
    } finally {
      await file.close()
    }
  } catch (error) {
    return failed({ kind: 'unreadable-file', file: name, why: whyOf(error) })
  }
}

function decoded(bytes: Uint8Array, name: string): Result<string, Problem> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return failed({ kind: 'not-text', file: name })
  }
}

/**
 * Reads a set in whichever format it is: ours says so itself, and of the others the first that can read it is
 * taken. When none can, the last one says why.
 */
export async function readSet(
  file: { readonly name: string; readonly text: string },
  known: KnownArticles,
): Promise<Result<AnnotationSet, Problem>> {
  const readable = formats.flatMap(({ id, read }) => (read ? [{ id, read }] : []))
  const isOurs = /"format"\s*:\s*"parley\/annotation-set"/.test(file.text)
  let answer: Result<AnnotationSet, Problem> = failed({ kind: 'unknown-format', format: file.name })
  for (const { id, read } of readable) {
    if ((id === 'parley') !== isOurs) continue
    answer = await read(file, known)
    if (answer.ok) return unlessEmpty(answer.value, file.name)
  }
  return answer
}
