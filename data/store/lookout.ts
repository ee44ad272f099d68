import { findWork } from './find-work'
import { writersIn } from './load-work'
import type { Folder, Stamp } from './ports'
import { nothingNew, type News } from './shelf/survey'

/** Milliseconds between two looks at the article on screen. */
export const LOOK_EVERY = 1_000
/** Between the end of one look over the whole project and the next, so many looks at the article. */
const WHOLE_EVERY = 15
/** Milliseconds of rest after each step of a look over the whole project, so that it is in nobody's way. */
const REST = 2
/** Milliseconds in which what such a look brings is told together. */
const TELL_EVERY = 300

export interface LookoutPorts {
  readonly folder: Folder
  /** Whether a file is one that this store writes itself, so that its change is no news. */
  readonly isOwn: (path: string) => boolean
  /** Whether somebody else has written to my own file on the article, or with `null` to my registries. */
  readonly isOverwritten: (article: string | null) => Promise<boolean>
  /** Milliseconds between two looks at the article on screen. */
  readonly every: number
  /** A look over the whole project, step by step. */
  readonly look: () => AsyncGenerator<News>
  /** Somebody has saved on the article on screen. */
  readonly found: (article: string) => Promise<void>
  /** Somebody may have saved something in the registries. */
  readonly foundShared: () => Promise<void>
  /** What a look over the whole project has brought lately; once more at its end. */
  readonly looked: (news: News) => Promise<void>
}

/**
 * Notices what others save while the project is open: on the article on screen at every look, by the stamps of its files,
 * which are as many as people, and in the registries, which are no more; and now and then anywhere. A folder that cannot be reached has nothing new in it.
 */
export class Lookout {
  readonly #ports: LookoutPorts
  #watched: string | null = null
  #stamps: Stamps | null = null
  #shared: Stamps | null = null
  #timers = new Set<ReturnType<typeof setTimeout>>()
  #isWatching = false
  #isLooking = false
  #stopped = false

  constructor(ports: LookoutPorts) {
    this.#ports = ports
  }

  /** Looks after this article from now on; what is there already is known. */
  async watch(article: string): Promise<void> {
    this.#watched = article
    this.#stamps = await this.#stampsOn(article)
    this.#shared ??= await this.#stampsOfShared()
    if (!this.#isWatching) this.#after(this.#ports.every, () => this.#lookAtArticle())
    this.#isWatching = true
    this.lookAround(WHOLE_EVERY * this.#ports.every)
  }

  /** Looks over the whole project, in so many milliseconds for the first time and again and again from then on. */
  lookAround(after: number): void {
    if (!this.#isLooking) this.#after(after, () => this.#lookEverywhere())
    this.#isLooking = true
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #after(milliseconds: number, work: () => Promise<void>): void {
    if (this.#stopped) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void work()
    }, milliseconds)
    this.#timers.add(timer)
  }

  async #lookAtArticle(): Promise<void> {
    const article = this.#watched
    if (article !== null) {
      const [before, stamps] = [this.#stamps, await this.#stampsOn(article)]
      if (this.#stopped) return
      if (this.#watched === article && this.#stamps === before && stamps) {
        this.#stamps = stamps
        if ((before && !equal(stamps, before)) || (await this.#ports.isOverwritten(article)))
          await this.#ports.found(article)
      }
    }
    await this.#lookAtShared()
    this.#after(this.#ports.every, () => this.#lookAtArticle())
  }

  async #lookAtShared(): Promise<void> {
    const stamps = await this.#stampsOfShared()
    if (this.#stopped || !stamps) return
    const before = this.#shared
    this.#shared = stamps
    if ((before && !equal(stamps, before)) || (await this.#ports.isOverwritten(null)))
      await this.#ports.foundShared()
  }

  async #lookEverywhere(): Promise<void> {
    let [news, told] = [nothingNew, Date.now()]
    for await (const more of this.#ports.look()) {
      if (this.#stopped) return
      news = both(news, more)
      if (Date.now() - told >= TELL_EVERY) {
        await this.#ports.looked(news)
        ;[news, told] = [nothingNew, Date.now()]
      }
      await new Promise<void>((resolve) => this.#after(REST, async () => resolve()))
    }
    await this.#ports.looked(news)
    this.#after(WHOLE_EVERY * this.#ports.every, () => this.#lookEverywhere())
  }

  /** Of everybody's files on the article but my own; `null` when the folder cannot be reached. */
  async #stampsOn(article: string): Promise<Stamps | null> {
    const { documents } = await findWork(this.#ports.folder, article)
    return this.#stampsOf(documents.map(({ path }) => path))
  }

  /** Of the registries, and of the folders that they lie in, where sync programs put other versions of them. */
  async #stampsOfShared(): Promise<Stamps | null> {
    const writers = await writersIn(this.#ports.folder)
    const others = writers.filter(({ base }) => !this.#ports.isOwn(`${base}/registry.json`))
    return this.#stampsOf(others.flatMap(({ base }) => [base, `${base}/registry.json`]))
  }

  async #stampsOf(paths: readonly string[]): Promise<Stamps | null> {
    const files = paths.filter((path) => !this.#ports.isOwn(path))
    const stamps = await this.#ports.folder.stamps(files)
    return stamps.ok ? new Map(files.map((path, i) => [path, stamps.value[i] ?? null])) : null
  }
}

type Stamps = ReadonlyMap<string, Stamp | null>

const both = (a: News, b: News): News => ({
  listed: [...a.listed, ...b.listed],
  gone: [...a.gone, ...b.gone],
  touched: [...a.touched, ...b.touched],
  people: a.people || b.people,
})

const equal = (a: Stamps, b: Stamps): boolean =>
  a.size === b.size && [...a].every(([path, stamp]) => b.has(path) && b.get(path) === stamp)
