import type { SetArticle } from '../model/annotation-set'
import type { Article, Block } from '../model/article'
import { articleIdOf, articleIdSchema } from '../model/ids'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { offsetMapOf } from '../text/offsets'
import type { KnownArticles } from './format'
import { iriOf, isObject, textIn } from './w3c-json'
import type { ReadText } from './w3c-place'
import { articleIn } from './w3c-terms'

export interface FoundArticle extends ReadText {
  readonly article: SetArticle
}

/** Finds the articles that targets name, once each. */
export class ArticleFinder {
  /** Those that the file brings, then those that were found, in the order they were asked for. */
  readonly articles: SetArticle[]
  readonly #file: string
  readonly #known: KnownArticles
  readonly #byIri = new Map<string, FoundArticle>()
  readonly #byId = new Map<string, FoundArticle>()

  /** `carried` are the articles that the file itself brings. */
  constructor(file: string, known: KnownArticles, carried: readonly SetArticle[]) {
    this.#file = file
    this.#known = known
    this.articles = [...carried]
    for (const article of carried) this.#byId.set(article.id, readable(article))
  }

  /** The article of a target's `source`: by its id, by the text that stands in the source, or by its address. */
  async find(source: unknown, where: string): Promise<Result<FoundArticle, Problem>> {
    const iri = iriOf(source)
    const seen = iri === null ? undefined : this.#byIri.get(iri)
    if (seen) return ok(seen)
    const value = textIn(source, 'value')
    if (iri === null && value === null) return this.#bad(where, 'the IRI of an article, or its text,')
    if (value?.includes('\r')) return this.#bad(where, 'a text with “\\n” as its only line break')

    const article = (await this.#lookUp(iri)) ?? (value === null ? null : plainArticle(value, source))
    if (!article) return failed({ kind: 'unknown-article', file: this.#file, where, article: iri ?? '' })
    const found = this.#add(article)
    if (iri !== null) this.#byIri.set(iri, found)
    return ok(found)
  }

  async #lookUp(iri: string | null): Promise<SetArticle | null> {
    if (iri === null) return null
    const id = articleIdSchema.safeParse(articleIn(iri))
    if (id.success) {
      const carried = this.#byId.get(id.data)?.article
      const known = carried ? null : await this.#known.byId(id.data)
      return carried ?? (known && inSet(known))
    }
    const carried = this.articles.find(({ url }) => url === iri)
    const known = carried ? null : await this.#known.byUrl(iri)
    return carried ?? (known && inSet(known))
  }

  #add(article: SetArticle): FoundArticle {
    const before = this.#byId.get(article.id)
    if (before) return before
    const found = readable(article)
    this.articles.push(article)
    this.#byId.set(article.id, found)
    return found
  }

  #bad(where: string, expected: string): Result<never, Problem> {
    return failed({ kind: 'bad-file', file: this.#file, where, expected })
  }
}

const readable = (article: SetArticle): FoundArticle => ({
  article,
  text: article.text,
  offsets: offsetMapOf(article.text),
})

function inSet({ format: _format, schema: _schema, ...article }: Article): SetArticle {
  return article
}

/** An article from a text about which nothing more is known: blank lines part its paragraphs, and it is named by its first line. */
function plainArticle(text: string, source: unknown): SetArticle {
  const iri = iriOf(source)
  return {
    id: articleIdOf(text),
    title: textIn(source, 'title', 'label') ?? (text.trim().split('\n')[0]?.slice(0, 120) || 'Untitled'),
    outlet: null,
    agency: null,
    byline: null,
    dateline: null,
    published: null,
    language: isObject(source) ? textIn(source, 'language') : null,
    url: iri !== null && /^https?:/.test(iri) ? iri : null,
    text,
    blocks: paragraphsOf(text),
    source: {
      name: 'text',
      encoding: 'utf-8',
      newlines: text.includes('\n') ? 'lf' : 'none',
      byteOrderMark: false,
    },
  }
}

/** Lines without a blank one between them, as one paragraph. */
function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  let open = false
  for (const line of text.split('\n')) {
    const end = start + line.length
    const before = blocks.at(-1)
    const filled = line.trim() !== ''
    if (filled && open && before) blocks[blocks.length - 1] = { ...before, end }
    else if (filled) blocks.push({ type: 'paragraph', start, end })
    open = filled
    start = end + 1
  }
  return blocks
}
