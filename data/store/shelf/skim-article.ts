import { countWords, metadataSchema, type ArticleSummary } from '../../model/article'

const utf8 = new TextDecoder()

/**
 * What the list shows of an article's file, without making sure that the id is the hash of the text and that the blocks
 * cover it: a third of the time. Whoever opens the article makes sure. `null` for a file that is not as it should be.
 */
export function skimArticle(bytes: Uint8Array, id: string): ArticleSummary | null {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    return null
  }
  const file: Readonly<Record<string, unknown>> = Object(value)
  const { format, schema, text, blocks } = file
  if (format !== 'parley/article' || schema !== 1 || file['id'] !== id) return null
  const metadata = metadataSchema.safeParse(value)
  const { name }: Readonly<Record<string, unknown>> = Object(file['source'])
  if (!metadata.success || typeof text !== 'string' || text === '' || typeof name !== 'string') return null
  if (!Array.isArray(blocks)) return null
  return { ...metadata.data, id, sourceName: name, words: countWords(text) }
}
