import type { AnnotationSet } from '../model/annotation-set'
import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import { isTagOrLink } from '../model/records'
import { ok, type Result } from '../model/result'
import type { Selection, Store } from './store'
import type { ListedArticle, OpenArticle, ProjectView, Reply, StoreEvent } from './views'

/** A store that can tell what is to be hidden. */
export interface Blindable extends Store {
  /** Everybody, me first. */
  readonly people: readonly Person[]
  /** Whether others' tags on an article stay hidden until one is done with it oneself. */
  isBlind(): boolean
  /** Whether I have said that I am done with an article. */
  amDoneWith(article: string): boolean
}

/** What the record of all articles is told: a change of what is hidden. */
export type BlindEvent = Readonly<
  /** Only on these articles others' tags are to be seen; `null`: on all. */
  | { is: 'seen-on'; articles: readonly string[] | null }
  /** On this article they are to be seen from now on, or not any more. */
  | { is: 'seen'; article: string; seen: boolean }
>

/**
 * The store as its user may see it. While a project is reviewed blind, others' tags, links, decisions and answers on an
 * article stay here until its user is done with it: they leave in no answer and no event, and neither does their number.
 * Nothing beyond this hides anything, and what asks the folder itself (the record of all articles, backups) asks here
 * whether it `hides`. That somebody is done with an article, and who should tag it, are no secrets.
 */
export class BlindStore implements Store {
  readonly #inner: Blindable
  /** Its user's id. */
  readonly me: string
  readonly #listeners = new Set<(event: StoreEvent) => void>()
  readonly #blindListeners = new Set<(event: BlindEvent) => void>()
  /** An article as it was opened, without what is hidden: the same as long as that is. */
  readonly #hidden = new WeakMap<OpenArticle, OpenArticle>()
  #wasBlind: boolean
  /** Articles that I was done with when it was last heard of them, while the project is reviewed blind. */
  #done: Set<string>

  constructor(inner: Blindable) {
    this.#inner = inner
    this.me = inner.view().me.id
    this.#wasBlind = inner.isBlind()
    this.#done = this.#doneNow()
    inner.listen((event) => this.#hear(event))
  }

  /** Whether others' tags on this article are hidden. */
  hides(article: string): boolean {
    return this.#inner.isBlind() && !this.#inner.amDoneWith(article)
  }

  /** The articles on which others' tags are to be seen; `null`: on all. */
  seenOn(): readonly string[] | null {
    return this.#inner.isBlind() ? [...this.#done] : null
  }

  /** Calls `listener` for every change of what is hidden, until the returned function is called. */
  listenToBlindness(listener: (event: BlindEvent) => void): () => void {
    this.#blindListeners.add(listener)
    return () => this.#blindListeners.delete(listener)
  }

  view(): ProjectView {
    const view = this.#inner.view()
    return this.#inner.isBlind()
      ? { ...view, articles: view.articles.map((each) => this.#listed(each)) }
      : view
  }

  async openArticle(id: string) {
    const open = await this.#inner.openArticle(id)
    return open.ok ? ok(this.#opened(open.value)) : open
  }

  async readAhead(id: string) {
    const open = await this.#inner.readAhead(id)
    return open && this.#opened(open)
  }

  async historyOf(id: string) {
    const history = await this.#inner.historyOf(id)
    if (!history.ok || !this.hides(id)) return history
    const { entries } = history.value
    return ok({ ...history.value, entries: entries.filter(({ annotator }) => annotator === this.me) })
  }

  async asItWas(id: string, at: string) {
    const sets = await this.#inner.asItWas(id, at)
    if (!sets.ok || !this.hides(id)) return sets
    return ok(sets.value.filter(({ annotator }) => annotator === this.me))
  }

  async cameFrom(article: string, record: string) {
    return this.hides(article) ? ok(null) : this.#inner.cameFrom(article, record)
  }

  /** With `hidden`, what is hidden from its user goes out all the same. */
  async gatherSet(selection: Selection): Promise<Result<AnnotationSet, Problem>> {
    const set = await this.#inner.gatherSet(selection)
    if (!set.ok || selection.hidden || !this.#inner.isBlind()) return set
    return ok(this.#withoutHidden(set.value))
  }

  carryOut(...asked: Parameters<Store['carryOut']>): Promise<Result<Reply, Problem>> {
    return this.#thenLook(this.#inner.carryOut(...asked))
  }

  undo(...asked: Parameters<Store['undo']>): Promise<Result<Reply, Problem>> {
    return this.#thenLook(this.#inner.undo(...asked))
  }

  redo(...asked: Parameters<Store['redo']>): Promise<Result<Reply, Problem>> {
    return this.#thenLook(this.#inner.redo(...asked))
  }

  bringBack(...asked: Parameters<Store['bringBack']>): Promise<Result<Reply, Problem>> {
    return this.#thenLook(this.#inner.bringBack(...asked))
  }

  listen(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  // What has nothing of others in it.
  lookedAt: Store['lookedAt'] = (article, records) => this.#inner.lookedAt(article, records)
  revisions: Store['revisions'] = () => this.#inner.revisions()
  mySteps: Store['mySteps'] = () => this.#inner.mySteps()
  throughArticles: Store['throughArticles'] = () => this.#inner.throughArticles()
  titleOf: Store['titleOf'] = (id) => this.#inner.titleOf(id)
  addArticle: Store['addArticle'] = (article, source) => this.#inner.addArticle(article, source)
  knownArticles: Store['knownArticles'] = () => this.#inner.knownArticles()
  receiveSet: Store['receiveSet'] = (set) => this.#inner.receiveSet(set)
  rename: Store['rename'] = (name) => this.#inner.rename(name)
  flush: Store['flush'] = () => this.#inner.flush()
  close: Store['close'] = () => this.#inner.close()

  #listed(article: ListedArticle): ListedArticle {
    if (!this.hides(article.summary.id)) return article
    const mine = article.tags[this.me]
    const { news: _, ...shown } = article
    return { ...shown, tags: mine === undefined ? {} : { [this.me]: mine } }
  }

  #opened(open: OpenArticle): OpenArticle {
    const { article, sets } = open
    if (!this.hides(article.id)) return open
    const [mine, ...others] = sets
    const known = this.#hidden.get(open)
    if (known) return known
    const hidden = others.filter(({ records }) => records.some(isTagOrLink)).length
    const shown = { article, sets: mine ? [mine] : [], hidden }
    this.#hidden.set(open, shown)
    return shown
  }

  #withoutHidden(set: AnnotationSet): AnnotationSet {
    const isShown = ({ annotator, articleId }: { readonly annotator: string; readonly articleId: string }) =>
      annotator === this.me || !this.hides(articleId)
    const shown = {
      annotations: set.annotations.filter(isShown),
      links: set.links.filter(isShown),
      deleted: set.deleted.filter(isShown),
      decisions: set.decisions.filter(isShown),
      ...(set.answers && { answers: set.answers.filter(isShown) }),
    }
    const named = new Set(
      [
        ...Object.values(shown).flat(),
        ...set.actors,
        ...set.issues,
        ...set.positions,
        ...(set.deletedEntries ?? []),
        ...(set.inForce ? [set.inForce] : []),
      ].map(({ annotator }) => annotator),
    )
    const articles = set.agreed?.articles.filter(({ id }) => !this.hides(id)) ?? []
    return {
      ...set,
      ...shown,
      ...(set.agreed && { agreed: { ...set.agreed, articles } }),
      annotators: set.annotators.filter(({ id }) => named.has(id)),
    }
  }

  #hear(event: StoreEvent): void {
    if (event.is === 'registries') this.#look()
    if (event.is !== 'articles' || !this.#inner.isBlind()) return this.#tell(event)
    this.#tell({ ...event, articles: event.articles.map((each) => this.#listed(each)) })
    for (const { summary } of event.articles) this.#noteDone(summary.id)
  }

  /** Being done with an article shows what others have on it, and taking it up again hides it. */
  #noteDone(article: string): void {
    const seen = this.#inner.amDoneWith(article)
    if (seen === this.#done.has(article)) return
    if (seen) this.#done.add(article)
    else this.#done.delete(article)
    this.#tellBlindness({ is: 'seen', article, seen })
    this.#tell({ is: 'sets', people: this.#inner.people })
  }

  async #thenLook(asked: Promise<Result<Reply, Problem>>): Promise<Result<Reply, Problem>> {
    const reply = await asked
    this.#look()
    return reply
  }

  /** Tells if the project is reviewed blind from now on, or not any more. */
  #look(): void {
    if (this.#inner.isBlind() === this.#wasBlind) return
    this.#wasBlind = this.#inner.isBlind()
    this.#done = this.#doneNow()
    const { people, articles } = this.view()
    this.#tellBlindness({ is: 'seen-on', articles: this.seenOn() })
    this.#tell({ is: 'articles', articles })
    this.#tell({ is: 'sets', people })
  }

  #doneNow(): Set<string> {
    if (!this.#inner.isBlind()) return new Set()
    const { articles } = this.#inner.view()
    return new Set(articles.flatMap(({ summary: { id } }) => (this.#inner.amDoneWith(id) ? id : [])))
  }

  #tell(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  #tellBlindness(event: BlindEvent): void {
    for (const listener of this.#blindListeners) listener(event)
  }
}
