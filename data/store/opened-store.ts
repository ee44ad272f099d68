import type { KnownArticles } from '../formats/format'
import type { AnnotationSet } from '../model/annotation-set'
import { summaryOf, type Article } from '../model/article'
import { likelyClock, liveRecords, type Items, type Revision } from '../model/document'
import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import type { WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import { addArticle } from './add-article'
import { asItWas } from './as-it-was'
import type { Change } from './changes'
import { decide, type Command } from './commands'
import type { Desk, Held } from './desk'
import { findWork } from './find-work'
import { gatherSet } from './gather-set'
import {
  changesOn,
  didStep,
  stepBack,
  stepForward,
  viewOf,
  without,
  type History,
  type Walk,
} from './history'
import type { LoggedStep } from './history-log'
import { bytesOfJson } from './json-bytes'
import { readArticleFile } from './load-project'
import { LOOK_EVERY, Lookout } from './lookout'
import { countTags, type MyWork } from './my-work'
import type { StorePorts } from './open-store'
import { paths } from './paths'
import { Presence } from './presence'
import { readHistory } from './read-history'
import { readOthers } from './read-others'
import { receiveSet } from './receive-set'
import type { Recovered } from './recover-work'
import type { Replayed } from './replay-journal'
import { Saver } from './saver'
import type { Shelf } from './shelf'
import type { News } from './shelf/survey'
import { changesOfStep, fits } from './step-of'
import type { Received, Selection, Store } from './store'
import { inTurn } from './turns'
import type {
  ArticleHistory,
  Looking,
  OpenArticle,
  ProjectView,
  Reply,
  Saving,
  StoreEvent,
  TagSet,
} from './views'

/** What stands ready when a project is opened. */
interface Opening {
  readonly shelf: Shelf
  readonly desk: Desk
  readonly history: History
  readonly replayed: Replayed
  /** The greatest clock that this device is known to have used. */
  readonly clock: number
}

/** The store of one open project. `open-store.ts` makes it; `store.ts` says what it does. */
export class OpenedStore implements Store {
  readonly #ports: StorePorts
  readonly #shelf: Shelf
  readonly #desk: Desk
  readonly #me: { person: Person; known: boolean }
  readonly #listeners = new Set<(event: StoreEvent) => void>()
  readonly #saver: Saver
  readonly #lookout: Lookout
  readonly #turn = inTurn()
  #toldLooking: Looking | null
  /** What the shelf could not read, as it was told last; and what came up besides. */
  #unread: readonly Problem[]
  #troubles: readonly Problem[]
  #device: string
  #presence: Presence | null = null
  #history: History
  #clock: number
  /** The journal holds changes of an earlier session that could not be brought in: it is not to be cleared. */
  readonly #journalIsOwed: boolean

  constructor(ports: StorePorts, { shelf, desk, history, replayed, clock }: Opening) {
    const { id, name } = ports.me.annotator
    this.#ports = ports
    this.#shelf = shelf
    this.#toldLooking = shelf.looking
    this.#desk = desk
    this.#history = history
    this.#device = ports.me.device
    this.#unread = shelf.troubles
    this.#troubles = [...replayed.owed, ...replayed.told]
    this.#clock = likelyClock(clock)
    this.#journalIsOwed = replayed.owed.length > 0
    const known = shelf.people.find((person) => person.id === id)
    this.#me = { person: { format: 'parley/person', schema: 1, id, name }, known: known?.name === name }
    this.#lookout = new Lookout({
      folder: ports.folder,
      isOwn: (path) => this.#isOwn(path),
      every: ports.lookEvery ?? LOOK_EVERY,
      look: () => shelf.look((base) => base === this.#ownFolder),
      found: (article) => this.#turn(() => this.#takeIn([article])),
      looked: (news) => this.#turn(() => this.#takeNews(news)),
    })
    shelf.believe((annotator, article) => {
      const held = annotator === this.#me.person.id ? desk.get(article) : undefined
      return held ? countTags(held.mine.records.values()) : null
    })
    if (!shelf.wasLookedAt) this.#lookout.lookAround(0)
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
      troubles: [...this.#unread, ...this.#troubles],
      saving: this.#saver.saving,
      history: viewOf(this.#history),
      looking: this.#shelf.looking,
    }
  }

  async openArticle(id: string): Promise<Result<OpenArticle, Problem>> {
    // First what others have, then the reading: what they save in between is noticed at the next look.
    await this.#lookout.watch(id)
    return this.#read(id)
  }

  #read(id: string): Promise<Result<OpenArticle, Problem>> {
    return this.#turn(async () => {
      const held = await this.#hold(id)
      // With my work on it unreadable, the article can be read all the same, and only commands fail.
      const article = held.ok ? ok(held.value.article) : await readArticleFile(this.#ports.folder, id)
      if (!article.ok) return article
      if (!article.value) return failed({ kind: 'not-there', what: 'article' })
      const me = this.#me.person.id
      const others = await this.#others(id)
      const mine = held.ok ? [...held.value.mine.records.values()] : []
      const sets = others.filter(({ annotator, records }) => annotator !== me && records.length > 0)
      return ok({ article: article.value, sets: [{ annotator: me, records: mine }, ...sets] })
    })
  }

  /** What the others have on an article, by annotator id. A damaged file of theirs is made out as far as it can be. */
  async #others(id: string): Promise<TagSet[]> {
    const { folder, vault, lastGood } = this.#ports
    const { documents } = await findWork(folder, id)
    const files = documents.filter(({ annotator }) => annotator !== this.#me.person.id)
    const back = async (path: string) => (await lastGood?.(path)) ?? null
    const { works, recovered, troubles } = await readOthers({ folder, vault, lastGood: back }, files)
    const title = this.#shelf.titleOf(id) ?? ''
    for (const { file, annotator, found } of recovered) {
      const who = this.#shelf.people.find((person) => person.id === annotator)?.name ?? annotator
      this.#worry({ kind: 'set-aside', file, who, title, ...told(found) })
    }
    for (const problem of troubles) this.#worry(problem)
    return [...works]
      .map(([annotator, items]) => ({ annotator, records: liveRecords(items) }))
      .toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
  }

  carryOut(command: Command): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => {
      const held = await this.#hold(command.article)
      if (!held.ok) return held
      const { article, mine } = held.value
      const scene = { text: article.text, records: mine.records, codebook: this.#shelf.codebook }
      const { newId, now } = this.#ports.clock
      const changes = decide(scene, command, { newId, now: now() })
      return changes.ok ? this.#step(held.value, command.do, changes.value) : changes
    })
  }

  bringBack(id: string, records: readonly WorkRecord[]): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => {
      const held = await this.#hold(id)
      if (!held.ok) return held
      const now = held.value.mine.records
      const then = new Map(records.map((record) => [record.id, record]))
      const ids = [...new Set([...then.keys(), ...now.keys()])]
      const changes = ids
        .map((of) => ({ article: id, id: of, before: now.get(of) ?? null, after: then.get(of) ?? null }))
        .filter(({ before, after }) => !isSame(before, after))
      return this.#step(held.value, 'bring-back', changes)
    })
  }

  undo(): Promise<Result<Reply, Problem>> {
    return this.#turn(() => this.#walk(stepBack(this.#history)))
  }

  redo(): Promise<Result<Reply, Problem>> {
    return this.#turn(() => this.#walk(stepForward(this.#history)))
  }

  /** Does something new on one article. What changes nothing is no step. */
  async #step(held: Held, did: string, changes: readonly Change[]): Promise<Result<Reply, Problem>> {
    if (changes.length > 0) {
      const made = await this.#make(held, { did, changes })
      if (!made.ok) return made
      const article = held.article.id
      this.#history = didStep(this.#history, { did, article, clock: made.value, changes })
    }
    return ok({ changes, history: viewOf(this.#history) })
  }

  /** Goes back or forward over a step. One that cannot be walked any more is left out, so that the next one can. */
  async #walk(walk: Walk | null): Promise<Result<Reply, Problem>> {
    if (!walk) return ok({ changes: [], history: viewOf(this.#history) })
    const { article, clock } = walk.step
    const held = await this.#hold(article)
    const changes = held.ok ? await this.#changesOn(walk, held.value.mine) : held
    if (!held.ok || !changes.ok) {
      const problem = held.ok ? (changes.ok ? null : changes.error) : held.error
      if (problem?.kind !== 'folder-unreachable') this.#history = without(this.#history, walk)
      return failed(problem!)
    }
    const made = await this.#make(held.value, { did: walk.did, of: clock, changes: changes.value })
    if (!made.ok) return made
    this.#history = walk.history
    return ok({ changes: changes.value, history: viewOf(this.#history) })
  }

  async #changesOn(walk: Walk, mine: MyWork): Promise<Result<readonly Change[], Problem>> {
    const { article, clock, changes } = walk.step
    const me = this.#me.person.id
    const known = changes ? ok(changes) : await changesOfStep(this.#ports.folder, me, article, clock)
    if (!known.ok) return known
    const wanted = changesOn(walk, known.value)
    return fits(wanted, mine.records) ? ok(wanted) : failed({ kind: 'changed-since' })
  }

  /**
   * First the journal, then memory, a moment later the folder. Without a journal the folder itself acknowledges. Gives
   * the clock of the step.
   */
  async #make(
    { article, mine }: Held,
    { did, of, changes }: { readonly did: string; readonly of?: number; readonly changes: readonly Change[] },
  ): Promise<Result<number, Problem>> {
    if (mine.readOnly) return failed(mine.readOnly)
    // Moved on in any case: what could not be acknowledged may be on the disk all the same, under this revision.
    const rev: Revision = [++this.#clock, this.#device]
    const items: Items<WorkRecord> = Object.fromEntries(
      changes.map(({ id, after }) => [id, { rev, record: after }]),
    )
    const before = Object.fromEntries(changes.map((change) => [change.id, change.before]))
    const note = { at: this.#ports.clock.now(), did, ...(of === undefined ? {} : { of }), before }
    const appended = await this.#ports.journal.append({ path: mine.path, items, step: note })
    const step: LoggedStep = { ...note, items }
    const takeOut = mine.take(step)
    if (!appended.ok) {
      await this.#desk.write(article.id, mine)
      if (!mine.isSafe) {
        takeOut()
        return appended
      }
    }
    this.#saver.changed()
    this.#countAgain(article.id, mine)
    this.#sayWhoWrites()
    return ok(rev[0])
  }

  /** From the first change on: who only reads is in nobody's way. */
  #sayWhoWrites(): void {
    const { folder, newDevice, clock, lookEvery = LOOK_EVERY } = this.#ports
    if (!newDevice || this.#presence) return
    this.#presence = new Presence({
      folder,
      annotator: this.#me.person.id,
      device: this.#device,
      session: clock.newId(),
      every: 2 * lookEvery,
      cloned: () => void this.#takeNewDevice(newDevice),
    })
    void this.#presence.begin()
  }

  /** Somebody else writes under this device's name. What is written stays where it is; what comes goes under a new one. */
  async #takeNewDevice(newDevice: () => Promise<string>): Promise<void> {
    await this.flush()
    await this.#turn(async () => {
      this.#device = await newDevice()
      this.#desk.letGoWritten()
      this.#presence?.stop()
      this.#presence = null
      this.#worry({ kind: 'device-cloned' })
    })
  }

  async #writeAll(): Promise<Result<null, Problem>> {
    const person = await this.#writePerson()
    const written = await this.#desk.writeAll()
    if (!written.ok) return written
    if (!person.ok) return person
    return this.#turn(async () => {
      if (!this.#desk.isWritten) return ok(null)
      this.#desk.letGo()
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
  #hold(id: string): Promise<Result<Held, Problem>> {
    return this.#desk.hold(id, this.#device, ({ article: { title }, mine }, merged) => {
      this.#clock = Math.max(this.#clock, likelyClock(mine.clock))
      if (mine.recovered)
        this.#worry({ kind: 'set-aside', file: mine.path, who: null, title, ...told(mine.recovered) })
      if (merged) this.#tellMerged(title, merged)
      if (!mine.isWritten) this.#saver.changed()
    })
  }

  #tellMerged(title: string, merged: { readonly copies: number; readonly items: number }): void {
    this.#worry({ kind: 'copies-merged', title, ...merged })
  }

  /** A trouble that came up while the project is open. The same one is told once. */
  #worry(problem: Problem): void {
    if ([...this.#unread, ...this.#troubles].some((known) => isSame(known, problem))) return
    this.#troubles = [...this.#troubles, problem]
    this.#tell({ is: 'troubles', troubles: [...this.#unread, ...this.#troubles] })
  }

  get #ownFolder(): string {
    return `${paths.works}/${this.#me.person.id}/${this.#device}`
  }

  /** Whether a file is one that this store writes itself, so that its change is no news. */
  #isOwn(path: string): boolean {
    const own = `${this.#ownFolder}/`
    return (
      path.startsWith(own) &&
      /^[a-z2-7]{2}\/[a-z2-7]{26}\.(json|log)$|^[a-z]+\.json$/.test(path.slice(own.length))
    )
  }

  async historyOf(id: string): Promise<Result<ArticleHistory, Problem>> {
    await this.flush()
    if (!this.#shelf.has(id)) return failed({ kind: 'not-there', what: 'article' })
    return ok(await readHistory(this.#ports.folder, id))
  }

  async asItWas(id: string, at: string): Promise<Result<readonly TagSet[], Problem>> {
    const history = await this.historyOf(id)
    if (!history.ok) return history
    const now = await this.#read(id)
    return now.ok ? ok(asItWas(history.value.entries, now.value.sets, at)) : now
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
    const here = await this.#shelf.lookAgain(articles)
    await this.#lookAroundOn(here)
    this.#tell({ is: 'articles', articles: here.map((id) => this.#shelf.listed(id)) })
    this.#tellPeople()
  }

  /** What a look over the whole project brought; the shelf has it already. */
  async #takeNews({ listed, gone, touched, people }: News): Promise<void> {
    await this.#lookAroundOn(touched)
    const here = [...new Set(listed)].filter((id) => this.#shelf.has(id))
    if (here.length + gone.length > 0)
      this.#tell({ is: 'articles', articles: here.map((id) => this.#shelf.listed(id)), gone })
    if (people) this.#tellPeople()
    const { looking, troubles } = this.#shelf
    if (!isSame(looking, this.#toldLooking)) this.#tell({ is: 'looking', looking })
    this.#toldLooking = looking
    if (isSame(troubles, this.#unread)) return
    this.#unread = troubles
    this.#tell({ is: 'troubles', troubles: [...troubles, ...this.#troubles] })
  }

  #tellPeople(): void {
    const { people, registry } = this.view()
    this.#tell({ is: 'sets', people, registry })
  }

  /** Joins what came from my other devices to what is in memory. */
  async #lookAroundOn(articles: readonly string[]): Promise<void> {
    for (const id of articles) {
      const held = this.#desk.get(id)
      if (!held) continue
      const merged = await held.mine.lookAround()
      if (merged) this.#tellMerged(held.article.title, merged)
      if (!held.mine.isWritten) this.#saver.changed()
      this.#clock = Math.max(this.#clock, likelyClock(held.mine.clock))
      this.#countAgain(id, held.mine)
    }
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
    this.#presence?.stop()
    await this.#turn(() => Promise.resolve())
    const saving = await this.#saver.flush()
    this.#saver.stop()
    await this.#shelf.keep()
    await this.#ports.journal.close()
    return saving
  }
}

const told = ({ isAside, back, of, until }: Recovered) => ({ isAside, back, of, until })
