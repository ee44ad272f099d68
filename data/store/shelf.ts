import { summaryOf, type ArticleSummary } from '../model/article'
import type { Codebook } from '../model/codebook'
import { liveRecords } from '../model/document'
import type { Problem } from '../model/problem'
import type { Person, Project } from '../model/project'
import type { RegistryRecord } from '../model/records'
import { ok, type Result } from '../model/result'
import { everybody, loadProject, readArticleFile, type LoadedProject } from './load-project'
import { indexWork, readRegistries, readWorks, type WorkIndex } from './load-work'
import { countTags } from './my-work'
import type { Folder } from './ports'
import { inParallel } from './read-files'
import type { ListedArticle } from './views'

interface Contents extends LoadedProject {
  readonly registry: readonly RegistryRecord[]
  /** By article, then annotator; nobody stands there with none. */
  readonly tags: ReadonlyMap<string, Readonly<Record<string, number>>>
}

/**
 * What a project holds, as its list shows it: articles, people, the codebook, the registries, and how many tags each
 * person has on each article. Never a tag itself.
 */
export class Shelf {
  readonly project: Project
  readonly codebook: Codebook
  /** Files that could not be read. The rest is here. */
  readonly troubles: readonly Problem[]
  readonly #folder: Folder
  readonly #articles: Map<string, ArticleSummary>
  readonly #tags: Map<string, Readonly<Record<string, number>>>
  #people: readonly Person[]
  #registry: readonly RegistryRecord[]

  private constructor(folder: Folder, contents: Contents) {
    this.#folder = folder
    this.project = contents.project
    this.codebook = contents.codebook
    this.troubles = contents.troubles
    this.#articles = new Map(contents.articles.map((summary) => [summary.id, summary]))
    this.#tags = new Map(contents.tags)
    this.#people = contents.people
    this.#registry = contents.registry
  }

  /** Reads the project; `root` is the folder as people know it. Only an unreadable `project.json` is a Problem. */
  static async open(folder: Folder, root: string): Promise<Result<Shelf, Problem>> {
    const loaded = await loadProject(folder, root)
    if (!loaded.ok) return loaded
    const troubles = [...loaded.value.troubles]
    const index = await indexWork(folder, troubles)
    const registry = liveRecords(await readRegistries(folder, index.registries, troubles))
    const tags = await countAll(folder, loaded.value.articles, index, troubles)
    return ok(new Shelf(folder, { ...loaded.value, registry, tags, troubles }))
  }

  /** Newest first by date of publication; those without a date at the end, by title. */
  get articles(): readonly ListedArticle[] {
    return [...this.#articles.values()].toSorted(newestFirst).map(({ id }) => this.listed(id))
  }

  get people(): readonly Person[] {
    return this.#people
  }

  get registry(): readonly RegistryRecord[] {
    return this.#registry
  }

  has(article: string): boolean {
    return this.#articles.has(article)
  }

  titleOf(article: string): string | null {
    return this.#articles.get(article)?.title ?? null
  }

  idOfUrl(url: string): string | null {
    return [...this.#articles.values()].find((summary) => summary.url === url)?.id ?? null
  }

  /** The article must be here. */
  listed(article: string): ListedArticle {
    return { summary: this.#articles.get(article)!, tags: this.#tags.get(article) ?? {} }
  }

  add(summary: ArticleSummary): void {
    this.#articles.set(summary.id, summary)
  }

  /** How many tags somebody has on an article from now on. Says whether that is another number than before. */
  count(article: string, annotator: string, tags: number): boolean {
    const { [annotator]: before = 0, ...others } = this.#tags.get(article) ?? {}
    if (tags === before) return false
    this.#tags.set(article, tags > 0 ? { ...others, [annotator]: tags } : others)
    return true
  }

  /** Reads again what others may have changed: people, registries, and these articles, new ones among them. */
  async lookAgain(articles: readonly string[]): Promise<readonly string[]> {
    for (const id of articles) await this.#list(id)
    const index = await indexWork(this.#folder, [])
    this.#registry = liveRecords(await readRegistries(this.#folder, index.registries, []))
    this.#people = await everybody(this.#folder, [])
    const here = articles.filter((id) => this.has(id))
    for (const id of here) this.#tags.set(id, await countOn(this.#folder, id, index, []))
    return here
  }

  async #list(id: string): Promise<void> {
    if (this.has(id)) return
    const article = await readArticleFile(this.#folder, id)
    if (article.ok && article.value) this.add(summaryOf(article.value))
  }
}

async function countAll(
  folder: Folder,
  articles: readonly ArticleSummary[],
  index: WorkIndex,
  troubles: Problem[],
) {
  const tags = new Map<string, Readonly<Record<string, number>>>()
  await inParallel(articles, 8, async ({ id }) => tags.set(id, await countOn(folder, id, index, troubles)))
  return tags
}

async function countOn(
  folder: Folder,
  article: string,
  index: WorkIndex,
  troubles: Problem[],
): Promise<Readonly<Record<string, number>>> {
  const works = await readWorks(folder, index.files.get(article) ?? [], troubles)
  const counts = [...works].map(([annotator, items]) => [annotator, countTags(liveRecords(items))] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

const newestFirst = (a: ArticleSummary, b: ArticleSummary): number =>
  (b.published ?? '').localeCompare(a.published ?? '') || a.title.localeCompare(b.title)
