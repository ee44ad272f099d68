import { resolve } from 'node:path'
import { formats } from '../formats'
import type { Format, KnownArticles } from '../formats/format'
import { unlessEmpty } from '../formats/unless-empty'
import type { AnnotationSet } from '../model/annotation-set'
import type { Problem } from '../model/problem'
import { failed, type Result } from '../model/result'
import { readFile } from './read-file'

/** No set is larger than this, in bytes: its text must fit into one string several times over. */
const largest = 128 * 1024 * 1024

/** Reads the set in a file, in the given format or, where that is `null`, in whichever can read it. */
export async function readSet(
  name: string,
  cwd: string,
  format: Format | null,
  known: KnownArticles,
): Promise<Result<AnnotationSet, Problem>> {
  const bytes = await readFile(resolve(cwd, name), name, largest)
  if (!bytes.ok) return bytes
  if (bytes.value.length === 0) return failed({ kind: 'empty-file', file: name })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
  } catch {
    return failed({ kind: 'not-text', file: name })
  }
  const set = await (format?.read ? format.read({ name, text }, known) : detect({ name, text }, known))
  return set.ok ? unlessEmpty(set.value, name) : set
}

/** Ours says itself what it is. Of the others the first that can read the file is taken; else the last says why not. */
async function detect(
  file: { readonly name: string; readonly text: string },
  known: KnownArticles,
): Promise<Result<AnnotationSet, Problem>> {
  const isOurs = /"format"\s*:\s*"parley\/annotation-set"/.test(file.text.slice(0, 10_000))
  let answer: Result<AnnotationSet, Problem> = failed({ kind: 'unknown-format', format: file.name })
  for (const { id, read } of formats) {
    if (!read || (id === 'parley') !== isOurs) continue
    answer = await read(file, known)
    if (answer.ok) break
  }
  return answer
}
