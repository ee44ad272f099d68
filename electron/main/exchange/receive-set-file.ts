import { basename } from 'node:path'
import type { Problem } from '../../../data/model/problem'
import { ok, type Result } from '../../../data/model/result'
import type { Received, Store } from '../../../data/store/store'
import { readSet, readSetFile } from './read-set'

/** Receives the annotation set in a file: all of it or nothing. */
export async function receiveSetFile(
  store: Store,
  path: string,
): Promise<Result<Received & { readonly file: string }, Problem>> {
  const file = basename(path)
  const text = await readSetFile(path)
  if (!text.ok) return text
  const set = await readSet({ name: file, text: text.value }, store.knownArticles())
  if (!set.ok) return set
  const received = await store.receiveSet(set.value)
  return received.ok ? ok({ file, ...received.value }) : received
}
