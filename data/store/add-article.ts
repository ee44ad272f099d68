import type { Article } from '../model/article'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import { bytesOfJson } from './json-bytes'
import { paths } from './paths'
import type { Folder } from './ports'

/**
 * Writes an article and the bytes that it was read from. The bytes come first, so an article that is there is
 * whole; one that is there already stays as it is, since equal ids mean equal texts.
 */
export async function addArticle(
  folder: Folder,
  article: Article,
  source: { readonly bytes: Uint8Array; readonly extension: string } | null,
): Promise<Result<{ readonly isNew: boolean }, Problem>> {
  if (source) {
    const kept = await folder.create(paths.articleSource(article.id, source.extension), source.bytes)
    if (!kept.ok) return kept
  }
  const written = await folder.create(paths.article(article.id), bytesOfJson(article))
  return written.ok ? ok({ isNew: written.value === 'created' }) : written
}
