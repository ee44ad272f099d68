import type { KnownArticles } from '../formats/format'
import type { AnnotationSet } from '../model/annotation-set'
import { summaryOf, type Article } from '../model/article'
import type { Codebook } from '../model/codebook'
import { liveWork } from '../model/document'
import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import type { AnyRecord, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import { addArticle } from './add-article'
import { asItWas } from './as-it-was'
import { changesTo, isOnRegistries } from './changes'
import { stampOf, type Given, type Stamp } from './commands'
import { companyOf, isOnOthersWork } from './company'
import { decideOn, decideShared, sortedByArticle, type Waiting } from './decide-together'
import type { Desk, Held } from './desk'
import { findingOnce, findWork, type FindWork } from './find-work'
import { forAll, unwatched, type Watch } from './for-all'
import { gatherSet } from './gather-set'
import { readRevisions } from './codebook-revisions'
import { workKind } from './document-kind'
import { entriesOf, sharedChangesOf } from './entries-of'
import { placeOf, type History, type Step } from './history'
import { readArticleFile } from './load-project'
import type { WorkFile } from './load-work'
import { Lately } from './lately'
import { newsIn, type Look, type Looked, type Novelties, type Works } from './looked'
import { LOOK_EVERY, Lookout } from './lookout'
import type { Merged, MyRegistries, MyWork } from './my-document'
import type { StorePorts } from './open-store'
import type { Folder } from './ports'
import { readHistory } from './read-history'
import { readOthers, type Unread } from './read-others'
import { receiveSet } from './receive-set'
import { inParallel } from './read-files'
import { Registries } from './registries'
import type { AnyCommand, SingleCommand } from './registry-commands'
import type { Recovered } from './recover-document'
import type { Replayed } from './replay-journal'
import { Saver } from './saver'
import type { Shelf } from './shelf'
import { isDoneIn } from './shelf/tally'
import type { News } from './shelf/survey'
import { annotationsOf, readTexts, TagsInFolder, type ThroughArticles } from './through-articles'
import { partOn, partOnRegistries, Steps, type Part } from './steps'
import type { StepsFile } from './steps-file'
import { Told } from './told'
import { Troubles } from './troubles'
import { Writer } from './writer'
import type { Blindable } from './blind-store'
import type { Received, Selection } from './store'
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

/** Articles that are in memory at once while steps on very many are saved. */
const OWED_AT_ONCE = 16

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

/** An article as it was opened, and of what. */
interface Opened {
  readonly mine: MyWork
  /** `touched` of `mine`. */
  readonly touched: number
  readonly others: readonly TagSet[]
  /** What of it is new, and was looked at. */
  readonly look: Pick<Look, 'seen' | 'looked'> | null
  readonly open: OpenArticle
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
  /** What others have on an article, and the stamps that their files had before they were read. */
  readonly #othersLately = new Lately<{ readonly stamps: string; readonly sets: readonly TagSet[] }>(
    KEPT_OPEN,
  )
  /** Everybody else's items, by the sets that were made of them. */
  readonly #worksOf = new WeakMap<readonly TagSet[], Works>()
  readonly #looked: Looked
  readonly #openedLately = new Lately<Opened>(KEPT_OPEN)
  /** The journal holds changes of an earlier session that could not be brought in: it is not to be cleared. */
  readonly #journalIsOwed: boolean

  constructor(ports: StorePorts, opening: Opening) {
    const { shelf, desk, steps, history, replayed, clock } = opening
    const { id } = ports.me.annotator
    this.#ports = ports
    this.#shelf = shelf
    this.#desk = desk
    this.#looked = opening.looked
    shelf.tellNews((article, stands) => this.#looked.newsOf(article, this.#ofOthers(stands)))
    const happened = [...opening.troubles, ...replayed.owed, ...replayed.told]
    this.#troubles = new Troubles(shelf.troubles, happened, (troubles) =>
      this.#told.tell({ is: 'troubles', troubles }),
    )
    this.#journalIsOwed = replayed.owed.length > 0
    const known = shelf.people.find((person) => person.id === id)
    this.#writer = new Writer(ports, known, () => void this.#takeNewDevice())
    this.#told = new Told(shelf, () => this.#writer.person)
    this.#registries = new Registries(
      {
        folder: ports.folder,
        desk,
        device: () => this.#writer.device,
        opened: (mine, merged) => this.#haveOpened(mine, null, merged),
      },
      opening.revisions,
    )
    this.#steps = new Steps(
      {
        folder: ports.folder,
        journal: ports.journal,
        desk,
        file: steps,
        annotator: id,
        device: () => this.#writer.device,
        now: ports.clock.now,
        visit: (article, find, look) => this.#lookAt(article, find, look),
        registries: () => this.#registries.hold(),
        fault: (changes) => this.#registries.fault(changes),
        made: (parts) => {
          this.#saver.changed()
          this.#countAgain(parts)
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
      found: (article) => this.#turn(() => this.#takeIn([article])),
      foundShared: () => this.#turn(() => this.#takeShared()),
      looked: (news) => this.#turn(() => this.#takeNews(news)),
    })
    shelf.believe((annotator, article) => {
      return annotator === this.#writer.person.id ? desk.tallyOn(article) : null
    })
    // A little later, so that the window has the list and an article first.
    if (!shelf.wasLookedAt) this.#lookout.lookAround(3 * Math.min(ports.lookEvery ?? LOOK_EVERY, LOOK_EVERY))
    this.#saver = new Saver(
      () => this.#writeAll(),
      (saving) => this.#told.tell({ is: 'saving', saving }),
    )
    if (!desk.isWritten) this.#saver.changed()
  }

  /** Reads what all articles share. */
  async begin(): Promise<void> {
    const mine = await this.#registries.hold()
    if (mine.ok) this.#tellUnread(mine.value.unread, null)
    await this.#registries.look()
    const { trouble } = this.#registries
    if (trouble) this.#troubles.add(trouble)
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
    if (open.ok) this.#haveShown(id)
    return open
  }

  /** Whether others' tags are hidden; see `BlindStore`. */
  #isHidden(id: string): boolean {
    return this.isBlind() && !this.amDoneWith(id)
  }

  /** What stands on the screen now is not new the next time. */
  #haveShown(id: string): void {
    const now = this.#ports.clock.now()
    const others = this.#openedLately.get(id)?.others
    if (this.#isHidden(id)) this.#looked.openedBlind(id, now)
    else if (others && this.#looked.opened(id, this.#worksOf.get(others) ?? new Map(), now))
      this.#told.articles([id])
  }

  async lookedAt(id: string, records: readonly string[] | null): Promise<null> {
    return this.#turn(async () => {
      const works = this.#worksOf.get(await this.#others(id)) ?? new Map()
      if (this.#looked.lookedAt(id, works, records, this.#ports.clock.now())) this.#told.articles([id])
      return null
    })
  }

  #ofOthers(stands: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
    const { [this.#ports.me.annotator.id]: _, ...others } = stands
    return others
  }

  async readAhead(id: string): Promise<OpenArticle | null> {
    if (!this.#shelf.has(id)) return null
    return this.#turn(async () => {
      const held = await this.#hold(id)
      return held.ok ? this.#openedAgain(held.value, await this.#others(id)) : null
    })
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
    const news = this.#newsOf(article.id, others)
    return { article, sets: [{ annotator: me, records: mine }, ...sets], ...(news && { news }) }
  }

  #newsOf(article: string, others: readonly TagSet[]): Novelties | null {
    // What is hidden is new once it is seen.
    if (this.#isHidden(article)) return null
    const look = this.#looked.on(article)
    return look && newsIn(this.#worksOf.get(others) ?? new Map(), look)
  }

  /** The very same as the last time if nothing was changed since, so that what was made of it can be used again. */
  #openedAgain({ article, mine }: Held, others: readonly TagSet[]): OpenArticle {
    const known = this.#openedLately.get(article.id)
    const { touched } = mine
    const look = this.#looked.on(article.id)
    if (known?.mine === mine && known.touched === touched && known.others === others) {
      const isLookedAtAsBefore = known.look?.seen === look?.seen && known.look?.looked === look?.looked
      if (isLookedAtAsBefore || isSame(known.open.news ?? null, this.#newsOf(article.id, others))) {
        this.#openedLately.set(article.id, { ...known, look })
        return known.open
      }
    }
    const open = this.#opened(article, [...mine.records.values()], others)
    this.#openedLately.set(article.id, { mine, touched, others, look, open })
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
    const { works, recovered, troubles } = await readOthers(
      { folder, vault, lastGood: back },
      workKind,
      files,
    )
    this.#tellUnread({ recovered, troubles }, this.#shelf.titleOf(id) ?? '')
    const sets = [...works]
      .map(([annotator, items]) => ({ annotator, records: liveWork(items) }))
      .toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
    this.#worksOf.set(sets, works)
    if (stamps !== null && recovered.length + troubles.length === 0)
      this.#othersLately.set(id, { stamps, sets })
    return sets
  }

  /** `title` is that of the article that the files are on; `null` for the registries. */
  #tellUnread({ recovered, troubles }: Unread<AnyRecord>, title: string | null): void {
    for (const { file, annotator, found } of recovered) {
      const who = this.#shelf.people.find((person) => person.id === annotator)?.name ?? annotator
      this.#troubles.add({ kind: 'set-aside', file, who, title, ...told(found) })
    }
    for (const problem of troubles) this.#troubles.add(problem)
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
    stampFor: (mine: Pick<MyWork | MyRegistries, 'hasHad'>) => Stamp,
  ): Promise<Result<Reply, Problem>> {
    const { entries, codebook } = this.#registries
    const now = { registry: entries, codebook }
    const shared = commands.every((command) => 'article' in command)
      ? ok({ part: null, revisions: [], articles: sortedByArticle(commands, now) })
      : await this.#decideShared(commands, stampFor)
    if (!shared.ok) return shared
    const { part, revisions, articles } = shared.value
    const parts = await this.#partsOn(articles, watch, stampFor)
    if (!parts.ok) return parts
    return this.#took(await this.#steps.take(did, [...(part ? [part] : []), ...parts.value], revisions))
  }

  async #decideShared(
    commands: readonly SingleCommand[],
    stampFor: (mine: MyRegistries) => Stamp,
  ): Promise<
    Result<
      {
        readonly part: Part | null
        readonly revisions: readonly Codebook[]
        readonly articles: ReadonlyMap<string, readonly Waiting[]>
      },
      Problem
    >
  > {
    const mine = await this.#registries.hold()
    if (!mine.ok) return mine
    const { records } = mine.value
    const { entries, codebook } = this.#registries
    const scene = { registry: entries, codebook }
    const hasHad = (id: string) => mine.value.hasHad(id)
    const now = { by: this.#writer.person.id, records, hasHad, scene }
    const decided = decideShared(commands, now, stampFor(mine.value))
    if (!decided.ok) return decided
    const part = partOnRegistries(mine.value, decided.value.changes)
    return part.ok ? ok({ ...decided.value, part: part.value }) : part
  }

  /** What the commands for each article come to, all of them, or why one cannot be done. */
  #partsOn(
    articles: ReadonlyMap<string, readonly Waiting[]>,
    watch: Watch,
    stampFor: (mine: MyWork) => Stamp,
  ): Promise<Result<readonly Part[], Problem>> {
    const find = articles.size > 1 ? findingOnce(this.#ports.folder) : null
    const { person } = this.#writer
    return forAll([...articles], watch, async ([id, waiting]) => {
      const isOnOthers = waiting.some(({ command }) => isOnOthersWork(command))
      const company = isOnOthers ? companyOf(person.id, await this.#others(id), this.#told.people) : null
      return this.#visit(id, find, async ({ article, mine }) => {
        const linksAt = (annotation: string) => mine.live.linksAt(annotation)
        const scene = { text: article.text, records: mine.records, linksAt, ...(company && { company }) }
        const changes = decideOn(scene, waiting, stampFor(mine))
        return changes.ok ? partOn(mine, changes.value) : changes
      })
    })
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
      const held = await this.#hold(id)
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

  async #writeAll(): Promise<Result<null, Problem>> {
    const person = await this.#writer.signIn()
    const written = await this.#desk.writeAll()
    const owed = await this.#writeOwed()
    this.#tellJoined(this.#desk.takeNews())
    if (!written.ok) return written
    if (!owed.ok) return owed
    if (!person.ok) return person
    return this.#turn(async () => {
      if (!this.#desk.isWritten) return ok(null)
      this.#desk.letGo()
      return this.#journalIsOwed ? ok(null) : this.#ports.journal.clear()
    })
  }

  /** Steps on articles that are not in memory: some at a time, so that they never all are, and others get their turn. */
  async #writeOwed(): Promise<Result<null, Problem>> {
    for (let ids = this.#desk.owed(OWED_AT_ONCE); ids.length > 0; ids = this.#desk.owed(OWED_AT_ONCE)) {
      const taken = await this.#turn(() => inParallel(ids, 8, (id) => this.#hold(id)))
      const written = await inParallel(taken, 8, async (held) =>
        held.ok ? this.#desk.write(held.value.mine) : held,
      )
      await this.#turn(async () => {
        this.#countAgain(taken.flatMap((held) => (held.ok ? countedIn(held.value) : [])))
        this.#desk.letGo()
      })
      const failure = written.find((each) => !each.ok)
      if (failure) return failure
    }
    return ok(null)
  }

  /** Another version of my own files was joined in while they were written. */
  #tellJoined(articles: readonly string[]): void {
    for (const id of articles) {
      const held = this.#desk.get(id)
      if (held) this.#countAgain([countedIn(held)])
    }
    if (articles.length > 0) this.#told.sets()
  }

  /** The article with my work on it, from memory or from the folder. */
  #hold(id: string, find?: FindWork): Promise<Result<Held, Problem>> {
    const opened = ({ article, mine }: Held, merged: Merged | null) =>
      this.#haveOpened(mine, article.title, merged)
    return this.#desk.hold(id, this.#writer.device, opened, find)
  }

  /**
   * Looks at an article. With `find`, which has many to look for, it is in memory afterwards only if it was there before, or
   * has work to be saved.
   */
  async #visit<T>(
    id: string,
    find: FindWork | null,
    look: (held: Held) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    const stays = find === null || this.#desk.get(id) !== undefined
    const held = await this.#hold(id, find ?? undefined)
    if (!held.ok) return held
    const seen = await look(held.value)
    if (!stays) this.#desk.letGoOf(id)
    return seen
  }

  /** The same for my work on it alone: one of many is not held for that. */
  async #lookAt<T>(
    id: string,
    find: FindWork | null,
    look: (mine: MyWork) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    const seen = find ? await this.#desk.peek(id, this.#writer.device, find) : ok(null)
    if (!seen.ok) return seen
    return seen.value ? look(seen.value) : this.#visit(id, find, ({ mine }) => look(mine))
  }

  /** `title` is `null` for my registries. */
  #haveOpened(mine: MyWork | MyRegistries, title: string | null, merged: Merged | null): void {
    const { path: file, recovered, readOnly } = mine
    if (recovered) this.#troubles.add({ kind: 'set-aside', file, who: null, title, ...told(recovered) })
    else if (readOnly) this.#troubles.add(readOnly)
    this.#hasLookedAround(mine, title, merged)
  }

  /** What was found in my files may be later than what is known, and not in its place yet. */
  #hasLookedAround(mine: MyWork | MyRegistries, title: string | null, merged: Merged | null): void {
    this.#steps.hasSeen(mine.clock)
    if (merged) this.#troubles.add({ kind: 'copies-merged', title, ...merged })
    if (!mine.isWritten) this.#saver.changed()
  }

  async mySteps(): Promise<MySteps> {
    await this.flush()
    const { done, undone } = this.#steps.nearest(STEPS_SHOWN)
    const steps = [...done, ...undone]
    const { folder } = this.#ports
    const { id } = this.#writer.person
    const places = steps.map((step) => ({ ...placeOf(step), clock: step.clock }))
    const entries = await entriesOf(folder, id, places)
    const sharing = steps.filter(({ articles }) => articles.includes(null)).map(({ clock }) => clock)
    const shared = await sharedChangesOf(folder, id, new Set(sharing))
    const told = (step: Step): MyStep => {
      const { did, clock } = step
      const place = placeOf(step)
      const entry = entries.get(`${place.article} ${clock}`) ?? null
      const { at = entry?.at ?? null, changes = [] } = shared.get(clock) ?? {}
      return { did, clock, ...place, at, entry, shared: changes }
    }
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

  #countAgain(counted: readonly Pick<Part, 'article' | 'tally'>[]): void {
    const { id } = this.#writer.person
    this.#told.articles(
      counted.flatMap(({ article, tally }) =>
        article !== null && this.#shelf.count(article, id, tally) ? article : [],
      ),
    )
  }

  throughArticles(): ThroughArticles {
    const { folder } = this.#ports
    const me = this.#writer.person.id
    const inFolder = new TagsInFolder(folder, me)
    const tagsOn = async (id: string) => {
      const owed = this.#desk.owes(id) ? await this.#turn(() => this.#hold(id)) : null
      const held = owed?.ok ? owed.value : this.#desk.get(id)
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
      await this.#takeIn(set.articles.map(({ id }) => id))
      await this.#takeShared()
    })
    return received
  }

  /** What came from others on these articles, new ones among them. */
  async #takeIn(articles: readonly string[]): Promise<void> {
    const here = await this.#shelf.lookAgain(articles)
    await this.#lookAroundOn(here)
    this.#told.articles(here)
    this.#told.touched(here)
    this.#told.sets()
  }

  /** What a look over the whole project brought; the shelf has it already. */
  async #takeNews({ listed, gone, touched, people }: News): Promise<void> {
    await this.#lookAroundOn(touched)
    this.#told.touched(touched)
    this.#told.articles(
      [...new Set(listed)].filter((id) => this.#shelf.has(id)),
      gone,
    )
    if (people) this.#told.setsIfNew()
    await this.#takeShared()
    this.#told.looking()
    this.#troubles.stand(this.#shelf.troubles)
  }

  /** Joins what came from my other devices to what is in memory. */
  async #lookAroundOn(articles: readonly string[]): Promise<void> {
    for (const id of articles) {
      const held = this.#desk.get(id)
      if (!held) continue
      this.#hasLookedAround(held.mine, held.article.title, await held.mine.lookAround())
      this.#countAgain([countedIn(held)])
    }
  }

  /** What came from others, or from my other devices, into what all articles share. */
  async #takeShared(): Promise<void> {
    const mine = await this.#registries.hold()
    if (mine.ok) {
      this.#hasLookedAround(mine.value, null, await this.#registries.takeIn(mine.value))
      this.#tellUnread(mine.value.unread, null)
    }
    const isOther = await this.#registries.look()
    const { entries, codebook, review, trouble } = this.#registries
    if (trouble) this.#troubles.add(trouble)
    if (isOther) this.#told.tell({ is: 'registries', registry: entries, codebook, review })
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

/** The files and what tells their states apart, as one text; `null` when that cannot be told. */
async function stampsOf(folder: Folder, files: readonly WorkFile[]): Promise<string | null> {
  const stamps = await folder.stamps(files.map(({ path }) => path))
  return stamps.ok && stamps.value.every((stamp) => stamp !== null)
    ? JSON.stringify(files.map(({ path }, i) => [path, stamps.value[i]]))
    : null
}

const told = ({ isAside, back, of, until }: Recovered<AnyRecord>) => ({ isAside, back, of, until })

const countedIn = ({ article, mine }: Held): Pick<Part, 'article' | 'tally'> => ({
  article: article.id,
  tally: mine.live.tally,
})
