import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import type { Stamp } from './commands'
import { isOnOthersWork, type Company } from './company'
import { decideOn, decideShared, lookingInto, sortedByArticle, type Waiting } from './decide-together'
import type { Held } from './desk'
import { findingOnce, type FindWork } from './find-work'
import { forAll, type Watch } from './for-all'
import type { MyRegistries, MyWork } from './my-document'
import type { Folder } from './ports'
import type { Registries } from './registries'
import type { SingleCommand } from './registry-commands'
import { partOn, partOnRegistries, type Part } from './steps'

interface DecidingPorts {
  readonly folder: Folder
  readonly registries: Registries
  /** Who asks: an annotator's id. */
  readonly by: string
  /** What the others have on an article, for commands on what they made. */
  readonly companyOn: (article: string) => Promise<Company>
  /** Looks at an article and my work on it. With `find`, which has many to look for, nothing stays in memory for it. */
  readonly visit: <T>(
    article: string,
    find: FindWork | null,
    look: (held: Held) => Promise<Result<T, Problem>>,
  ) => Promise<Result<T, Problem>>
}

/** What commands come to: a part for each document that they change. */
export interface Decided {
  readonly parts: readonly Part[]
  /** Of the codebook, which the parts may name. */
  readonly revisions: readonly Codebook[]
}

/** Under what new things are made; ids are chosen so that no record of mine there has or had them. */
export type StampFor = (mine: Pick<MyWork | MyRegistries, 'hasHad'>) => Stamp

/** From what a person asks for to the parts of one step. All of it is decided before any of it is done. */
export class Deciding {
  readonly #ports: DecidingPorts

  constructor(ports: DecidingPorts) {
    this.#ports = ports
  }

  /** What all these commands come to, one after the other, or why one of them cannot be done. */
  async decide(
    commands: readonly SingleCommand[],
    stampFor: StampFor,
    watch: Watch,
  ): Promise<Result<Decided, Problem>> {
    const { entries, codebook } = this.#ports.registries
    const now = { registry: entries, codebook }
    const shared = commands.every((command) => 'article' in command)
      ? ok({ parts: [], revisions: [], articles: sortedByArticle(commands, now) })
      : await this.#decideShared(commands, stampFor)
    if (!shared.ok) return shared
    const { revisions, articles } = shared.value
    const parts = await this.#partsOn(articles, stampFor, watch)
    return parts.ok ? ok({ parts: [...shared.value.parts, ...parts.value], revisions }) : parts
  }

  async #decideShared(
    commands: readonly SingleCommand[],
    stampFor: StampFor,
  ): Promise<Result<Decided & { readonly articles: ReadonlyMap<string, readonly Waiting[]> }, Problem>> {
    const { registries, by } = this.#ports
    const mine = await registries.hold()
    if (!mine.ok) return mine
    const { records } = mine.value
    const { entries, codebook } = registries
    const scene = { registry: entries, codebook }
    const hasHad = (id: string) => mine.value.hasHad(id)
    const decided = decideShared(commands, { by, records, hasHad, scene }, stampFor(mine.value))
    if (!decided.ok) return decided
    const { changes, revisions, articles } = decided.value
    const part = partOnRegistries(mine.value, changes)
    return part.ok ? ok({ parts: [part.value], revisions, articles }) : part
  }

  #partsOn(
    articles: ReadonlyMap<string, readonly Waiting[]>,
    stampFor: StampFor,
    watch: Watch,
  ): Promise<Result<readonly Part[], Problem>> {
    const { folder, companyOn, visit } = this.#ports
    const find = articles.size > 1 ? findingOnce(folder) : null
    return forAll([...articles], watch, async ([id, waiting]) => {
      const isOnOthers = waiting.some(({ command }) => isOnOthersWork(command))
      const company = isOnOthers ? await companyOn(id) : null
      return visit(id, find, async ({ article, mine }) => {
        const { records, live } = mine
        const scene = { text: article.text, records, ...lookingInto(live), ...(company && { company }) }
        const changes = decideOn(scene, waiting, stampFor(mine))
        return changes.ok ? partOn(mine, changes.value) : changes
      })
    })
  }
}
