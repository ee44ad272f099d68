import type { KnownArticles } from '../formats/format'
import type { AnnotationSet } from '../model/annotation-set'
import { summaryOf, type Article } from '../model/article'
import { liveWork } from '../model/document'
import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import type { WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { addArticle } from './add-article'
import { asItWas } from './as-it-was'
import { changesTo } from './changes'
import { decide, stampOf, type Command, type Given } from './commands'
import type { Desk, Held } from './desk'
import { findWork } from './find-work'
import { gatherSet } from './gather-set'
import { readRevisions } from './codebook-revisions'
import { entriesOf } from './entries-of'
import type { History, Step } from './history'
import { readArticleFile } from './load-project'
import type { WorkFile } from './load-work'
import { Lately } from './lately'
import { LOOK_EVERY, Lookout } from './lookout'
import type { Merged, MyWork } from './my-work'
import type { StorePorts } from './open-store'
import type { Folder } from './ports'
import { inParallel } from './read-files'
import { readHistory } from './read-history'
import { readOthers } from './read-others'
import { receiveSet } from './receive-set'
import type { Recovered } from './recover-work'
import type { Replayed } from './replay-journal'
import { Saver } from './saver'
import type { Shelf } from './shelf'
import type { News } from './shelf/survey'
import { Steps } from './steps'
import { annotationsOf, readTexts, TagsInFolder, type ThroughArticles } from './through-articles'
import { Told } from './told'
import { Troubles } from './troubles'
import { Writer } from './writer'
import type { Received, Selection, Store } from './store'
import { inTurn } from './turns'
import type {
  ArticleHistory,
  MyStep,
  MySteps,
  OpenArticle,
  ProjectView,
  Reply,
  Saving,
  StoreEvent,
  TagSet,
} from './views'

/** Of my steps that are listed, each way. */
const STEPS_SHOWN = 200

/** Of the articles that were opened last, so many are kept as they were, to be opened again. */
const KEPT_OPEN = 6

/** What stands ready when a project is opened. */
interface Opening {
  readonly shelf: Shelf
  readonly desk: Desk
  readonly history: History
  readonly replayed: Replayed
  /** The greatest clock that this device is known to have used. */
  readonly clock: number
}

/** An article as it was opened, and of what. */
interface Opened {
  readonly mine: MyWork
  /** `touched` of `mine`. */
  readonly touched: number
  readonly others: readonly TagSet[]
  readonly open: OpenArticle
}

/** The store of one open project. `open-store.ts` makes it; `store.ts` says what it does. */
export class OpenedStore implements Store {
  readonly #ports: StorePorts
  readonly #shelf: Shelf
  readonly #desk: Desk
  readonly #writer: Writer
  readonly #troubles: Troubles
  readonly #told: Told
  readonly #saver: Saver
  readonly #lookout: Lookout
  readonly #turn = inTurn()
  readonly #steps: Steps
  /** What others have on an article, and the stamps that their files had before they were read. */
  readonly #othersLately = new Lately<{ readonly stamps: string; readonly sets: readonly TagSet[] }>(
    KEPT_OPEN,
  )
  readonly #openedLately = new Lately<Opened>(KEPT_OPEN)
  /** The journal holds changes of an earlier session that could not be brought in: it is not to be cleared. */
  readonly #journalIsOwed: boolean

  constructor(ports: StorePorts, { shelf, desk, history, replayed, clock }: Opening) {
    const { id } = ports.me.annotator
    this.#ports = ports
    this.#shelf = shelf
    this.#desk = desk
    this.#troubles = new Troubles(shelf.troubles, [...replayed.owed, ...replayed.told], (troubles) =>
      this.#told.tell({ is: 'troubles', troubles }),
    )
    this.#journalIsOwed = replayed.owed.length > 0
    const known = shelf.people.find((person) => person.id === id)
    this.#writer = new Writer(ports, known, () => void this.#takeNewDevice())
    this.#told = new Told(shelf, () => this.#writer.person)
    this.#steps = new Steps(
      {
        folder: ports.folder,
        journal: ports.journal,
        desk,
        annotator: id,
        device: () => this.#writer.device,
        now: ports.clock.now,
        hold: (article) => this.#hold(article),
        made: ({ article, mine }) => {
          this.#saver.changed()
          this.#countAgain(article.id, mine)
          this.#writer.isWriting()
        },
      },
      history,
      clock,
    )
    this.#lookout = new Lookout({
      folder: ports.folder,
      isOwn: (path) => this.#writer.owns(path),
      isOverwritten: async (article) => (await desk.get(article)?.mine.isOverwritten()) ?? false,
      every: ports.lookEvery ?? LOOK_EVERY,
      look: () => shelf.look((base) => base === this.#writer.folder),
      found: (article) => this.#turn(() => this.#takeIn([article])),
      looked: (news) => this.#turn(() => this.#takeNews(news)),
    })
    shelf.believe((annotator, article) => {
      const held = annotator === this.#writer.person.id ? desk.get(article) : undefined
      return held ? held.mine.tally : null
    })
    // A little later, so that the window has the list and an article first.
    if (!shelf.wasLookedAt) this.#lookout.lookAround(3 * Math.min(ports.lookEvery ?? LOOK_EVERY, LOOK_EVERY))
    this.#saver = new Saver(
      () => this.#writeAll(),
      (saving) => this.#told.tell({ is: 'saving', saving }),
    )
    if (!desk.isWritten) this.#saver.changed()
  }

  view(): ProjectView {
    const me = this.#writer.person
    return {
      project: this.#shelf.project,
      folder: this.#ports.root,
      me,
      codebook: this.#shelf.codebook,
      articles: this.#shelf.articles,
      ...this.#told.people,
      troubles: this.#troubles.all,
      saving: this.#saver.saving,
      history: this.#steps.view,
      looking: this.#shelf.looking,
    }
  }

  async openArticle(id: string): Promise<Result<OpenArticle, Problem>> {
    // First what others have, then the reading: what they save in between is noticed at the next look.
    await this.#lookout.watch(id)
    return this.#read(id)
  }

  async readAhead(id: string): Promise<void> {
    if (this.#shelf.has(id)) await this.#turn(() => this.#hold(id))
  }

  #read(id: string): Promise<Result<OpenArticle, Problem>> {
    return this.#turn(async () => {
      const held = await this.#hold(id)
      // With my work on it unreadable, the article can be read all the same, and only commands fail.
      const article = held.ok ? ok(held.value.article) : await readArticleFile(this.#ports.folder, id)
      if (!article.ok) return article
      if (!article.value) return failed({ kind: 'not-there', what: 'article' })
      if (!held.ok) this.#troubles.add(held.error)
      const others = await this.#others(id)
      return ok(held.ok ? this.#openedAgain(held.value, others) : this.#opened(article.value, [], others))
    })
  }

  #opened(article: Article, mine: readonly WorkRecord[], others: readonly TagSet[]): OpenArticle {
    const me = this.#writer.person.id
    const sets = others.filter(({ annotator, records }) => annotator !== me && records.length > 0)
    return { article, sets: [{ annotator: me, records: mine }, ...sets] }
  }

  /** The very same as the last time if nothing was changed since, so that what was made of it can be used again. */
  #openedAgain({ article, mine }: Held, others: readonly TagSet[]): OpenArticle {
    const known = this.#openedLately.get(article.id)
    const { touched } = mine
    if (known?.mine === mine && known.touched === touched && known.others === others) return known.open
    const open = this.#opened(article, [...mine.records.values()], others)
    this.#openedLately.set(article.id, { mine, touched, others, open })
    return open
  }

  /**
   * What the others have on an article, by annotator id; not read again while their files have the stamps that they had
   * the last time. A damaged file of theirs is made out as far as it can be, and read every time.
   */
  async #others(id: string): Promise<readonly TagSet[]> {
    const { folder, vault, lastGood } = this.#ports
    const { documents } = await findWork(folder, id)
    const files = documents.filter(({ annotator }) => annotator !== this.#writer.person.id)
    const stamps = await stampsOf(folder, files)
    const known = this.#othersLately.get(id)
    if (stamps !== null && known?.stamps === stamps) return known.sets
    const back = async (path: string) => (await lastGood?.(path)) ?? null
    const { works, recovered, troubles } = await readOthers({ folder, vault, lastGood: back }, files)
    const title = this.#shelf.titleOf(id) ?? ''
    for (const { file, annotator, found } of recovered) {
      const who = this.#shelf.people.find((person) => person.id === annotator)?.name ?? annotator
      this.#troubles.add({ kind: 'set-aside', file, who, title, ...told(found) })
    }
    for (const problem of troubles) this.#troubles.add(problem)
    const sets = [...works]
      .map(([annotator, items]) => ({ annotator, records: liveWork(items) }))
      .toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
    if (stamps !== null && recovered.length + troubles.length === 0)
      this.#othersLately.set(id, { stamps, sets })
    return sets
  }

  carryOut(command: Command, given?: Given): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => {
      const held = await this.#hold(command.article)
      if (!held.ok) return held
      const { article, mine } = held.value
      const { codebook, registry } = this.#shelf
      const linksAt = (annotation: string) => mine.linksAt(annotation)
      const scene = { text: article.text, records: mine.records, codebook, registry, linksAt }
      const { newId, now } = this.#ports.clock
      const stamp = stampOf(given ?? { ids: [], now: now() }, newId, (id) => mine.hasHad(id))
      const changes = decide(scene, command, stamp)
      return changes.ok ? this.#steps.take(held.value, command.do, changes.value) : changes
    })
  }

  bringBack(
    id: string,
    records: readonly WorkRecord[],
    among?: readonly string[],
  ): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => {
      const held = await this.#hold(id)
      if (!held.ok) return held
      const changes = changesTo(id, held.value.mine.records, records, among)
      return this.#steps.take(held.value, 'bring-back', changes)
    })
  }

  undo(): Promise<Result<Reply, Problem>> {
    return this.#turn(() => this.#steps.undo())
  }

  redo(): Promise<Result<Reply, Problem>> {
    return this.#turn(() => this.#steps.redo())
  }

  /** Somebody else writes under this device's name. What is written stays where it is; what comes goes under a new one. */
  async #takeNewDevice(): Promise<void> {
    await this.#turn(() => this.#desk.joinHistories())
    this.#saver.changed()
    await this.flush()
    await this.#turn(async () => {
      await this.#writer.takeNewDevice()
      this.#desk.letGoWritten()
      this.#troubles.add({ kind: 'device-cloned' })
    })
  }

  async #writeAll(): Promise<Result<null, Problem>> {
    const person = await this.#writer.signIn()
    const written = await this.#desk.writeAll()
    this.#tellJoined(this.#desk.takeNews())
    if (!written.ok) return written
    if (!person.ok) return person
    return this.#turn(async () => {
      if (!this.#desk.isWritten) return ok(null)
      this.#desk.letGo()
      return this.#journalIsOwed ? ok(null) : this.#ports.journal.clear()
    })
  }

  /** Another version of my own files was joined in while they were written. */
  #tellJoined(articles: readonly string[]): void {
    for (const id of articles) {
      const held = this.#desk.get(id)
      if (held) this.#countAgain(id, held.mine)
    }
    if (articles.length > 0) this.#told.sets()
  }

  /** The article with my work on it, from memory or from the folder. */
  #hold(id: string): Promise<Result<Held, Problem>> {
    return this.#desk.hold(id, this.#writer.device, (held, merged) => {
      const { article, mine } = held
      const file = mine.path
      if (mine.recovered)
        this.#troubles.add({
          kind: 'set-aside',
          file,
          who: null,
          title: article.title,
          ...told(mine.recovered),
        })
      else if (mine.readOnly) this.#troubles.add(mine.readOnly)
      this.#hasLookedAround(held, merged)
    })
  }

  /** What was found in my files on an article may be later than what is known, and not in its place yet. */
  #hasLookedAround({ article: { title }, mine }: Held, merged: Merged | null): void {
    this.#steps.hasSeen(mine.clock)
    if (merged) this.#troubles.add({ kind: 'copies-merged', title, ...merged })
    if (!mine.isWritten) this.#saver.changed()
  }

  async mySteps(): Promise<MySteps> {
    await this.flush()
    const { done, undone } = this.#steps.nearest(STEPS_SHOWN)
    const entries = await entriesOf(this.#ports.folder, this.#writer.person.id, [...done, ...undone])
    const told = ({ article, did, clock }: Step): MyStep => ({
      article,
      did,
      clock,
      entry: entries.get(`${article} ${clock}`) ?? null,
    })
    return { done: done.map(told), undone: undone.map(told) }
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

  #countAgain(article: string, { tally }: MyWork): void {
    if (this.#shelf.count(article, this.#writer.person.id, tally)) this.#told.articles([article])
  }

  throughArticles(): ThroughArticles {
    const { folder } = this.#ports
    const me = this.#writer.person.id
    const inFolder = new TagsInFolder(folder, me)
    const tagsOn = async (id: string) => {
      const held = this.#desk.get(id)
      if (held) return annotationsOf([...held.mine.records.values()])
      // As long as the tags of a large project are being counted, a number that is missing says nothing.
      const hasNone = this.#shelf.looking === null && this.#shelf.has(id) && !this.#shelf.listed(id).tags[me]
      return hasNone ? [] : inFolder.on(id)
    }
    return {
      articles: this.#shelf.order,
      read: (ids) => readTexts(folder, ids),
      tagsOn: async (ids) => new Map(await inParallel(ids, 8, async (id) => [id, await tagsOn(id)] as const)),
    }
  }

  revisions(): Promise<Result<readonly Codebook[], Problem>> {
    return readRevisions(this.#ports.folder)
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
    this.#told.articles([article.id])
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
    this.#told.articles(here)
    this.#told.sets()
  }

  /** What a look over the whole project brought; the shelf has it already. */
  async #takeNews({ listed, gone, touched, people }: News): Promise<void> {
    await this.#lookAroundOn(touched)
    this.#told.articles(
      [...new Set(listed)].filter((id) => this.#shelf.has(id)),
      gone,
    )
    if (people) this.#told.setsIfNew()
    this.#told.looking()
    this.#troubles.stand(this.#shelf.troubles)
  }

  /** Joins what came from my other devices to what is in memory. */
  async #lookAroundOn(articles: readonly string[]): Promise<void> {
    for (const id of articles) {
      const held = this.#desk.get(id)
      if (!held) continue
      this.#hasLookedAround(held, await held.mine.lookAround())
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

  rename(name: string): Promise<Result<null, Problem>> {
    return this.#writer.rename(name)
  }

  listen(listener: (event: StoreEvent) => void): () => void {
    return this.#told.listen(listener)
  }

  flush(): Promise<Saving> {
    return this.#saver.flush()
  }

  async close(): Promise<Saving> {
    this.#lookout.stop()
    this.#writer.stop()
    await this.#turn(() => Promise.resolve())
    const saving = await this.#saver.flush()
    this.#saver.stop()
    await this.#shelf.keep()
    await this.#ports.journal.close()
    return saving
  }
}

/** The files and what tells their states apart, as one text; `null` when that cannot be told. */
async function stampsOf(folder: Folder, files: readonly WorkFile[]): Promise<string | null> {
  const stamps = await folder.stamps(files.map(({ path }) => path))
  return stamps.ok && stamps.value.every((stamp) => stamp !== null)
    ? JSON.stringify(files.map(({ path }, i) => [path, stamps.value[i]]))
    : null
}

const told = ({ isAside, back, of, until }: Recovered) => ({ isAside, back, of, until })
