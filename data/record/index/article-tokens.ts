import { articleIdOf } from '../../model/ids'
import { tokensOf, type Tokens } from '../../review/layers/tokens'
import { paths } from '../../store/paths'
import type { Folder } from '../../store/ports'
import { textIn } from '../../store/through-articles'

/** Tokens that are kept, over all articles; at eight bytes each. */
const KEPT = 8_000_000
/** Articles whose files are read while those before them are used. */
const AHEAD = 16

/** The words of articles, read and cut when they are first asked for; texts never change. */
export class ArticleTokens {
  readonly #folder: Folder
  /** Whoever was asked for last stands last. */
  readonly #known = new Map<string, Tokens>()
  #size = 0

  constructor(folder: Folder) {
    this.#folder = folder
  }

  /** Of these articles, in their order; `null` for one that cannot be read. That is not remembered: it may come back. */
  async *of(articles: readonly string[]): AsyncGenerator<Tokens | null, void> {
    let coming = this.#filesOf(articles.slice(0, AHEAD))
    for (let from = 0; from < articles.length; from += AHEAD) {
      const files = await coming
      coming = this.#filesOf(articles.slice(from + AHEAD, from + 2 * AHEAD))
      for (const id of articles.slice(from, from + AHEAD)) yield this.#taken(id, files.get(id) ?? null)
    }
  }

  /** What is known of each, or its file; an article is not there when it cannot be read. */
  async #filesOf(articles: readonly string[]): Promise<ReadonlyMap<string, Tokens | Uint8Array>> {
    const found = new Map<string, Tokens | Uint8Array>()
    const unknown: string[] = []
    for (const id of articles) {
      const tokens = this.#known.get(id)
      if (tokens) found.set(id, tokens)
      else unknown.push(id)
    }
    const files = unknown.length > 0 && (await this.#folder.readAll(unknown.map(paths.article)))
    if (files && files.ok)
      for (const [i, file] of files.value.entries())
        if (file.ok && file.value) found.set(unknown[i]!, file.value)
    return found
  }

  #taken(article: string, found: Tokens | Uint8Array | null): Tokens | null {
    const tokens = found instanceof Uint8Array ? tokensIn(found, article) : found
    if (!tokens) return null
    if (!this.#known.delete(article)) this.#size += tokens.count
    this.#known.set(article, tokens)
    for (const [oldest, { count }] of this.#known) {
      if (this.#size <= KEPT) break
      this.#known.delete(oldest)
      this.#size -= count
    }
    return tokens
  }
}

/**
 * Of the file only the text and its language are looked at. That its id is the hash of the text makes sure that it is the one that was
 * tagged, so that all offsets fit; what else stands there, blocks above all, is no matter of words.
 */
function tokensIn(file: Uint8Array, article: string): Tokens | null {
  const read = textIn(file, article)
  if (!read.ok || articleIdOf(read.value.text) !== article) return null
  return tokensOf(read.value.text, read.value.language)
}
