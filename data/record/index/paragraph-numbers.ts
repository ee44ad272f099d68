import { blockTypes, type Article, type Block } from '../../model/article'
import { paths } from '../../store/paths'
import type { Folder } from '../../store/ports'
import { paragraphAt, paragraphsOf } from '../../text/paragraphs'

/** Start, end and number of each paragraph of an article, one after the other; 0 for one that has no number. */
type Numbered = Int32Array

const none: Numbered = new Int32Array()
const utf8 = new TextDecoder()

/**
 * In which paragraph of its article something stands. Each article is read once, several together, and of it nothing is kept but where
 * its paragraphs are: about a hundred bytes, as an article never changes. That its id is the hash of its text is looked into
 * by whoever opens it.
 */
export class ParagraphNumbers {
  readonly #folder: Folder
  readonly #known = new Map<string, Numbered>()

  constructor(folder: Folder) {
    this.#folder = folder
  }

  /** The number of the paragraph at an offset of an article (UTF-16 code units); `null` where there is none, or no article. */
  numberAt(article: string, offset: number): number | null {
    const numbered = this.#known.get(article) ?? none
    const starts = Array.from({ length: numbered.length / 3 }, (_, i) => ({
      start: numbered[3 * i]!,
      end: numbered[3 * i + 1]!,
    }))
    const at = paragraphAt(starts, offset)
    const there = starts[at]
    return there && there.start <= offset && offset < there.end ? numbered[3 * at + 2]! || null : null
  }

  /** Reads those of these articles that were not read before. One that cannot be read has no paragraphs this time. */
  async read(articles: readonly string[]): Promise<void> {
    const ids = [...new Set(articles)].filter((id) => !this.#known.has(id))
    if (ids.length === 0) return
    const files = await this.#folder.readAll(ids.map(paths.article))
    if (!files.ok) return
    for (const [i, file] of files.value.entries()) {
      const numbered = file.ok && file.value ? numberedIn(file.value) : null
      if (numbered) this.#known.set(ids[i]!, numbered)
    }
  }
}

function numberedIn(bytes: Uint8Array): Numbered | null {
  const article = articleIn(bytes)
  return (
    article &&
    Int32Array.from(paragraphsOf(article).flatMap(({ start, end, number }) => [start, end, number ?? 0]))
  )
}

function articleIn(bytes: Uint8Array): Pick<Article, 'text' | 'blocks'> | null {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    return null
  }
  const { text, blocks }: Readonly<Record<string, unknown>> = Object(value)
  return typeof text === 'string' && Array.isArray(blocks) && blocks.every(isBlock) ? { text, blocks } : null
}

function isBlock(block: unknown): block is Block {
  const { type, start, end }: Readonly<Record<string, unknown>> = Object(block)
  return blockTypes.some((each) => each === type) && typeof start === 'number' && typeof end === 'number'
}
