import type { Article } from '../model/article'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { readArticleFile } from './load-project'
import { MyWork, type Merged, type WorkPorts } from './my-work'
import { paths } from './paths'
import type { StepsFile } from './steps-file'

/** An article in memory with my work on it. */
export interface Held {
  readonly article: Article
  readonly mine: MyWork
}

interface DeskPorts extends WorkPorts {
  readonly project: string
  readonly annotator: string
  readonly steps: StepsFile
}

/** How many articles are kept in memory besides those with work that the folder does not have. */
const HELD_AT_MOST = 24

/** The articles that were worked on lately, each with my work on it. */
export class Desk {
  readonly #ports: DeskPorts
  readonly #held = new Map<string, Held>()
  /** From the journal, by path: the folder could not take it, and nobody has opened its article yet. */
  readonly #unwritten: Map<string, MyWork>

  constructor(ports: DeskPorts, unwritten: ReadonlyMap<string, MyWork> = new Map()) {
    this.#ports = ports
    this.#unwritten = new Map(unwritten)
  }

  get(article: string): Held | undefined {
    return this.#held.get(article)
  }

  /** From memory or from the folder. `opened` is called when it had to be read. */
  async hold(
    id: string,
    device: string,
    opened: (held: Held, merged: Merged | null) => void,
  ): Promise<Result<Held, Problem>> {
    const known = this.#held.get(id)
    if (known) return ok(known)
    const { folder, project, annotator } = this.#ports
    const article = await readArticleFile(folder, id)
    if (!article.ok) return article
    if (!article.value) return failed({ kind: 'not-there', what: 'article' })
    const path = paths.work(annotator, device, id)
    const waiting = this.#unwritten.get(path)
    const header = { project, annotator, device, article: id }
    const mine = waiting ? ok(waiting) : await MyWork.open(this.#ports, header)
    if (!mine.ok) return mine
    this.#unwritten.delete(path)
    const held = { article: article.value, mine: mine.value }
    this.#held.set(id, held)
    opened(held, mine.value.merged)
    return ok(held)
  }

  /** Brings one article's work into the folder, and its steps into the order of all steps. */
  async write(id: string, mine: MyWork): Promise<Result<null, Problem>> {
    const written = await mine.write()
    if (!written.ok) return written
    // Undo needs it after a restart, and nothing else: what it could not write now waits for the next time.
    await this.#ports.steps.add(id, written.value)
    return ok(null)
  }

  /** The same for all that the folder does not have. Goes on where one cannot be written, and gives the first Problem. */
  async writeAll(): Promise<Result<null, Problem>> {
    let first: Result<null, Problem> = ok(null)
    for (const [id, { mine }] of this.#held) {
      if (mine.isWritten) continue
      const written = await this.write(id, mine)
      if (first.ok) first = written
    }
    for (const [path, mine] of this.#unwritten) {
      const written = await mine.write()
      if (written.ok) this.#unwritten.delete(path)
      else if (first.ok) first = written
    }
    return first
  }

  get isWritten(): boolean {
    return this.#unwritten.size === 0 && [...this.#held.values()].every(({ mine }) => mine.isWritten)
  }

  /** Articles on which something was joined in since this was asked last. */
  takeNews(): string[] {
    return [...this.#held].filter(([, { mine }]) => mine.takeNews()).map(([id]) => id)
  }

  /** Joins what the histories have, for all articles that are held. */
  async joinHistories(): Promise<void> {
    for (const { mine } of this.#held.values()) await mine.joinHistory()
  }

  /** Forgets all articles whose work the folder has. */
  letGoWritten(): void {
    for (const [id, { mine }] of this.#held) if (mine.isWritten) this.#held.delete(id)
  }

  /** Forgets the articles that were opened longest ago. Called only when the folder has all work. */
  letGo(atMost: number = HELD_AT_MOST): void {
    for (const id of [...this.#held.keys()].slice(0, this.#held.size - atMost)) this.#held.delete(id)
  }
}
