import { sha256 } from '@noble/hashes/sha2.js'
import { base32 } from '../model/ids'
import type { DocumentHeader } from '../model/document'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import type { Folder } from './ports'

/** Keeps the bytes of a damaged file of mine that is not one of tags. Without such a folder the answer is `null`. */
export async function quarantine(
  vault: Folder | null,
  path: string,
  bytes: Uint8Array,
): Promise<Result<string | null, Problem>> {
  if (!vault) return ok(null)
  const name = `quarantine/${path.replace(/\.json$/, '')}-${shortHash(bytes)}.json`
  const kept = await vault.create(name, bytes)
  return kept.ok ? ok(name) : kept
}

const shortHash = (bytes: Uint8Array): string => base32(sha256(bytes)).slice(0, 10)

/**
 * Keeps the bytes of a document in the user's own folder, unchanged, so that the one in the project may go: those of
 * a damaged one ("quarantine"), of an older version ("older"), of a sync program's copy ("copies"). The same bytes are
 * kept once. Without such a folder they are not kept, and the answer is `null`.
 */
export async function setAside(
  vault: Folder | null,
  why: 'quarantine' | 'older' | 'copies',
  { annotator, device, article }: Pick<DocumentHeader, 'annotator' | 'device' | 'article'>,
  bytes: Uint8Array,
): Promise<Result<string | null, Problem>> {
  if (!vault) return ok(null)
  const path = `${why}/${annotator}/${device}/${article ?? 'registry'}-${shortHash(bytes)}.json`
  const kept = await vault.create(path, bytes)
  return kept.ok ? ok(path) : kept
}
