import type { Codebook } from '../../model/codebook'
import type { RegistryRecord } from '../../model/records'
import type { Folder } from '../../store/ports'
import { inTurn } from '../../store/turns'
import type { FindHelper } from '../../review/layers/collect-all'
import type { ReviewProgress } from '../../review/project-differences'
import type { EvidencePage, EvidenceQuery } from '../evidence'
import type { Passage, RecordState, StatementPage, StatementQuery } from '../query'
import { ArticleWords } from './article-words'
import { KeptIndex, keptPieces } from './cache'
import { IndexAnswers } from './index-answers'
import { KeepUp, type MyChange } from './keep-up'
import { Places } from './places'
import { RecordIndex, type ArticleFacts } from './record-index'
import { ReviewDesk } from './review-desk'

/** What the record is made of. */
export interface DeskPorts {
  readonly folder: Folder
  /** The user's own folder; without it nothing is kept for the next time. */
  readonly vault: Folder | null
  readonly project: string
  readonly me: string
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
  readonly articles: readonly ArticleFacts[]
  /** The articles on which others' tags are to be seen; without it, all. */
  readonly seenOn?: readonly string[] | null
  /** The last version of the record that there was before, in a thread that has ended. */
  readonly after?: number
  /** How far it is, or that it has another content. */
  readonly told: (state: RecordState) => void
  /** Lets others have a turn: questions that came meanwhile are answered. */
  readonly pause: () => Promise<void>
  /** Called when much was read, and when it was kept. */
  readonly rested?: () => void
  /** Who helps to collect what people agree on, where there is much of it. */
  readonly helper?: FindHelper | undefined
}

/** Where the pieces lie that were kept. */
const pieceAt = (number: number) => `cache/record/${number}.bin`
/** So many articles read anew are worth keeping. */
const WORTH_KEEPING = 200
/** Pages whose statements are derived between two pauses: about five milliseconds. */
const PAGES_AT_ONCE = 100

/**
 * The record of one project: the index, what keeps it like the folder, and its answers. It works in small steps and pauses
 * between them, so that a question waits for a few milliseconds at most, and answers from what there is.
 */
export class RecordDesk {
  readonly #ports: DeskPorts
  readonly #index: RecordIndex
  readonly #keepUp: KeepUp
  readonly #places: Places
  readonly #words: ArticleWords
  readonly answers: IndexAnswers
  readonly review: ReviewDesk
  readonly #turn = inTurn()
  #building: RecordState['building'] = null
  #reviewing: ReviewProgress | null = null
  #isStopped = false
  #isMaking = false
  #told = 0
  #registry: readonly RegistryRecord[]

  private constructor(ports: DeskPorts, index: RecordIndex, keepUp: KeepUp, words: ArticleWords) {
    this.#ports = ports
    this.#registry = ports.registry
    this.#index = index
    this.#keepUp = keepUp
    this.#words = words
    this.#places = new Places(ports.folder)
    this.answers = new IndexAnswers(index)
    const { folder, pause, helper } = ports
    this.review = new ReviewDesk({
      folder,
      index,
      helper,
      places: this.#places,
      pause,
      told: (progress) => this.#tellReview(progress),
    })
    this.#building = { done: 0, of: index.articleCount }
  }

  /** With what was kept of it the last time, if that can be used. `make` brings it up to date. */
  static async open(ports: DeskPorts): Promise<RecordDesk> {
    const { folder, vault, project, me, codebook, registry, articles, seenOn = null } = ports
    const kept = vault && (await keptIn(vault, project, codebook))
    const index = kept?.index ?? new RecordIndex(codebook)
    index.seeOnly(me, seenOn)
    index.putArticles(articles)
    index.setRegistry(registry)
    if (ports.after !== undefined) index.goOnAfter(ports.after)
    const words = new ArticleWords(folder, vault, ports.pause)
    await words.open()
    return new RecordDesk(ports, index, new KeepUp(folder, index, me, kept?.seen), words)
  }

  get state(): RecordState {
    const state = { version: this.#index.version, building: this.#building, isStopped: this.#isStopped }
    return this.#reviewing ? { ...state, reviewing: this.#reviewing } : state
  }

  /** Reads what was changed since it was read last, until that is done or `stop` is called. */
  async make(): Promise<void> {
    this.#isStopped = false
    if (this.#isMaking) return
    this.#isMaking = true
    const all = this.#index.articleCount
    this.#building = { done: 0, of: all }
    this.#tell()
    await this.#refresh()
    const look = this.#keepUp.look()
    let read = 0
    for (;;) {
      if (this.#isStopped) break
      const next = await this.#turn(() => look.next())
      if (next.done) break
      const { done, of } = next.value
      read = (done / of) * all
      this.#building = { done: Math.round(read), of: all }
      this.#tell(200)
      await this.#ports.pause()
    }
    this.#isMaking = false
    this.#building = null
    this.#tell()
    if (read < WORTH_KEEPING) return
    this.#ports.rested?.()
    await this.keep()
    this.#ports.rested?.()
  }

  stop(): void {
    this.#isStopped = true
  }

  /** Reads in which articles which words stand, where that is not known; it is done last, when tags are known. */
  readWords(): Promise<void> {
    return this.#words.read(
      () => this.#index.knownArticles(),
      () => this.#isStopped,
      () => this.review.free(),
    )
  }

  /** Some of the articles that are likely to have these words; a guess, and none while it is not known. */
  likelyArticles(words: string): readonly string[] {
    return this.#words.likely(words)
  }

  /** Keeps it for the next time; where that fails, it is made again. */
  async keep(): Promise<void> {
    const { vault, project } = this.#ports
    let number = 0
    for (const piece of keptPieces(this.#index, this.#keepUp.seen, project)) {
      const written = await vault?.replace(pieceAt(number++), piece)
      if (!written?.ok) return
      await this.#ports.pause()
    }
  }

  touched(articles: readonly string[]): Promise<void> {
    return this.#change(async () => this.#keepUp.touch(articles))
  }

  changed(changes: readonly MyChange[]): Promise<void> {
    return this.#change(async () => this.#keepUp.takeChanges(changes))
  }

  saved(): Promise<void> {
    return this.#change(async () => this.#keepUp.saved())
  }

  /** Articles that came in, or on which somebody has saved, and those that are gone. */
  async setArticles(articles: readonly ArticleFacts[], gone: readonly string[]): Promise<void> {
    this.#words.forget(gone)
    await this.#change(async () => {
      this.#index.putArticles(articles)
      this.#index.removeArticles(gone)
      await this.#keepUp.touch(articles.map(({ id }) => id))
    })
  }

  /** See `seeOnly` and `see` of the index. */
  seeOnly(articles: readonly string[] | null): Promise<void> {
    return this.#change(async () => this.#index.seeOnly(this.#ports.me, articles))
  }

  see(article: string, seen: boolean): Promise<void> {
    return this.#change(async () => this.#index.see(article, seen))
  }

  setRegistry(registry: readonly RegistryRecord[]): Promise<void> {
    return this.#change(async () => this.#takeRegistry(registry))
  }

  /** Entries of the registries that were changed by a step of mine. */
  changeEntries(
    changes: readonly { readonly id: string; readonly after: RegistryRecord | null }[],
  ): Promise<void> {
    return this.#change(async () => {
      const entries = new Map(this.#registry.map((record) => [record.id, record]))
      for (const { id, after } of changes) {
        if (after) entries.set(id, after)
        else entries.delete(id)
      }
      this.#takeRegistry([...entries.values()])
    })
  }

  #takeRegistry(registry: readonly RegistryRecord[]): void {
    this.#registry = registry
    this.#index.setRegistry(registry)
  }

  setCodebook(codebook: Codebook): Promise<void> {
    return this.#change(async () => this.#index.setCodebook(codebook))
  }

  async evidence(query: EvidenceQuery, from: number, to: number): Promise<EvidencePage> {
    return this.#places.ofEvidence(this.answers.evidence(query, from, to))
  }

  async statements(query: StatementQuery, from: number, to: number): Promise<StatementPage> {
    return this.#places.ofStatements(this.answers.statements(query, from, to))
  }

  passage(article: string, start: number, end: number): Promise<Passage> {
    return this.#places.passage(article, { start, end })
  }

  async #change(work: () => Promise<void>): Promise<void> {
    const before = this.#index.version
    await this.#turn(work)
    await this.#refresh()
    if (this.#index.version !== before) this.#tell()
  }

  /** Derives what is of an earlier codebook or registry, some pages at a time. */
  async #refresh(): Promise<void> {
    while (this.#index.refresh(PAGES_AT_ONCE)) await this.#ports.pause()
  }

  #tellReview(progress: ReviewProgress | null): void {
    if (progress === null && this.#reviewing === null) return
    this.#reviewing = progress
    this.#ports.told(this.state)
  }

  /** At most once in so many milliseconds. */
  #tell(every = 0): void {
    const now = Date.now()
    if (now - this.#told < every) return
    this.#told = now
    this.#ports.told(this.state)
  }
}

async function keptIn(vault: Folder, project: string, codebook: Codebook) {
  const kept = new KeptIndex(project, codebook)
  for (let number = 0; ; number++) {
    const read = await vault.read(pieceAt(number))
    const taken = read.ok && read.value ? kept.take(read.value) : null
    if (taken !== 'more') return taken
  }
}
