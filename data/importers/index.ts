import type { Problem } from '../model/problem'
import { failed, type Result } from '../model/result'
import type { SourceFile } from './decode'
import type { Importer } from './importer'
import { plainText } from './plain-text'
import type { ReadArticle } from './read-article'

/** Every kind of file that can be imported; the first that accepts a file reads it. Plain text takes most, so it is last. */
export const importers: readonly Importer[] = [plainText]

/** The extensions that a file dialog offers, without dots. */
export const importExtensions: readonly string[] = importers.flatMap(({ extensions }) => extensions)

/** How many bytes of a file `accepts` is shown. */
const HEAD = 4096

/** Reads an article from a file of any known kind; `not-text` where no importer knows it. */
export function importArticle(file: SourceFile): Result<ReadArticle, Problem> {
  const head = file.bytes.subarray(0, HEAD)
  const importer = importers.find(({ accepts }) => accepts(file.name, head))
  return importer ? importer.read(file) : failed({ kind: 'not-text', file: file.name })
}
