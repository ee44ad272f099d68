import type { Stretch } from './lines'

/** Rows that are asked for together. */
export const PAGE = 100
/** Pages that are kept; beyond, the one seen longest ago is let go. */
const KEPT = 60
/** Pages that are on their way at one time: whoever drags the bar through sixty thousand rows waits for the last place alone. */
const AT_ONCE = 2

/**
 * Rows of a long list, which are asked for in pages when they come near the view. A page that is wanted no more before its
 * turn comes is not asked for.
 */
export class Pages<T> {
  readonly #ask: (from: number, to: number) => Promise<readonly T[] | null>
  readonly #came: () => void
  /** In the order in which they were last looked at. */
  readonly #pages = new Map<number, readonly T[]>()
  /** The pages that are on their way; each resolves when it is answered. */
  readonly #coming = new Map<number, Promise<void>>()
  #wanted: readonly number[] = []

  /**
   * `ask` gives the rows from one place up to but not with another, or `null` when it could not; `came` is called whenever
   * more rows are there.
   */
  constructor(ask: (from: number, to: number) => Promise<readonly T[] | null>, came: () => void) {
    this.#ask = ask
    this.#came = came
  }

  /** The row at a place, from 0; `undefined` until it is there. */
  at(place: number): T | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE]
  }

  /** Whether all rows of these stretches are there. */
  has(stretches: readonly Stretch[]): boolean {
    return pagesIn(stretches).every((page) => this.#pages.has(page))
  }

  /** Rows that are near the view, the most pressing stretch first. Replaces what was wanted before. */
  want(stretches: readonly Stretch[]): void {
    const pages = pagesIn(stretches)
    for (const page of pages) this.#lookedAt(page)
    this.#wanted = pages.filter((page) => !this.#pages.has(page))
    this.#goOn()
  }

  /** Asks for all pages of these stretches at once; resolves when they are answered, whether they came or not. */
  async bring(stretches: readonly Stretch[]): Promise<void> {
    const pages = pagesIn(stretches).filter((page) => !this.#pages.has(page))
    await Promise.all(pages.map((page) => this.#coming.get(page) ?? this.#begin(page)))
  }

  #goOn(): void {
    for (const page of this.#wanted) {
      if (this.#coming.size >= AT_ONCE) return
      if (this.#coming.has(page) || this.#pages.has(page)) continue
      void this.#begin(page)
    }
  }

  #begin(page: number): Promise<void> {
    const coming = this.#load(page)
    this.#coming.set(page, coming)
    return coming
  }

  async #load(page: number): Promise<void> {
    const rows = await this.#ask(page * PAGE, (page + 1) * PAGE)
    this.#coming.delete(page)
    this.#wanted = this.#wanted.filter((wanted) => wanted !== page)
    if (rows) this.#keep(page, rows)
    this.#goOn()
    if (rows) this.#came()
  }

  #keep(page: number, rows: readonly T[]): void {
    this.#pages.delete(page)
    this.#pages.set(page, rows)
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > KEPT && oldest !== undefined) this.#pages.delete(oldest)
  }

  #lookedAt(page: number): void {
    const rows = this.#pages.get(page)
    if (rows) this.#keep(page, rows)
  }
}

/** The pages that have rows of these stretches, each once. */
function pagesIn(stretches: readonly Stretch[]): number[] {
  const pages = new Set<number>()
  for (const { from, to } of stretches)
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) pages.add(page)
  return [...pages]
}
