import { articleIds } from './load-project'
import { indexWork, placesOfWork } from './load-work'
import type { Folder } from './ports'
import { inParallel } from './read-files'

/** Milliseconds between two looks at the article on screen. */
export const LOOK_EVERY = 1_000
/** One look in so many goes over the whole project. */
const WHOLE_EVERY = 15

const ending = new TextDecoder()

/**
 * Notices what others save while the project is open: on the article on screen at every look, which costs a file a
 * person, and now and then new files and articles anywhere. `found` gets the articles concerned. Files of this
 * device (`isOwn`) are passed over, and `known` are the articles and files that were there when the project was
 * opened. A folder that cannot be reached has nothing new in it.
 */
export class Lookout {
  readonly #folder: Folder
  readonly #isOwn: (path: string) => boolean
  readonly #every: number
  readonly #found: (articles: readonly string[]) => Promise<void>
  #watched: string | null = null
  #seals: ReadonlyMap<string, string> | null = null
  readonly #known: Set<string>
  #timer: ReturnType<typeof setTimeout> | null = null
  #looks = 0
  #stopped = false

  constructor(
    folder: Folder,
    isOwn: (path: string) => boolean,
    every: number,
    known: Iterable<string>,
    found: (articles: readonly string[]) => Promise<void>,
  ) {
    this.#folder = folder
    this.#isOwn = isOwn
    this.#every = every
    this.#known = new Set(known)
    this.#found = found
  }

  /** Looks after this article from now on; what is there already is known. */
  async watch(article: string): Promise<void> {
    this.#watched = article
    this.#seals = await this.#sealsOn(article)
    if (!this.#stopped && this.#timer === null) this.#later()
  }

  /** An article that was imported here is no news. */
  knows(article: string): void {
    this.#known.add(article)
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #later(): void {
    this.#timer = setTimeout(() => void this.#look(), this.#every)
  }

  async #look(): Promise<void> {
    const changed = new Set<string>()
    const article = this.#watched
    if (article !== null) {
      const seals = await this.#sealsOn(article)
      if (this.#watched === article) {
        if (this.#seals && !equal(seals, this.#seals)) changed.add(article)
        this.#seals = seals
      }
    }
    if (++this.#looks % WHOLE_EVERY === 0) for (const id of await this.#lookEverywhere()) changed.add(id)
    if (this.#stopped) return
    if (changed.size > 0) await this.#found([...changed])
    this.#later()
  }

  /** Articles that are new, or on which somebody has a file that was not there before. */
  async #lookEverywhere(): Promise<string[]> {
    const now = new Map<string, string>()
    for (const id of await articleIds(this.#folder, [])) now.set(id, id)
    for (const [article, files] of (await indexWork(this.#folder, [])).files)
      for (const { path } of files) if (!this.#isOwn(path)) now.set(path, article)
    const news = [...now].filter(([path]) => !this.#known.has(path))
    for (const [path] of news) this.#known.add(path)
    return news.map(([, article]) => article)
  }

  /** What tells one content of a file from another: its end, where its sum stands, and its length. */
  async #sealsOn(article: string): Promise<ReadonlyMap<string, string>> {
    const places = (await placesOfWork(this.#folder, article)).filter(({ path }) => !this.#isOwn(path))
    const seals = await inParallel(places, 8, async ({ path }) => {
      const bytes = await this.#folder.read(path)
      return bytes.ok && bytes.value ? `${bytes.value.length} ${ending.decode(bytes.value.slice(-90))}` : ''
    })
    return new Map(places.flatMap(({ path }, i) => (seals[i] ? [[path, seals[i]]] : [])))
  }
}

const equal = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([path, seal]) => b.get(path) === seal)
