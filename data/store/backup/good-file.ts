import { articleSchema } from '../../model/article'
import { contentId } from '../../model/ids'
import { checkAs, parseJson } from '../../model/parse'
import { decodeDocument } from '../encode-document'
import { unsealLines } from '../sealed-lines'
import { joined } from './pack'
import type { Codec } from './ports'

const utf8 = new TextDecoder()
const lineFeed = 0x0a

/**
 * Whether a file of a project is whole, so that a backup may take it for its last good version. Where a file cannot
 * tell, as the original of an article, it is whole unless nothing or nothing but zeros is left of it. `before` gives
 * the last good version, which is asked for only where it decides: a history with a line that cannot be read may have
 * had it for long, and is whole as long as it has not lost lines.
 */
export async function isWhole(
  path: string,
  bytes: Uint8Array,
  codec: Codec,
  before: () => Promise<Uint8Array | null>,
): Promise<boolean> {
  if (!bytes.some((byte) => byte !== 0)) return false
  const [, kind] = /(?:^|\/)(work|articles)\//.exec(path) ?? []
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (kind === 'work' && /^(registry|[a-z2-7]{26}.*)\.json/i.test(name))
    return isWholeDocument(path, name, bytes, codec)
  if (kind === 'work' && /\.log/i.test(name)) return isWholeHistory(bytes, before)
  if (kind === 'articles' && name === 'article.json') return isWholeArticle(path, bytes)
  return !name.endsWith('.json') || kind === 'articles' || parseJson(utf8.decode(bytes)).ok
}

/** A document that ends with the sum of what stands before it is as it was written; any other is read in full. */
function isWholeDocument(path: string, name: string, bytes: Uint8Array, codec: Codec): boolean {
  const last = /,\n"sum":"([0-9a-f]{64})"\n\}\n$/.exec(utf8.decode(bytes.subarray(-80)))
  if (last) {
    const body = bytes.subarray(0, bytes.length - last[0].length)
    if (codec.hash(joined([body, closing])) === last[1]) return true
  }
  const read = decodeDocument(bytes, path, name.startsWith('registry') ? 'registry' : 'work')
  return read.ok || read.error.kind === 'newer-file'
}

const closing = Uint8Array.of(lineFeed, 0x7d, lineFeed)

async function isWholeHistory(bytes: Uint8Array, before: () => Promise<Uint8Array | null>): Promise<boolean> {
  const { values, damaged } = unsealLines(bytes)
  if (damaged === 0) return true
  const last = await before()
  return values.length > 0 && (last === null || unsealLines(last).values.length <= values.length)
}

/** Its id, which is in its path, is the hash of its text. */
function isWholeArticle(path: string, bytes: Uint8Array): boolean {
  const parsed = parseJson(utf8.decode(bytes))
  const article = parsed.ok ? checkAs(articleSchema, parsed.value, path) : parsed
  if (!article.ok) return 'kind' in article.error && article.error.kind === 'newer-file'
  const id = path.split('/').at(-2)
  return article.value.id === id && contentId(article.value.text) === id
}
