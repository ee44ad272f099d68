import type { KnownArticles } from '../formats/format'
import type { AnnotationSet } from '../model/annotation-set'
import { summaryOf, type Article } from '../model/article'
import { likelyClock, liveRecords, type Items, type Revision } from '../model/document'
import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import type { WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { addArticle } from './add-article'
import type { Change } from './changes'
import { decide, type Command } from './commands'
import { gatherSet } from './gather-set'
import { didStep, emptyHistory, stepBack, stepForward, viewOf, type History, type Walk } from './history'
import { bytesOfJson } from './json-bytes'
import { findWork } from './find-work'
import { readArticleFile } from './load-project'
import { clockOfAll, readWorks } from './load-work'
import { countTags, itemsOf, openMyWork, putItems, takeElsewhere, writeMyWork, type MyWork } from './my-work'
import { LOOK_EVERY, Lookout } from './lookout'
import type { StorePorts } from './open-store'
import { paths } from './paths'
import type { Replayed } from './replay-journal'
import type { Shelf } from './shelf'
import { receiveSet } from './receive-set'
import { Saver } from './saver'
import type { Received, Selection, Store } from './store'
import { inTurn } from './turns'
import type { OpenArticle, ProjectView, Reply, Saving, StoreEvent } from './views'

/** An article in memory with my work on it. */
interface Held {
  readonly article: Article
  readonly mine: MyWork
}

/** How many articles are kept in memory besides those with work that the folder does not have. */
const HELD_AT_MOST = 24

/** The store of one open project. `open-store.ts` makes it; `store.ts` says what it does. */
export class OpenedStore implements Store {
  readonly #ports: StorePorts
  readonly #shelf: Shelf
  readonly #me: { person: Person; known: boolean }
  readonly #troubles: readonly Problem[]
  readonly #held = new Map<string, Held>()
  readonly #listeners = new Set<(event: StoreEvent) => void>()
  readonly #saver: Saver
  readonly #lookout: Lookout
  readonly #turn = inTurn()
  #history: History = emptyHistory
  #clock: number
  readonly #journalIsOwed: boolean

  constructor(ports: StorePorts, shelf: Shelf, replayed: Replayed) {
    const { id, name } = ports.me.annotator
    this.#ports = ports
    this.#shelf = shelf
    this.#troubles = [...shelf.troubles, ...replayed.owed]
    this.#clock = likelyClock(replayed.clock)
    this.#journalIsOwed = replayed.owed.length > 0
    const known = shelf.people.find((person) => person.id === id)
    this.#me = { person: { format: 'parley/person', schema: 1, id, name }, known: known?.name === name }
    const own = `${paths.works}/${id}/${ports.me.device}/`
    this.#lookout = new Lookout(
      ports.folder,
      (path) => path.startsWith(own),
      ports.lookEvery ?? LOOK_EVERY,
      shelf.articles.map(({ summary }) => summary.id),
      (articles) => this.#turn(() => this.#takeIn(articles)),
    )
    this.#saver = new Saver(
      () => this.#writeAll(),
      (saving) => this.#tell({ is: 'saving', saving }),
    )
  }

  view(): ProjectView {
    const me = this.#me.person
    return {
      project: this.#shelf.project,
      folder: this.#ports.root,
      me,
      people: [me, ...this.#shelf.people.filter(({ id }) => id !== me.id)],
      codebook: this.#shelf.codebook,
      articles: this.#shelf.articles,
      registry: this.#shelf.registry,
      troubles: this.#troubles,
      saving: this.#saver.saving,
      history: viewOf(this.#history),
    }
  }

  async openArticle(id: string): Promise<Result<OpenArticle, Problem>> {
    // First what others have, then the reading: what they save in between is noticed at the next look.
    await this.#lookout.watch(id)
    return this.#read(id)
  }

  #read(id: string): Promise<Result<OpenArticle, Problem>> {
    return this.#turn(async () => {
      const { folder } = this.#ports
      const held = await this.#hold(id)
      // With my work on it damaged, the article can be read all the same, and only commands fail.
      const article = held.ok ? ok(held.value.article) : await readArticleFile(folder, id)
      if (!article.ok) return article
      if (!article.value) return failed({ kind: 'not-there', what: 'article' })
      const me = this.#me.person.id
      const { documents: files } = await findWork(folder, id)
      const unread = held.ok ? files.filter(({ annotator }) => annotator !== me) : files
      const works = await readWorks(folder, unread, [])
      const mine = held.ok ? [...held.value.mine.records.values()] : liveRecords(works.get(me) ?? {})
      const sets = [...works]
        .map(([annotator, items]) => ({ annotator, records: liveRecords(items) }))
        .filter(({ annotator, records }) => annotator !== me && records.length > 0)
        .toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
      return ok({ article: article.value, sets: [{ annotator: me, records: mine }, ...sets] })
    })
  }

  carryOut(command: Command): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => {
      const held = await this.#hold(command.article)
      if (!held.ok) return held
      const { article, mine } = held.value
      const scene = { text: article.text, records: mine.records, codebook: this.#shelf.codebook }
      const { newId, now } = this.#ports.clock
      const changes = decide(scene, command, { newId, now: now() })
      if (!changes.ok) return changes
      const history = didStep(this.#history, { did: command.do, changes: changes.value })
      return this.#take({
        changes: changes.value,
        history: changes.value.length > 0 ? history : this.#history,
      })
    })
  }

  undo(): Promise<Result<Reply, Problem>> {
    return this.#turn(() => this.#take(stepBack(this.#history)))
  }

  redo(): Promise<Result<Reply, Problem>> {
    return this.#turn(() => this.#take(stepForward(this.#history)))
  }

  /** Acknowledges the changes, makes them, and moves the history on. A step stands on one article. */
  async #take(walk: Walk | null): Promise<Result<Reply, Problem>> {
    const changes = walk?.changes ?? []
    const article = changes[0]?.article
    if (walk && article !== undefined) {
      const held = await this.#hold(article)
      if (!held.ok) return held
      const made = await this.#make(held.value.mine, changes)
      if (!made.ok) return made
      this.#history = walk.history
      this.#countAgain(article, held.value.mine)
    }
    return ok({ changes, history: viewOf(this.#history) })
  }

  /** First the journal, then memory, a moment later the folder. Without a journal the folder itself acknowledges. */
  async #make(mine: MyWork, changes: readonly Change[]): Promise<Result<null, Problem>> {
    // Moved on in any case: what could not be acknowledged may be on the disk all the same, under this revision.
    const rev: Revision = [++this.#clock, this.#ports.me.device]
    const items = itemsOf(changes, rev)
    const appended = await this.#ports.journal.append({ path: mine.path, items })
    if (!appended.ok) {
      const written = await this.#writeAround(mine, items)
      if (!written.ok) return appended
    }
    putItems(mine, items, rev[0])
    this.#saver.changed()
    return ok(null)
  }

  /** The way out when the journal's disk is full: the article's file as it would be, at once. */
  async #writeAround(mine: MyWork, items: Items<WorkRecord>): Promise<Result<null, Problem>> {
    const before = mine.low.data
    const records = mine.records
    putItems(mine, items, this.#clock)
    const written = await writeMyWork(mine)
    if (!written.ok) {
      mine.low.data = before
      mine.records = records
      mine.version--
    }
    return written
  }

  async #writeAll(): Promise<Result<null, Problem>> {
    const person = await this.#writePerson()
    if (!person.ok) return person
    for (const { mine } of this.#held.values()) {
      if (mine.written === mine.version) continue
      const written = await writeMyWork(mine)
      if (!written.ok) return written
    }
    return this.#turn(async () => {
      const all = [...this.#held.values()].every(({ mine }) => mine.written === mine.version)
      if (!all) return ok(null)
      this.#letGo()
      return this.#journalIsOwed ? ok(null) : this.#ports.journal.clear()
    })
  }

  async #writePerson(): Promise<Result<null, Problem>> {
    if (this.#me.known) return ok(null)
    const { person } = this.#me
    const written = await this.#ports.folder.replace(paths.person(person.id), bytesOfJson(person))
    if (written.ok) this.#me.known = this.#me.person === person
    return written
  }

  /** The article with my work on it, from memory or from the folder. */
  async #hold(id: string): Promise<Result<Held, Problem>> {
    const known = this.#held.get(id)
    if (known) return ok(known)
    const { folder, me } = this.#ports
    const article = await readArticleFile(folder, id)
    if (!article.ok) return article
    if (!article.value) return failed({ kind: 'not-there', what: 'article' })
    const path = paths.work(me.annotator.id, me.device, id)
    const { documents } = await findWork(folder, id)
    const elsewhere = documents.filter((file) => file.annotator === me.annotator.id && file.path !== path)
    const works = await readWorks(folder, elsewhere, [])
    const header = {
      project: this.#shelf.project.id,
      annotator: me.annotator.id,
      device: me.device,
      article: id,
    }
    const mine = await openMyWork(folder, path, header, works.get(me.annotator.id) ?? {})
    if (!mine.ok) return mine
    const seen = Math.max(clockOfAll(works), mine.value.low.data?.clock ?? 0)
    this.#clock = Math.max(this.#clock, likelyClock(seen))
    const held = { article: article.value, mine: mine.value }
    this.#held.set(id, held)
    return ok(held)
  }

  /** Forgets the articles that were opened longest ago. Called only when the folder has all work. */
  #letGo(): void {
    for (const id of [...this.#held.keys()].slice(0, -HELD_AT_MOST)) this.#held.delete(id)
  }

  #countAgain(article: string, { records }: MyWork): void {
    if (this.#shelf.count(article, this.#me.person.id, countTags(records.values())))
      this.#tell({ is: 'articles', articles: [this.#shelf.listed(article)] })
  }

  titleOf(id: string): string | null {
    return this.#shelf.titleOf(id)
  }

  async addArticle(
    article: Article,
    source: { readonly bytes: Uint8Array; readonly extension: string },
  ): Promise<Result<{ readonly isNew: boolean }, Problem>> {
    if (this.#shelf.has(article.id)) return ok({ isNew: false })
    const added = await addArticle(this.#ports.folder, article, source)
    if (!added.ok) return added
    this.#shelf.add(summaryOf(article))
    this.#lookout.knows(article.id)
    this.#tell({ is: 'articles', articles: [this.#shelf.listed(article.id)] })
    return added
  }

  knownArticles(): KnownArticles {
    const byId = async (id: string) => {
      if (!this.#shelf.has(id)) return null
      const article = await readArticleFile(this.#ports.folder, id)
      return article.ok ? article.value : null
    }
    const byUrl = async (url: string) => {
      const id = this.#shelf.idOfUrl(url)
      return id === null ? null : byId(id)
    }
    return { byId, byUrl }
  }

  async receiveSet(set: AnnotationSet): Promise<Result<Received, Problem>> {
    const { folder, clock } = this.#ports
    const received = await receiveSet(folder, set, { project: this.#shelf.project.id, now: clock.now() })
    if (!received.ok || !received.value.isNew) return received
    await this.flush()
    await this.#turn(() => this.#takeIn(set.articles.map(({ id }) => id)))
    return received
  }

  /** What came from others on these articles, new ones among them. */
  async #takeIn(articles: readonly string[]): Promise<void> {
    const { folder, me } = this.#ports
    const here = await this.#shelf.lookAgain(articles)
    for (const id of here) {
      const mine = this.#held.get(id)?.mine
      if (!mine) continue
      const { documents } = await findWork(folder, id)
      const elsewhere = documents.filter(
        ({ annotator, path }) => annotator === me.annotator.id && path !== mine.path,
      )
      const works = await readWorks(folder, elsewhere, [])
      takeElsewhere(mine, works.get(me.annotator.id) ?? {})
      this.#clock = Math.max(this.#clock, likelyClock(clockOfAll(works)))
      this.#countAgain(id, mine)
    }
    this.#tell({ is: 'articles', articles: here.map((id) => this.#shelf.listed(id)) })
    const { people, registry } = this.view()
    this.#tell({ is: 'sets', people, registry })
  }

  async gatherSet(selection: Selection): Promise<Result<AnnotationSet, Problem>> {
    await this.flush()
    return gatherSet(this.#ports.folder, selection, {
      project: this.#shelf.project,
      people: this.view().people,
      codebook: this.#shelf.codebook,
      articles: this.view().articles.map(({ summary }) => summary.id),
    })
  }

  async rename(name: string): Promise<Result<null, Problem>> {
    const before = { ...this.#me }
    const person = { ...before.person, name }
    Object.assign(this.#me, { person, known: false })
    const written = await this.#writePerson()
    if (!written.ok && this.#me.person === person) Object.assign(this.#me, before)
    return written
  }

  listen(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  flush(): Promise<Saving> {
    return this.#saver.flush()
  }

  async close(): Promise<Saving> {
    this.#lookout.stop()
    await this.#turn(() => Promise.resolve())
    const saving = await this.#saver.flush()
    this.#saver.stop()
    await this.#ports.journal.close()
    return saving
  }
}
