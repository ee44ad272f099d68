import { Lines } from '../../record/lines'
import { topsOf } from '../../ui/use-rows'

/** What stands in a line of the list of all articles. */
export type ProjectLine = Readonly<
  /** The head of an article, with how many differences it has. */
  | { is: 'article'; article: string; count: number }
  /** The difference at a place among all that were found, from 0; of the open article instead, that at a place of its own list. */
  | { is: 'row'; article: string; at: number }
  | { is: 'open'; article: string; at: number }
>

/**
 * The lines of the list of all articles: a head for each, and its differences below. It knows how many each article has, not
 * which: those come when they are looked at. Of the open article it has as many as are known of it now.
 */
export class ProjectLines {
  readonly #articles: readonly string[]
  readonly #open: string | null
  readonly #lines: Lines
  /** How many differences were found before each article. */
  readonly #before: readonly number[]

  /** `articles` in the order of the list, with how many differences were found on each. */
  constructor(
    articles: readonly (readonly [article: string, count: number])[],
    open: { readonly article: string; readonly count: number } | null,
  ) {
    this.#articles = articles.map(([article]) => article)
    this.#open = open?.article ?? null
    this.#before = topsOf(articles.map(([, count]) => count))
    const groups = articles.map(([key, count]) => ({
      key,
      count: open?.article === key ? open.count : count,
    }))
    this.#lines = new Lines(0, groups, new Set())
    this.counts = groups.map(({ count }) => count)
  }

  /** How many differences each article has, in the order of the list. */
  readonly counts: readonly number[]

  get count(): number {
    return this.#lines.count
  }

  /** The line must be one of the list, from 0. */
  at(line: number): ProjectLine {
    const there = this.#lines.at(line)
    const place = there?.group ?? -1
    const article = this.#articles[place]
    if (!there || article === undefined) throw new RangeError(`line ${line} is not in the list`)
    if (there.is === 'group') return { is: 'article', article, count: this.counts[place]! }
    if (article === this.#open) return { is: 'open', article, at: there.within }
    return { is: 'row', article, at: this.#before[place]! + there.within }
  }

  /** The line of a difference of the open article; −1 when that is not in the list. */
  lineOf(at: number): number {
    const place = this.#open === null ? -1 : this.#articles.indexOf(this.#open)
    return place < 0 || at < 0 ? -1 : this.#lines.headOf(place) + 1 + at
  }

  /** The first difference found after those of an article, or with −1 the last before them, among all that were found; `null`: there is none. */
  beside(article: string, by: 1 | -1): number | null {
    const place = this.#articles.indexOf(article)
    if (place < 0) return this.#before.at(-1)! > 0 ? 0 : null
    const at = by === 1 ? this.#before[place + 1]! : this.#before[place]! - 1
    return at >= 0 && at < this.#before.at(-1)! ? at : null
  }
}
