import { tokensOf, type Tokens } from '../../review/layers/tokens'
import { readArticleFile } from '../../store/load-project'
import type { Folder } from '../../store/ports'

/** Tokens that are kept, over all articles; at eight bytes each. */
const KEPT = 8_000_000

/** The words of articles, read and cut when they are first asked for; texts never change. */
export class ArticleTokens {
  readonly #folder: Folder
  /** Whoever was asked for last stands last. */
  readonly #known = new Map<string, Tokens>()
  #size = 0

  constructor(folder: Folder) {
    this.#folder = folder
  }

  /** `null` when the article cannot be read. That is not remembered: it may come back. */
  async of(article: string): Promise<Tokens | null> {
    const known = this.#known.get(article)
    if (known) {
      this.#known.delete(article)
      this.#known.set(article, known)
      return known
    }
    const read = await readArticleFile(this.#folder, article)
    if (!read.ok || !read.value) return null
    const tokens = tokensOf(read.value.text, read.value.language)
    this.#known.set(article, tokens)
    this.#size += tokens.count
    for (const [oldest, { count }] of this.#known) {
      if (this.#size <= KEPT) break
      this.#known.delete(oldest)
      this.#size -= count
    }
    return tokens
  }
}
