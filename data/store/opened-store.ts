import type { KnownArticles } from '../formats/format'
import type { AnnotationSet } from '../model/annotation-set'
import { summaryOf, type Article } from '../model/article'
import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import type { WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { addArticle } from './add-article'
import { Arrivals } from './arrivals'
import { asItWas } from './as-it-was'
import { AtHand } from './at-hand'
import { cameFrom, type CameFrom } from './received-agreed'
import type { Blindable } from './blind-store'
import { changesTo, isOnRegistries } from './changes'
import { readRevisions } from './codebook-revisions'
import { stampOf, type Given } from './commands'
import { companyOf } from './company'
import { Deciding, type StampFor } from './deciding'
import type { Desk } from './desk'
import { unwatched, type Watch } from './for-all'
import { gatherSet } from './gather-set'
import type { History } from './history'
import { readArticleFile } from './load-project'
import type { Looked } from './looked'
import { LOOK_EVERY, Lookout } from './lookout'
import { mySteps } from './my-steps'
import type { StorePorts } from './open-store'
import { OpenedLately } from './opened-lately'
import { OthersLately } from './others-lately'
import { readHistory } from './read-history'
import { receiveSet } from './receive-set'
import { Registries } from './registries'
import type { AnyCommand, SingleCommand } from './registry-commands'
import type { Replayed } from './replay-journal'
import { saveAll } from './save-all'
import { Saver } from './saver'
import type { Shelf } from './shelf'
import { isDoneIn } from './shelf/tally'
import { partOn, Steps } from './steps'
import type { StepsFile } from './steps-file'
import type { Received, Selection } from './store'
import { throughArticles, type ThroughArticles } from './through-articles'
import { Told } from './told'
import { Troubles } from './troubles'
import { inTurn } from './turns'
import { Writer } from './writer'
import type {
  ArticleHistory,
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
  readonly steps: StepsFile
  /** Of the codebook, as they were found in the project. */
  readonly revisions: readonly Codebook[]
  /** Of them that could not be read. */
  readonly troubles: readonly Problem[]
  readonly history: History
  readonly looked: Looked
  readonly replayed: Replayed
  /** The greatest clock that this device is known to have used. */
  readonly clock: number
}

/** The store of one open project. `open-store.ts` makes it; `store.ts` says what it does. */
export class OpenedStore implements Blindable {
  readonly #ports: StorePorts
  readonly #shelf: Shelf
  readonly #desk: Desk
  readonly #registries: Registries
  readonly #writer: Writer
  readonly #troubles: Troubles
  readonly #told: Told
  readonly #saver: Saver
  readonly #lookout: Lookout
  readonly #turn = inTurn()
  readonly #steps: Steps
  readonly #atHand: AtHand
  readonly #arrivals: Arrivals
  readonly #deciding: Deciding
  readonly #others: OthersLately
  readonly #looked: Looked
  readonly #opened: OpenedLately
  /** Annotators of whom the project says nothing, or did not when their tags were seen. */
  readonly #lookedFor = new Set<string>()

  constructor(ports: StorePorts, opening: Opening) {
    const { shelf, desk, steps, history, replayed, clock } = opening
    const { id } = ports.me.annotator
    this.#ports = ports
    this.#shelf = shelf
    this.#desk = desk
    this.#looked = opening.looked
    const happened = [...opening.troubles, ...replayed.owed, ...replayed.told]
    this.#troubles = new Troubles(shelf.troubles, happened, (troubles) =>
      this.#told.tell({ is: 'troubles', troubles }),
    )
    const known = shelf.people.find((person) => person.id === id)
    this.#writer = new Writer(ports, known, () => void this.#takeNewDevice())
    this.#told = new Told(shelf, () => this.#writer.person)
    this.#registries = new Registries(
      {
        folder: ports.folder,
        desk,
        device: () => this.#writer.device,
        opened: (mine, merged) => this.#arrivals.opened(mine, null, merged),
      },
      opening.revisions,
    )
    this.#atHand = new AtHand({
      desk,
      device: () => this.#writer.device,
      opened: (held, merged) => this.#arrivals.openedArticle(held, merged),
    })
    this.#arrivals = new Arrivals({
      shelf,
      desk,
      registries: this.#registries,
      told: this.#told,
      troubles: this.#troubles,
      hasSeen: (clock) => this.#steps.hasSeen(clock),
      changed: () => this.#saver.changed(),
    })
    this.#others = new OthersLately(
      {
        folder: ports.folder,
        vault: ports.vault,
        lastGood: async (path) => (await ports.lastGood?.(path)) ?? null,
        me: id,
        unread: (article, unread) => this.#arrivals.unread(unread, shelf.titleOf(article) ?? ''),
      },
      KEPT_OPEN,
    )
    this.#opened = new OpenedLately(
      { looked: this.#looked, me: id, isHidden: (article) => this.#isHidden(article), now: ports.clock.now },
      KEPT_OPEN,
    )
    shelf.tellNews((article, stands) => this.#opened.savedSince(article, stands))
    this.#deciding = new Deciding({
      folder: ports.folder,
      registries: this.#registries,
      by: id,
      companyOn: async (article) => companyOf(id, (await this.#others.on(article)).sets, this.#told.people),
      visit: (article, find, look) => this.#atHand.visit(article, find, look),
    })
    this.#steps = new Steps(
      {
        folder: ports.folder,
        journal: ports.journal,
        desk,
        file: steps,
        annotator: id,
        device: () => this.#writer.device,
        now: ports.clock.now,
        visit: (article, find, look) => this.#atHand.lookAt(article, find, look),
        registries: () => this.#registries.hold(),
        fault: (changes) => this.#registries.fault(changes),
        made: (parts) => {
          this.#saver.changed()
          this.#told.counted(parts)
          this.#writer.isWriting()
        },
      },
      history,
      clock,
    )
    this.#lookout = new Lookout({
      folder: ports.folder,
      isOwn: (path) => this.#writer.owns(path),
      isOverwritten: async (article) => (await desk.mine(article)?.isOverwritten()) ?? false,
      every: ports.lookEvery ?? LOOK_EVERY,
      look: () => shelf.look((base) => base === this.#writer.folder),
      found: (article) => this.#turn(() => this.#arrivals.on([article])),
      foundShared: () => this.#turn(() => this.#arrivals.inShared()),
      looked: (news) => this.#turn(() => this.#arrivals.everywhere(news)),
    })
    shelf.believe((annotator, article) => {
      return annotator === this.#writer.person.id ? desk.tallyOn(article) : null
    })
    // A little later, so that the window has the list and an article first.
    if (!shelf.wasLookedAt) this.#lookout.lookAround(3 * Math.min(ports.lookEvery ?? LOOK_EVERY, LOOK_EVERY))
    this.#saver = new Saver(
      () =>
        saveAll({
          desk,
          writer: this.#writer,
          journal: ports.journal,
          journalIsOwed: replayed.owed.length > 0,
          told: this.#told,
          hold: (article) => this.#atHand.hold(article),
          joined: (articles) => this.#arrivals.joined(articles),
          turn: this.#turn,
        }),
      (saving) => this.#told.tell({ is: 'saving', saving }),
    )
    if (!desk.isWritten) this.#saver.changed()
  }

  /** Reads what all articles share. */
  begin(): Promise<void> {
    return this.#arrivals.begin()
  }

  view(): ProjectView {
    const me = this.#writer.person
    return {
      project: this.#shelf.project,
      folder: this.#ports.root,
      me,
      codebook: this.#registries.codebook,
      articles: this.#shelf.articles,
      people: this.#told.people,
      registry: this.#registries.entries,
      review: this.#registries.review,
      troubles: this.#troubles.all,
      saving: this.#saver.saving,
      history: this.#steps.view,
      looking: this.#shelf.looking,
    }
  }

  get people(): readonly Person[] {
    return this.#told.people
  }

  isBlind(): boolean {
    return this.#registries.review.blind
  }

  amDoneWith(id: string): boolean {
    const { id: me } = this.#writer.person
    const tally = this.#desk.tallyOn(id)
    return tally === null ? this.#shelf.isDone(id, me) : isDoneIn(tally)
  }

  async openArticle(id: string): Promise<Result<OpenArticle, Problem>> {
    // First what others have, then the reading: what they save in between is noticed at the next look.
    await this.#lookout.watch(id)
    const open = await this.#read(id)
    if (open.ok && this.#opened.shown(id)) this.#told.articles([id])
    if (open.ok) await this.#meetNewPeople(open.value)
    return open
  }

  /** Who has begun since the last look over the whole project is met where their tags are seen first. */
  async #meetNewPeople({ article, sets }: OpenArticle): Promise<void> {
    const known = new Set([...this.#told.people.map(({ id }) => id), ...this.#lookedFor])
    const strangers = sets.map(({ annotator }) => annotator).filter((id) => !known.has(id))
    if (strangers.length === 0) return
    for (const id of strangers) this.#lookedFor.add(id)
    await this.#turn(async () => {
      if (await this.#shelf.lookAtPeople()) await this.#arrivals.on([article.id])
    })
  }

  /** Whether others' tags are hidden; see `BlindStore`. */
  #isHidden(id: string): boolean {
    return this.isBlind() && !this.amDoneWith(id)
  }

  async lookedAt(id: string, records: readonly string[] | null): Promise<null> {
    return this.#turn(async () => {
      const others = await this.#others.on(id)
      if (this.#opened.lookedAt(id, others, records)) this.#told.articles([id])
      return null
    })
  }

  async readAhead(id: string): Promise<OpenArticle | null> {
    if (!this.#shelf.has(id)) return null
    return this.#turn(async () => {
      const held = await this.#atHand.hold(id)
      return held.ok ? this.#opened.open(held.value, await this.#others.on(id)) : null
    })
  }

  #read(id: string): Promise<Result<OpenArticle, Problem>> {
    return this.#turn(async () => {
      const held = await this.#atHand.hold(id)
      // With my work on it unreadable, the article can be read all the same, and only commands fail.
      const article = held.ok ? ok(held.value.article) : await readArticleFile(this.#ports.folder, id)
      if (!article.ok) return article
      if (!article.value) return failed({ kind: 'not-there', what: 'article' })
      if (!held.ok) this.#troubles.add(held.error)
      const others = await this.#others.on(id)
      return ok(
        held.ok ? this.#opened.open(held.value, others) : this.#opened.openWithoutMine(article.value, others),
      )
    })
  }

  carryOut(command: AnyCommand, given?: Given, watch: Watch = unwatched): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => {
      const { newId, now } = this.#ports.clock
      const when = given ?? { ids: [], now: now() }
      if (command.do === 'together') {
        const stamp = { newId, now: when.now }
        return this.#carryOutAll(command.as, command.commands, watch, () => stamp)
      }
      return this.#carryOutAll(command.do, [command], watch, (mine) =>
        stampOf(when, newId, (id) => mine.hasHad(id)),
      )
    })
  }

  /** Decides all of them before any is done, and does them as one step. */
  async #carryOutAll(
    did: string,
    commands: readonly SingleCommand[],
    watch: Watch,
    stampFor: StampFor,
  ): Promise<Result<Reply, Problem>> {
    const decided = await this.#deciding.decide(commands, stampFor, watch)
    if (!decided.ok) return decided
    const { parts, revisions } = decided.value
    return this.#took(await this.#steps.take(did, parts, revisions))
  }

  /** Shows what a step has made of what all articles share. */
  async #took(reply: Result<Reply, Problem>): Promise<Result<Reply, Problem>> {
    if (!reply.ok || !reply.value.changes.some(isOnRegistries)) return reply
    const before = this.#registries.codebook.id
    await this.#registries.look()
    const { codebook } = this.#registries
    return codebook.id === before ? reply : ok({ ...reply.value, codebook })
  }

  bringBack(
    id: string,
    records: readonly WorkRecord[],
    among?: readonly string[],
  ): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => {
      const held = await this.#atHand.hold(id)
      if (!held.ok) return held
      const { mine } = held.value
      const part = partOn(mine, changesTo(id, mine.records, records, among))
      return part.ok ? this.#steps.take('bring-back', [part.value]) : part
    })
  }

  undo(watch?: Watch): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => this.#took(await this.#steps.undo(watch)))
  }

  redo(watch?: Watch): Promise<Result<Reply, Problem>> {
    return this.#turn(async () => this.#took(await this.#steps.redo(watch)))
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

  async mySteps(): Promise<MySteps> {
    await this.flush()
    return mySteps(this.#ports.folder, this.#writer.person.id, this.#steps.nearest(STEPS_SHOWN))
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

  cameFrom(article: string, record: string): Promise<Result<CameFrom | null, Problem>> {
    return cameFrom(this.#ports.folder, article, record)
  }

  throughArticles(): ThroughArticles {
    const shelf = this.#shelf
    const me = this.#writer.person.id
    return throughArticles({
      folder: this.#ports.folder,
      me,
      articles: shelf.order,
      inMemory: async (id) => {
        const owed = this.#desk.owes(id) ? await this.#turn(() => this.#atHand.hold(id)) : null
        const held = owed?.ok ? owed.value : this.#desk.get(id)
        return held?.mine.records
      },
      // As long as the tags of a large project are being counted, a number that is missing says nothing.
      hasNone: (id) => shelf.looking === null && shelf.has(id) && !shelf.listed(id).tags[me],
    })
  }

  async revisions(): Promise<Result<readonly Codebook[], Problem>> {
    await this.flush()
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
    await this.#turn(async () => {
      await this.#arrivals.on(set.articles.map(({ id }) => id))
      await this.#arrivals.inShared()
    })
    return received
  }

  async gatherSet(selection: Selection): Promise<Result<AnnotationSet, Problem>> {
    await this.flush()
    const revisions = await readRevisions(this.#ports.folder)
    if (!revisions.ok) return revisions
    return gatherSet(this.#ports.folder, selection, {
      project: this.#shelf.project,
      people: this.view().people,
      codebook: this.#registries.codebook,
      revisions: revisions.value,
      articles: this.view().articles.map(({ summary }) => summary.id),
      review: this.#registries.review,
      registry: this.#registries.entries,
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
    await this.#looked.settled()
    await this.#ports.journal.close()
    return saving
  }
}
