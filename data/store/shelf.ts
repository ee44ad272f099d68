import type { ArticleSummary } from '../model/article'
import type { Problem } from '../model/problem'
import type { Person, Project } from '../model/project'
import { ok, type Result } from '../model/result'
import { everybody, loadProject, readArticleFile, type LoadedProject } from './load-project'
import type { Writer } from './load-work'
import { byTitle } from '../text/by-title'
import { findWork } from './find-work'
import type { Folder } from './ports'
import { countWork } from './shelf/count-work'
import { keepHoldings, keptHoldings } from './shelf/shelf-cache'
import { nothingNew, Survey, type Holdings, type News } from './shelf/survey'
import { listedOf, Tallies } from './shelf/tallies'
import type { Tally } from './shelf/tally'
import type { ListedArticle, Looking } from './views'
import { summaryOf } from '../model/article'

/**
 * A project with so many articles and folders of work is read with care while it is opened, which takes a moment, and
 * nothing is kept of it. A larger one is kept, and read little by little.
 */
const AT_ONCE = 1_000

/** What a person has on an article that is in memory, where it may be more than the folder has; else `null`. */
export type InMemory = (annotator: string, article: string) => Tally | null

/** Who has something new on an article, by what each has changed; see `stands` of `Tallied`. */
export type NewsOf = (article: string, stands: Readonly<Record<string, number>>) => readonly string[]

/**
 * What a project holds, as its list shows it: articles, people, and how many tags each
 * person has on each article, and who is done with it. Never a tag itself. `README.md` in `shelf/` says how it stays cheap.
 */
export class Shelf {
  readonly project: Project
  readonly #folder: Folder
  readonly #vault: Folder | null
  readonly #troubles: readonly Problem[]
  readonly #held: Holdings
  readonly #survey: Survey
  #people: readonly Person[]
  /** The articles by date, until there are others. */
  #sorted: readonly ArticleSummary[] | null = null
  #byUrl: ReadonlyMap<string, string> | null = null
  #looking: Looking | null = null
  #inMemory: InMemory = () => null
  #newsOf: NewsOf = () => []
  /** Something has changed that was not kept; `null` for a small project. */
  #isStale: boolean | null = false
  #wasLookedAt = false

  private constructor(folder: Folder, vault: Folder | null, loaded: LoadedProject, held: Holdings) {
    this.#folder = folder
    this.#vault = vault
    this.project = loaded.project
    this.#troubles = loaded.troubles
    this.#held = held
    this.#survey = new Survey(folder, held, (annotator, article) => this.#inMemory(annotator, article))
    this.#people = loaded.people
  }

  /**
   * Reads the project; `root` is the folder as people know it. What `vault` kept of a large one is taken as it is, to be
   * looked after later; without it all articles are read, and the tags counted later. Only an unreadable `project.json`
   * is a Problem.
   */
  static async open(
    folder: Folder,
    root: string,
    vault: Folder | null,
    atOnce: number = AT_ONCE,
  ): Promise<Result<Shelf, Problem>> {
    const loaded = await loadProject(folder, root)
    if (!loaded.ok) return loaded
    const kept = await keptHoldings(vault, loaded.value.project.id)
    const held = kept ?? {
      articles: new Map(),
      tallies: new Tallies(),
      troubles: new Map(),
      seen: new Map(),
    }
    const shelf = new Shelf(folder, vault, loaded.value, held)
    if (!kept) await shelf.#readAtFirst(atOnce)
    return ok(shelf)
  }

  async #readAtFirst(atOnce: number): Promise<void> {
    const isSmall = (await this.#survey.size()) <= atOnce
    if (isSmall) {
      for await (const _ of this.#looks(true, () => false)) continue
      this.#isStale = null
      this.#wasLookedAt = true
    } else {
      for await (const news of this.#survey.lookAtArticles(false)) this.#changed(news)
      this.#looking = { done: 0, of: this.#held.articles.size }
    }
  }

  /** Newest first by date of publication; those without a date at the end, by title. */
  get articles(): readonly ListedArticle[] {
    return this.#inOrder().map((summary) => this.#listed(summary))
  }

  /** The ids of all articles in that order. */
  get order(): readonly string[] {
    return this.#inOrder().map(({ id }) => id)
  }

  #inOrder(): readonly ArticleSummary[] {
    return (this.#sorted ??= [...this.#held.articles.values()].toSorted(newestFirst))
  }

  get people(): readonly Person[] {
    return this.#people
  }

  /** Files that could not be read. The rest is here. */
  get troubles(): readonly Problem[] {
    return [...this.#troubles, ...[...this.#held.troubles.values()].flat()]
  }

  /** How far the first count of all tags is; `null` when there is nothing to wait for. */
  get looking(): Looking | null {
    return this.#looking
  }

  /** Whether it was all looked at since it was opened. */
  get wasLookedAt(): boolean {
    return this.#wasLookedAt
  }

  has(article: string): boolean {
    return this.#held.articles.has(article)
  }

  titleOf(article: string): string | null {
    return this.#held.articles.get(article)?.title ?? null
  }

  idOfUrl(url: string): string | null {
    this.#byUrl ??= new Map(
      [...this.#held.articles.values()].flatMap((summary) =>
        summary.url ? [[summary.url, summary.id]] : [],
      ),
    )
    return this.#byUrl.get(url) ?? null
  }

  /** The article must be here. */
  listed(article: string): ListedArticle {
    return this.#listed(this.#held.articles.get(article)!)
  }

  #listed(summary: ArticleSummary): ListedArticle {
    const tallied = this.#held.tallies.on(summary.id)
    const news = tallied.stands ? this.#newsOf(summary.id, tallied.stands) : []
    return { summary, ...listedOf(tallied), ...(news.length > 0 && { news }) }
  }

  /** Whether somebody has said to be done with an article, as far as the folder was read. */
  isDone(article: string, annotator: string): boolean {
    return this.#held.tallies.on(article).done.includes(annotator)
  }

  add(summary: ArticleSummary): void {
    this.#held.articles.set(summary.id, summary)
    this.#changed({ ...nothingNew, listed: [summary.id] })
  }

  /** From now on what is in memory counts, and not what the folder has. */
  believe(inMemory: InMemory): void {
    this.#inMemory = inMemory
  }

  /** From now on this says who has something new. */
  tellNews(newsOf: NewsOf): void {
    this.#newsOf = newsOf
  }

  /** What somebody has on an article from now on. Says whether that is another tally than before. */
  count(article: string, annotator: string, tally: Tally, stand?: number): boolean {
    const isOther = this.#held.tallies.set(article, annotator, tally, stand)
    if (isOther) this.#becomesStale()
    return isOther
  }

  /** Reads again what others may have changed: people, and these articles, new ones among them. */
  async lookAgain(articles: readonly string[]): Promise<readonly string[]> {
    await this.lookAtPeople()
    for (const id of articles) {
      if (!this.has(id)) {
        const article = await readArticleFile(this.#folder, id)
        if (article.ok && article.value) this.add(summaryOf(article.value))
      }
      await this.#countOn(id)
    }
    return articles.filter((id) => this.has(id))
  }

  /** Reads again who is here. Says whether that is other now. */
  async lookAtPeople(): Promise<boolean> {
    const before = JSON.stringify(this.#people)
    this.#people = await everybody(this.#folder, [])
    return JSON.stringify(this.#people) !== before
  }

  /**
   * Looks at the whole folder once, a little at each step, and takes in what is not as it was at the last look. Changes
   * in the folders that `isOwn` names are known from elsewhere, but for the first look after opening.
   */
  async *look(isOwn: (base: string) => boolean): AsyncGenerator<News> {
    const isFirst = !this.#wasLookedAt
    yield { ...nothingNew, people: await this.lookAtPeople() }
    yield* this.#looks(false, ({ base }) => !isFirst && isOwn(base))
    this.#wasLookedAt = true
    this.#looking = null
    await this.keep()
  }

  async *#looks(careful: boolean, isPassedOver: (writer: Writer) => boolean): AsyncGenerator<News> {
    for await (const news of this.#survey.lookAtArticles(careful)) yield this.#changed(news)
    let done = 0
    for await (const news of this.#survey.lookAtWork(careful, isPassedOver)) {
      done += news.touched.length
      if (this.#looking) this.#looking = { ...this.#looking, done: Math.min(done, this.#looking.of) }
      yield this.#changed(news)
    }
  }

  /** Keeps for the next session what the list shows. */
  async keep(): Promise<void> {
    if (!this.#isStale) return
    this.#isStale = false
    await keepHoldings(this.#vault, this.project.id, this.#held)
  }

  #becomesStale(): void {
    if (this.#isStale !== null) this.#isStale = true
  }

  #changed(news: News): News {
    const isNothing = news.listed.length + news.gone.length + news.touched.length === 0
    if (!isNothing) this.#becomesStale()
    if (news.gone.length > 0 || news.listed.some((id) => this.has(id))) {
      this.#sorted = null
      this.#byUrl = null
    }
    return { ...news, listed: news.listed.filter((id) => this.has(id)) }
  }

  async #countOn(article: string): Promise<void> {
    const { documents } = await findWork(this.#folder, article)
    const counted = await countWork(this.#folder, documents, false)
    if (!counted.ok) return
    for (const [annotator, { tallies, stands }] of counted.value)
      this.count(
        article,
        annotator,
        this.#inMemory(annotator, article) ?? tallies.get(article) ?? 0,
        stands.get(article),
      )
  }
}

function newestFirst(a: ArticleSummary, b: ArticleSummary): number {
  const [earlier, later] = [a.published ?? '', b.published ?? '']
  if (earlier !== later) return earlier < later ? 1 : -1
  return byTitle(a.title, b.title)
}
