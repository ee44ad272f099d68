import { eachTag, MEANS, QUOTES, type Sheet } from './sheet'

/** By number of an entry of the registries: which tags mean this very one, on which pages, and what they stand on. */
export class EntryCounts {
  readonly #tags: number[] = []
  readonly #stamps: number[] = []
  readonly #pages: (Set<number> | undefined)[] = []
  readonly #called: (Map<number, number> | undefined)[] = []

  /** Takes the tags of a page into the counts, or out of them. */
  count(page: number, sheet: Sheet, by: 1 | -1): void {
    const entries = new Set<number>()
    eachTag(sheet, (at) => {
      const [entry, quotes] = [sheet[at + MEANS]!, sheet[at + QUOTES]!]
      if (entry === 0) return
      entries.add(entry)
      this.#tags[entry] = this.tagsOf(entry) + by
      const called = (this.#called[entry] ??= new Map())
      const times = (called.get(quotes) ?? 0) + by
      if (times > 0) called.set(quotes, times)
      else called.delete(quotes)
    })
    for (const entry of entries) {
      this.#stamps[entry] = this.stampOf(entry) + 1
      const pages = (this.#pages[entry] ??= new Set())
      if (by === 1) pages.add(page)
      else pages.delete(page)
    }
  }

  tagsOf(entry: number): number {
    return this.#tags[entry] ?? 0
  }

  /** Numbers of pages. */
  pagesOf(entry: number): ReadonlySet<number> {
    return this.#pages[entry] ?? nowhere
  }

  /** Another one whenever tags of the entry came or went. */
  stampOf(entry: number): number {
    return this.#stamps[entry] ?? 0
  }

  /** What its tags stand on, by number of their quotes, and how often. */
  calledAs(entry: number): ReadonlyMap<number, number> {
    return this.#called[entry] ?? nothing
  }
}

const nowhere: ReadonlySet<number> = new Set()
const nothing: ReadonlyMap<number, number> = new Map()
