import { isLater, joinItems, type DocumentHeader, type Item, type Items } from '../model/document'
import type { Problem } from '../model/problem'
import type { AnyRecord, SharedRecord, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import type { Live, OwnKind } from './document-kind'
import { findWork, type FindWork } from './find-work'
import { clockOfStep, decodeSteps, encodeSteps, type LoggedStep } from './history-log'
import type { LiveRecords } from './live-records'
import type { LiveShared } from './live-shared'
import { clockOfAll, readJoined, type DocumentFile } from './load-work'
import { mergeHistories } from './merge-histories'
import { paths } from './paths'
import { OwnDocument } from './own-document'
import { readOthers, type Unread } from './read-others'
import type { Recovered, RecoveryPorts } from './recover-document'
import { setAside } from './set-aside'

export interface WorkPorts extends RecoveryPorts {
  /** ISO 8601, UTC. */
  readonly now: () => string
}

/** Copies that sync programs had made of my file, and how many of their items were not in it. */
export interface Merged {
  readonly copies: number
  readonly items: number
}

/** My work on one article. */
export type MyWork = MyDocument<WorkRecord, LiveRecords>
/** My registries, and beneath them everybody's. */
export type MyRegistries = MyDocument<SharedRecord, LiveShared>

/**
 * What I have on one article, or in the registries: the document of this device, which is one lowdb database and written
 * by nobody else, its history beside it, and beneath both what my other devices have, which is only read. Beneath my
 * registries lies what everybody has: whoever changes an entry writes it into a document of their own.
 *
 * A step is put in by `take` and is in the folder after `write`: first the history, then the document, so that the
 * history has all that the document has. Should something else have written the document meanwhile (a copied profile,
 * a sync program), its items are joined in before it is written again.
 */
export class MyDocument<R extends AnyRecord, L extends Live<R>> {
  readonly #ports: WorkPorts
  readonly #kind: OwnKind<R, L>
  readonly #header: DocumentHeader
  readonly #document: OwnDocument<R>
  #items: Record<string, Item<R>> = {}
  #elsewhere: Items<R> = {}
  #live: L
  #touched = 0
  #clock = 0
  /** Steps that the history does not have yet. */
  #unlogged: LoggedStep<R>[] = []
  #logged = 0
  #copies: readonly DocumentFile[] = []
  #historyCopies: readonly string[] = []
  #version = 0
  #safe = 0
  #written = 0
  #merged: Merged | null = null
  #hasNews = false
  #unread: Unread<R> = { recovered: [], troubles: [] }

  private constructor(ports: WorkPorts, kind: OwnKind<R, L>, header: DocumentHeader) {
    this.#ports = ports
    this.#kind = kind
    this.#header = header
    this.#document = new OwnDocument(ports, kind, header)
    this.#live = kind.live({})
  }

  /** Reads what I have there. A damaged document is made again; one that cannot be read is a Problem. */
  static async open<R extends AnyRecord, L extends Live<R>>(
    ports: WorkPorts,
    kind: OwnKind<R, L>,
    header: DocumentHeader,
    find?: FindWork,
  ): Promise<Result<MyDocument<R, L>, Problem>> {
    const mine = new MyDocument(ports, kind, header)
    const read = await mine.#read()
    if (!read.ok) return read
    mine.#merged = await mine.lookAround(find)
    return ok(mine)
  }

  /** The article; `null` for the registries. */
  get article(): string | null {
    return this.#header.article
  }

  /** What could not be read as it should be of the files beneath mine, when they were looked at last. */
  get unread(): Unread<R> {
    return this.#unread
  }

  /** The live records of all my devices; of the registries, everybody's. */
  get live(): L {
    return this.#live
  }

  /** The same by id. */
  get records(): ReadonlyMap<string, R> {
    return this.#live.byId
  }

  /** How often the records were touched: as long as it is the same, so are they. */
  get touched(): number {
    return this.#touched
  }

  /** The greatest clock in any of these files. */
  get clock(): number {
    return this.#clock
  }

  /** Whether a record has or had this id. */
  hasHad(id: string): boolean {
    return Object.hasOwn(this.#items, id) || Object.hasOwn(this.#elsewhere, id)
  }

  /** The greatest clock that any of these files has for one of these records; 0 when none has it. */
  clockOf(ids: readonly string[]): number {
    const clockIn = (items: Items<R>, id: string) => items[id]?.rev[0] ?? 0
    return ids.reduce((max, id) => Math.max(max, clockIn(this.#items, id), clockIn(this.#elsewhere, id)), 0)
  }

  /** Whether the document in the folder has everything, though its history may not yet. */
  get isSafe(): boolean {
    return this.#safe === this.#version
  }

  /** Whether the folder has everything. */
  get isWritten(): boolean {
    return this.#written === this.#version
  }

  get path(): string {
    return this.#document.path
  }

  /** Why nothing can be changed here; `null` when it can. */
  get readOnly(): Problem | null {
    return this.#document.readOnly
  }

  /** Set when the document could not be read, and what it held was found again. */
  get recovered(): Recovered<R> | null {
    return this.#document.recovered
  }

  /** What was found in copies when it was opened. */
  get merged(): Merged | null {
    return this.#merged
  }

  /** Whether something was joined in since this was asked last. */
  takeNews(): boolean {
    const had = this.#hasNews
    this.#hasNews = false
    return had
  }

  /** Whether somebody else has written the document since it was read or written here. */
  isOverwritten(): Promise<boolean> {
    return this.#document.isOverwritten()
  }

  /** Whether everything that the step would bring is here, or something later is. */
  has({ items }: Pick<LoggedStep<R>, 'items'>): boolean {
    return Object.entries(items).every(([id, item]) => !this.#isNews(id, item))
  }

  /** Whether the document has it, and the history too. */
  hasTold(step: Pick<LoggedStep<R>, 'items'>): boolean {
    return this.has(step) && clockOfStep(step) <= this.#logged
  }

  /** Makes the step in memory; the folder has it after `write`. What it gives takes the step out again, if it could not be made safe. */
  take(step: LoggedStep<R>): () => void {
    const before = Object.keys(step.items).map((id) => [id, this.#items[id]] as const)
    this.#unlogged.push(step)
    this.#put(step.items)
    this.#version++
    return () => {
      this.#unlogged = this.#unlogged.filter((other) => other !== step)
      for (const [id, item] of before) {
        // Something later may have been joined in meanwhile.
        if (this.#items[id] !== step.items[id]) continue
        if (item) this.#items[id] = item
        else delete this.#items[id]
      }
      this.#version++
      this.#recount()
    }
  }

  /** What a step under this clock changed, if the history does not have it yet. */
  stepAt(clock: number): LoggedStep<R> | null {
    return this.#unlogged.find((step) => clockOfStep(step) === clock) ?? null
  }

  /** Brings everything into the folder. What comes while it is written waits for the next time. Gives the steps that the history has now. */
  async write(): Promise<Result<readonly LoggedStep<R>[], Problem>> {
    if (this.readOnly) return failed(this.readOnly)
    const joined = await this.#joinWhatChanged()
    if (!joined.ok) return joined
    // As they are now: what is taken while the history is written is not in it, and so not for the document yet.
    const version = this.#version
    const steps = this.#lacking()
    const [items, clock, copies] = [{ ...this.#items }, this.#clock, this.#copies]
    const logged = await this.#log(steps)
    const written = await this.#document.write(items, clock, this.#logged)
    if (!written.ok) return written
    this.#safe = version
    if (!logged.ok) return logged
    this.#written = version
    await this.#putCopiesAway(copies, items)
    return ok(steps)
  }

  /**
   * Takes in what stands in the other files now: those of my other devices (for the registries, everybody's), and copies
   * that sync programs made of this one's. Also what somebody else has written into this one. Says what it found in copies.
   */
  async lookAround(
    find: FindWork = (article) => findWork(this.#ports.folder, article),
  ): Promise<Merged | null> {
    const { folder } = this.#ports
    const { annotator, device, article } = this.#header
    const { documents, histories } = await find(article)
    const isMine = (file: DocumentFile) => file.annotator === annotator
    const isCopy = (file: DocumentFile) =>
      isMine(file) && file.device === device && file.path.startsWith(paths.works)
    const others = documents.filter((file) => file.path !== this.path)
    const copies = others.filter(isCopy)
    const beneath = others.filter((file) => !isCopy(file) && (this.#kind.isShared || isMine(file)))
    const { works: elsewhere, ...unread } = await readOthers(this.#ports, this.#kind, beneath)
    this.#unread = unread
    await this.#joinWhatChanged()
    const found = await readJoined(folder, this.#kind, copies, [])
    this.#elsewhere = [...elsewhere.values()].reduce<Items<R>>((all, items) => joinItems(all, items), {})
    this.#clock = Math.max(this.#clock, clockOfAll(elsewhere))
    const news = this.#merge(found.get(annotator) ?? {})
    // On a disk that ignores case, a name in capitals is my own file, and is not to be put away.
    const isAnother = ({ path }: DocumentFile) => ![this.path, this.#historyPath].includes(path.toLowerCase())
    this.#copies = copies.filter(isAnother)
    this.#historyCopies = histories.filter((file) => isCopy(file) && isAnother(file)).map(({ path }) => path)
    this.#recount()
    return copies.length > 0 ? { copies: copies.length, items: news } : null
  }

  /** Takes in what the history has and the document lacks: two programs that wrote both at once each added their lines. */
  async joinHistory(): Promise<void> {
    const bytes = await this.#ports.folder.read(this.#historyPath)
    const lines = (bytes.ok && bytes.value) || new Uint8Array()
    const { steps } = decodeSteps(lines, this.#kind, this.#header.article)
    this.#merge(steps.reduce<Items<R>>((joined, { items }) => joinItems(joined, items), {}))
  }

  async #read(): Promise<Result<null, Problem>> {
    const read = await this.#document.read()
    if (!read.ok) return read
    this.#logged = read.value?.logged ?? 0
    this.#items = { ...read.value?.items }
    this.#clock = read.value?.clock ?? 0
    if (Object.keys(this.#items).length > 0) await this.#beginHistory()
    return ok(null)
  }

  /** What was there before there was a history, or when somebody had removed it, stands in its first line. */
  async #beginHistory(): Promise<void> {
    const there = await this.#ports.folder.stamps([this.#historyPath])
    if (there.ok && there.value[0] === null)
      this.#unlogged.push({ at: this.#ports.now(), did: 'begin', items: { ...this.#items }, before: {} })
  }

  get #historyPath(): string {
    const { annotator, device, article } = this.#header
    return paths.history(annotator, device, article)
  }

  /** Joins in what stands in the file, should anybody but this have written it. */
  async #joinWhatChanged(): Promise<Result<null, Problem>> {
    const theirs = await this.#document.changesByOthers()
    if (!theirs.ok) return theirs
    this.#merge(theirs.value?.items ?? {})
    return ok(null)
  }

  /** Takes items from another version of my file that are later than those here, as a step of its own. Gives their number. */
  #merge(theirs: Items<R>): number {
    const news = Object.entries(theirs).filter(([id, item]) => this.#isNews(id, item))
    if (news.length === 0 || this.readOnly) return 0
    const before = news.map(([id]) => [id, this.#items[id]?.record ?? null] as const)
    const items = Object.fromEntries(news)
    this.take({ at: this.#ports.now(), did: 'merge', items, before: Object.fromEntries(before) })
    this.#recount()
    this.#hasNews = true
    return news.length
  }

  async #log(steps: readonly LoggedStep<R>[]): Promise<Result<null, Problem>> {
    if (steps.length === 0) return ok(null)
    const added = await this.#ports.folder.append(this.#historyPath, encodeSteps(steps))
    if (!added.ok) return added
    const told = new Set(steps)
    this.#unlogged = this.#unlogged.filter((step) => !told.has(step))
    this.#logged = steps.reduce((clock, step) => Math.max(clock, clockOfStep(step)), this.#logged)
    return ok(null)
  }

  /** Steps that the history has not. Items that stand in the document without theirs, after a crash, have one together. */
  #lacking(): LoggedStep<R>[] {
    const { device } = this.#header
    const told = new Set(this.#unlogged.flatMap(({ items }) => Object.keys(items)))
    const orphans = Object.entries(this.#items).filter(
      ([id, { rev }]) => rev[1] === device && rev[0] > this.#logged && !told.has(id),
    )
    if (orphans.length === 0) return [...this.#unlogged]
    const items = Object.fromEntries(orphans)
    return [{ at: this.#ports.now(), did: 'recover', items, before: {} }, ...this.#unlogged]
  }

  /** Those that have nothing but what the document was written with. One that cannot be kept aside stays where it is. */
  async #putCopiesAway(copies: readonly DocumentFile[], written: Items<R>): Promise<void> {
    const historyCopies = this.#historyCopies
    this.#historyCopies = []
    await mergeHistories(this.#ports, this.#kind, this.#header, historyCopies)
    this.#copies = this.#copies.filter((copy) => !copies.includes(copy))
    for (const { path } of copies) {
      const bytes = await this.#ports.folder.read(path)
      if (!bytes.ok || !bytes.value) continue
      const read = this.#kind.read(bytes.value, path)
      const isIn =
        read.ok &&
        Object.entries(read.value.document.items).every(([id, item]) => !isNewsTo(written, id, item))
      const aside = isIn ? await setAside(this.#ports.vault, 'copies', this.#header, bytes.value) : null
      if (aside?.ok && aside.value !== null) await this.#ports.folder.remove(path)
    }
  }

  #put(items: Items<R>): void {
    for (const [id, item] of Object.entries(items)) {
      if (!this.#isNews(id, item)) continue
      this.#items[id] = item
      this.#clock = Math.max(this.#clock, item.rev[0])
      const there = this.#elsewhere[id]
      this.#live.put(id, there && isLater(there, item) ? there.record : item.record)
      this.#touched++
    }
  }

  #isNews(id: string, item: Item<R>): boolean {
    return isNewsTo(this.#items, id, item)
  }

  #recount(): void {
    this.#live = this.#kind.live(joinItems(this.#elsewhere, this.#items))
    this.#touched++
  }
}

function isNewsTo<R>(items: Items<R>, id: string, item: Item<R>): boolean {
  const here = items[id]
  return !here || isLater(item, here)
}
