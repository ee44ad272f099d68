import { hasNoTags, type Sheet } from './sheet'

/** Whose work on which article is not to be seen, and their sheets there, of which no answer has anything. */
export class Unseen {
  /** On which articles others' tags are to be seen; `null`: on all. */
  #seen: { readonly me: string; readonly articles: Set<string> } | null = null
  /** Sheets of others, by article and annotator. */
  readonly #aside = new Map<string, Map<string, Sheet>>()

  hides(article: string, annotator: string): boolean {
    return this.#seen !== null && annotator !== this.#seen.me && !this.#seen.articles.has(article)
  }

  /** Whether others' tags on the article are to be seen. */
  isSeen(article: string): boolean {
    return this.#seen?.articles.has(article) ?? true
  }

  /** From now on others' tags are to be seen on these articles only, and `me` everywhere; with `null` on all. */
  seeOnly(me: string, articles: readonly string[] | null): void {
    this.#seen = articles && { me, articles: new Set(articles) }
  }

  /** Others' tags on this article are to be seen from now on, or not any more. */
  see(article: string, seen: boolean): void {
    if (seen) this.#seen?.articles.add(article)
    else this.#seen?.articles.delete(article)
  }

  /** Puts a sheet aside in place of that person's there; one without tags only takes that away. */
  put(article: string, annotator: string, sheet: Sheet): void {
    const theirs = this.#aside.get(article) ?? new Map<string, Sheet>()
    if (hasNoTags(sheet)) theirs.delete(annotator)
    else this.#aside.set(article, theirs.set(annotator, sheet))
    if (theirs.size === 0) this.#aside.delete(article)
  }

  /** Takes out the sheets on an article that are to be seen by now. */
  takeSeen(article: string): readonly (readonly [annotator: string, sheet: Sheet])[] {
    const theirs = this.#aside.get(article) ?? []
    const seen = [...theirs].filter(([annotator]) => !this.hides(article, annotator))
    for (const [annotator] of seen) this.#aside.get(article)?.delete(annotator)
    if (this.#aside.get(article)?.size === 0) this.#aside.delete(article)
    return seen
  }

  /** The articles that sheets were put aside of. */
  get articles(): Iterable<string> {
    return this.#aside.keys()
  }

  /** Whose sheets on an article were put aside. */
  annotatorsOn(article: string): Iterable<string> {
    return this.#aside.get(article)?.keys() ?? []
  }

  *sheets(): Generator<readonly [article: string, annotator: string, sheet: Sheet]> {
    for (const [article, theirs] of this.#aside)
      for (const [annotator, sheet] of theirs) yield [article, annotator, sheet]
  }
}
