import type { Article } from '../model/article'
import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import type { InForce, SharedRecord, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { ownRegistries, ownWork } from './document-kind'
import type { FindWork } from './find-work'
import type { LoggedStep } from './history-log'
import { bytesOfJson } from './json-bytes'
import { readArticleFile } from './load-project'
import { MyDocument, type Merged, type MyRegistries, type MyWork, type WorkPorts } from './my-document'
import { paths } from './paths'
import type { Unwritten } from './replay-journal'
import type { Tally } from './shelf/tally'
import type { StepsFile } from './steps-file'

/** An article in memory with my work on it. */
export interface Held {
  readonly article: Article
  readonly mine: MyWork
}

/** How much of mine there is. */
export const countedIn = ({ article, mine }: Held) => ({ article: article.id, tally: mine.live.tally })

export interface DeskPorts extends WorkPorts {
  readonly project: string
  readonly annotator: string
  readonly steps: StepsFile
  /** Which codebook is in force while nobody has said it. */
  readonly inForceByDefault: InForce
}

/** Steps on an article that is not in memory: the journal has them, and the folder has not. */
interface Owed {
  readonly steps: readonly LoggedStep<WorkRecord>[]
  /** What the list shows of the article after them. */
  readonly tally: Tally
}

/** A step on one document, as it is made there. */
export type Taken = Readonly<
  { path: string; tally: Tally } & (
    { article: string; step: LoggedStep<WorkRecord> } | { article: null; step: LoggedStep<SharedRecord> }
  )
>

/** How many articles are kept in memory besides those with work that the folder does not have. */
const HELD_AT_MOST = 24

const nothing: Unwritten = { works: new Map(), registries: new Map() }

/** The articles that were worked on lately, each with my work on it, and my registries. */
export class Desk {
  readonly #ports: DeskPorts
  readonly #held = new Map<string, Held>()
  readonly #owed = new Map<string, Owed>()
  #registries: MyRegistries | null = null
  /** Revisions of the codebook that the folder does not have yet. */
  #revisions: readonly Codebook[] = []
  /** From the journal, by path: the folder could not take it, and nobody has opened it yet. */
  readonly #unwritten: Map<string, MyWork>
  readonly #unwrittenRegistries: Map<string, MyRegistries>

  constructor(ports: DeskPorts, unwritten: Unwritten = nothing) {
    this.#ports = ports
    this.#unwritten = new Map(unwritten.works)
    this.#unwrittenRegistries = new Map(unwritten.registries)
  }

  get(article: string): Held | undefined {
    return this.#held.get(article)
  }

  /** My registries, once they were opened. */
  get registries(): MyRegistries | null {
    return this.#registries
  }

  /** What I have on an article, where that may be more than the folder has; else `null`. */
  tallyOn(article: string): Tally | null {
    return this.#held.get(article)?.mine.live.tally ?? this.#owed.get(article)?.tally ?? null
  }

  /** From memory or from the folder. `opened` is called when it had to be read. */
  async hold(
    id: string,
    device: string,
    opened: (held: Held, merged: Merged | null) => void,
    find?: FindWork,
  ): Promise<Result<Held, Problem>> {
    const known = this.#held.get(id)
    if (known) return ok(known)
    const article = await readArticleFile(this.#ports.folder, id)
    if (!article.ok) return article
    if (!article.value) return failed({ kind: 'not-there', what: 'article' })
    const path = paths.work(this.#ports.annotator, device, id)
    const waiting = this.#unwritten.get(path)
    const mine = waiting ? ok(waiting) : await this.#open(id, device, find)
    if (!mine.ok) return mine
    this.#unwritten.delete(path)
    const held = { article: article.value, mine: mine.value }
    this.#takeOwed(id, held.mine)
    this.#owed.delete(id)
    this.#held.set(id, held)
    opened(held, mine.value.merged)
    return ok(held)
  }

  /**
   * My work on an article that is not in memory, to be looked at and forgotten, without the text; `null` where it is held
   * already, or something is to be done about its files, so that it must be.
   */
  async peek(id: string, device: string, find: FindWork): Promise<Result<MyWork | null, Problem>> {
    const path = paths.work(this.#ports.annotator, device, id)
    if (this.#held.has(id) || this.#unwritten.has(path)) return ok(null)
    const mine = await this.#open(id, device, find)
    if (!mine.ok) return mine
    const { recovered, readOnly, merged, isWritten } = mine.value
    if (recovered || readOnly || merged || !isWritten) return ok(null)
    this.#takeOwed(id, mine.value)
    return mine
  }

  #open(id: string, device: string, find?: FindWork): Promise<Result<MyWork, Problem>> {
    const { project, annotator } = this.#ports
    return MyDocument.open(this.#ports, ownWork, { project, annotator, device, article: id }, find)
  }

  #takeOwed(id: string, mine: MyWork): void {
    for (const step of this.#owed.get(id)?.steps ?? []) if (!mine.hasTold(step)) mine.take(step)
  }

  /** The same for my registries. */
  async holdRegistries(
    device: string,
    opened: (mine: MyRegistries, merged: Merged | null) => void,
  ): Promise<Result<MyRegistries, Problem>> {
    if (this.#registries) return ok(this.#registries)
    const { project, annotator, inForceByDefault } = this.#ports
    const path = paths.registry(annotator, device)
    const waiting = this.#unwrittenRegistries.get(path)
    const header = { project, annotator, device, article: null }
    const kind = ownRegistries(inForceByDefault)
    const mine = waiting ? ok(waiting) : await MyDocument.open(this.#ports, kind, header)
    if (!mine.ok) return mine
    this.#unwrittenRegistries.delete(path)
    this.#registries = mine.value
    opened(mine.value, mine.value.merged)
    return mine
  }

  /** Forgets an article again, unless it has work that the folder does not have. */
  letGoOf(id: string): void {
    if (this.#held.get(id)?.mine.isWritten) this.#held.delete(id)
  }

  /**
   * Makes a step in memory, or for an article that is not there when it comes. What it gives takes the step out again, if
   * it could not be made safe.
   */
  put(taken: Taken): (() => void) | null {
    if (taken.article === null) return this.#registries?.take(taken.step) ?? null
    const { article, step, tally } = taken
    const held = this.#held.get(article)
    if (held) return held.mine.take(step)
    this.#owed.set(article, { steps: [...(this.#owed.get(article)?.steps ?? []), step], tally })
    return null
  }

  /** What I have on an article, or in the registries, as far as it is in memory. */
  mine(article: string | null): MyWork | MyRegistries | null {
    return article === null ? this.#registries : (this.#held.get(article)?.mine ?? null)
  }

  /** These revisions of the codebook are to be in the folder before my registries, which may name them. */
  addRevisions(revisions: readonly Codebook[]): void {
    this.#revisions = [...this.#revisions, ...revisions]
  }

  /** A revision that the folder may not have yet. */
  revision(id: string): Codebook | undefined {
    return this.#revisions.find((revision) => revision.id === id)
  }

  /** Brings one document into the folder, and its steps into the order of all steps. */
  async write(mine: MyWork | MyRegistries): Promise<Result<null, Problem>> {
    const revisions = mine.article === null ? await this.#writeRevisions() : ok(null)
    if (!revisions.ok) return revisions
    const written = await mine.write()
    if (!written.ok) return written
    // Undo needs it after a restart, and nothing else: what it could not write now waits for the next time.
    await this.#ports.steps.add(mine.article, written.value)
    return ok(null)
  }

  /** The same for all in memory that the folder does not have. Goes on where one cannot be written, and gives the first Problem. */
  async writeAll(): Promise<Result<null, Problem>> {
    let first: Result<null, Problem> = ok(null)
    const write = async (mine: MyWork | MyRegistries) => {
      const written = await this.write(mine)
      if (first.ok) first = written
      return written.ok
    }
    // What tags mean comes before the tags.
    if (this.#registries?.isWritten === false) await write(this.#registries)
    for (const { mine } of this.#held.values()) if (!mine.isWritten) await write(mine)
    for (const [path, mine] of this.#unwritten) if (await write(mine)) this.#unwritten.delete(path)
    for (const [path, mine] of this.#unwrittenRegistries)
      if (await write(mine)) this.#unwrittenRegistries.delete(path)
    return first
  }

  /** Articles, at most so many, that are not in memory and whose steps the folder does not have. */
  owed(most: number): string[] {
    return [...this.#owed.keys()].slice(0, most)
  }

  /** Whether the journal has steps on this article that are neither in memory nor in the folder. */
  owes(article: string): boolean {
    return this.#owed.has(article)
  }

  async #writeRevisions(): Promise<Result<null, Problem>> {
    const revisions = this.#revisions
    for (const revision of revisions) {
      const written = await this.#ports.folder.create(paths.codebook(revision.id), bytesOfJson(revision))
      if (!written.ok) return written
    }
    this.#revisions = this.#revisions.filter((revision) => !revisions.includes(revision))
    return ok(null)
  }

  get isWritten(): boolean {
    return (
      this.#unwritten.size + this.#unwrittenRegistries.size + this.#owed.size === 0 &&
      this.#registries?.isWritten !== false &&
      [...this.#held.values()].every(({ mine }) => mine.isWritten)
    )
  }

  /** Articles on which something was joined in since this was asked last. */
  takeNews(): string[] {
    return [...this.#held].filter(([, { mine }]) => mine.takeNews()).map(([id]) => id)
  }

  /** Joins what the histories have, for all that is held. */
  async joinHistories(): Promise<void> {
    for (const { mine } of this.#held.values()) await mine.joinHistory()
    await this.#registries?.joinHistory()
  }

  /** Forgets all whose work the folder has. */
  letGoWritten(): void {
    for (const [id, { mine }] of this.#held) if (mine.isWritten) this.#held.delete(id)
    if (this.#registries?.isWritten) this.#registries = null
  }

  /** Forgets the articles that were opened longest ago, unless they have work that the folder does not have. */
  letGo(atMost: number = HELD_AT_MOST): void {
    const older = [...this.#held.keys()].slice(0, Math.max(0, this.#held.size - atMost))
    for (const id of older) this.letGoOf(id)
  }
}
