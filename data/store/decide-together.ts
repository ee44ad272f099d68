import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import { IN_FORCE, isEntry, type RegistryRecord, type SharedRecord } from '../model/records'
import { REVIEW_SETTINGS } from '../model/review-records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { ArticleChange, Change, RegistryChange } from './changes'
import { decide, type Command, type Scene, type Stamp } from './commands'
import { decideCodebook } from './decide-codebook'
import { decideRegistry } from './decide-registry'
import { setReview } from './set-review'
import { LiveRecords } from './live-records'
import type { CodebookCommand, RegistryCommand, SingleCommand } from './registry-commands'
import type { SetReview } from './review-commands'

/** What all articles share, as a command finds it. */
export type SharedScene = Pick<Scene, 'registry' | 'codebook'>

/** A command on an article, and what those before it have left of what all articles share. */
export interface Waiting {
  readonly command: Command
  readonly shared: SharedScene
}

/** What several commands do to what all articles share, and those that are left for each article. */
export interface Shared {
  readonly changes: readonly RegistryChange[]
  readonly revisions: readonly Codebook[]
  /** In the order in which the articles come first. */
  readonly articles: ReadonlyMap<string, readonly Waiting[]>
}

/** Commands that are all on articles, by article. */
export function sortedByArticle(
  commands: readonly Command[],
  shared: SharedScene,
): ReadonlyMap<string, readonly Waiting[]> {
  const articles = new Map<string, Waiting[]>()
  for (const command of commands) addTo(articles, { command, shared })
  return articles
}

function addTo(articles: Map<string, Waiting[]>, waiting: Waiting): void {
  const { article } = waiting.command
  const others = articles.get(article)
  if (others) others.push(waiting)
  else articles.set(article, [waiting])
}

interface SharedNow {
  /** Who asks: an annotator's id. */
  readonly by: string
  readonly records: ReadonlyMap<string, SharedRecord>
  readonly hasHad: (id: string) => boolean
  readonly scene: SharedScene
}

/**
 * Decides the commands on what all articles share, one after the other, and sorts the others by article: those on one
 * article touch no other, so each can be decided when its article is at hand, with the registries and the codebook as
 * they were when its turn came.
 */
export function decideShared(
  commands: readonly SingleCommand[],
  now: SharedNow,
  stamp: Pick<Stamp, 'now'>,
): Result<Shared, Problem> {
  const draft = new Draft(now)
  const articles = new Map<string, Waiting[]>()
  for (const command of commands) {
    if ('article' in command) {
      addTo(articles, { command, shared: draft.scene })
      continue
    }
    const problem = draft.carryOut(command, stamp)
    if (problem) return failed(problem)
  }
  return ok({ changes: joined(draft.changes), revisions: draft.revisions, articles })
}

/** What all articles share, while commands change it one by one. */
class Draft {
  readonly changes: RegistryChange[] = []
  readonly revisions: Codebook[] = []
  readonly #by: string
  readonly #hasHad: (id: string) => boolean
  #records: ReadonlyMap<string, SharedRecord>
  #own: Map<string, SharedRecord> | null = null
  #codebook: Codebook
  #scene: SharedScene | null

  constructor({ by, records, hasHad, scene }: SharedNow) {
    this.#by = by
    this.#records = records
    this.#hasHad = hasHad
    this.#codebook = scene.codebook
    this.#scene = scene
  }

  /** The same until something is changed. */
  get scene(): SharedScene {
    this.#scene ??= { registry: entriesOf(this.#records), codebook: this.#codebook }
    return this.#scene
  }

  /** Gives the reason when it cannot be done. */
  carryOut(
    command: RegistryCommand | CodebookCommand | SetReview,
    stamp: Pick<Stamp, 'now'>,
  ): Problem | null {
    switch (command.do) {
      case 'revise-codebook':
        return this.#revise(command, stamp)
      case 'set-review':
        this.#make(setReview(this.#records.get(REVIEW_SETTINGS), command, stamp))
        return null
      default:
        return this.#enter(command, stamp)
    }
  }

  #enter(command: RegistryCommand, stamp: Pick<Stamp, 'now'>): Problem | null {
    const decided = decideRegistry({ records: this.#records, hasHad: this.#hasHad }, command, stamp)
    if (!decided.ok) return decided.error
    this.#make(decided.value)
    return null
  }

  #revise(command: CodebookCommand, { now }: Pick<Stamp, 'now'>): Problem | null {
    const before = this.#records.get(IN_FORCE)
    if (before?.is !== 'in-force') return { kind: 'not-there', what: 'codebook' }
    const revised = decideCodebook(this.#codebook, before, command, { by: this.#by, at: now })
    if (!revised.ok) return revised.error
    if (!revised.value) return null
    this.revisions.push(revised.value.revision)
    this.#codebook = revised.value.revision
    this.#make([revised.value.change])
    return null
  }

  #make(changes: readonly RegistryChange[]): void {
    if (changes.length === 0) return
    // A copy, once: what it is made of belongs to the store.
    this.#own ??= new Map(this.#records)
    for (const { id, after } of changes)
      if (after) this.#own.set(id, after)
      else this.#own.delete(id)
    this.#records = this.#own
    this.changes.push(...changes)
    this.#scene = null
  }
}

const entriesOf = (records: ReadonlyMap<string, SharedRecord>): RegistryRecord[] =>
  [...records.values()].filter(isEntry)

/** What a command may ask of these records without going through all of them. */
export const lookingInto = (live: LiveRecords): Pick<Scene, 'linksAt' | 'ofKind'> => ({
  linksAt: (annotation) => live.linksAt(annotation),
  ofKind: (is) => live.ofKind(is),
})

/** Decides the commands that wait for one article, each on what those before it have made. */
export function decideOn(
  scene: Omit<Scene, keyof SharedScene>,
  waiting: readonly Waiting[],
  stamp: Stamp,
): Result<readonly ArticleChange[], Problem> {
  const [only] = waiting
  if (only && waiting.length === 1) return decide({ ...scene, ...only.shared }, only.command, stamp)
  const records = new LiveRecords([...scene.records.values()])
  const changes: ArticleChange[] = []
  for (const { command, shared } of waiting) {
    const decided = decide(
      { ...scene, records: records.byId, ...lookingInto(records), ...shared },
      command,
      stamp,
    )
    if (!decided.ok) return decided
    for (const change of decided.value) {
      records.put(change.id, change.after)
      changes.push(change)
    }
  }
  return ok(joined(changes))
}

/** One change for each record, from what it was at first to what it is at last; none for what is as it was. */
export function joined<C extends Change>(changes: readonly C[]): C[] {
  const byId = new Map<string, C>()
  for (const change of changes) {
    const first = byId.get(change.id)
    byId.set(change.id, first ? { ...change, before: first.before } : change)
  }
  return [...byId.values()].filter(({ before, after }) => !isSame(before, after))
}
