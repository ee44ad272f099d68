import type { Actor, Position, RegistryRecord } from '../../data/model/records'
import { Registry } from '../../data/model/registry'
import type { LearntNames } from '../../data/record/evidence'
import { fold } from '../../data/text/fold'
import { foldedName, Names, type Found } from '../../data/text/fuzzy'
import { saysNobodyByItself } from './pronouns'

export type Kind = 'actor' | 'position'
/** What tags mean, and stands for itself. */
export type Entry = Actor | Position

/** Learnt words of one entry by which it can be found; the commonest. */
const LEARNT = 8

/**
 * The actors or the positions of a project made ready to be chosen from: by their names and aliases, and by what tags that
 * mean them stand on. Made once for the same registries and the same learnt words, and not for each key press.
 */
export class Meanings {
  readonly entries: readonly Entry[]
  readonly #names: Names<Entry>
  /** By folded words: who was called so, and how often. */
  readonly #called = new Map<string, Map<string, number>>()
  readonly #tags = new Map<string, number>()
  readonly #registry: Registry

  static of(records: readonly RegistryRecord[], learnt: LearntNames, kind: Kind): Meanings {
    const last = made.get(kind)
    if (last?.records === records && last.learnt === learnt) return last.meanings
    const meanings = new Meanings(records, learnt, kind)
    made.set(kind, { records, learnt, meanings })
    return meanings
  }

  private constructor(records: readonly RegistryRecord[], learnt: LearntNames, kind: Kind) {
    const registry = Registry.of(records)
    this.#registry = registry
    this.entries = kind === 'actor' ? registry.actors : registry.positions
    const words = new Map<string, string[]>()
    for (const [id, called] of Object.entries(learnt.entries)) {
      const root = registry.get(id)
      if (root?.is !== kind) continue
      for (const [name, tags] of called) {
        this.#tags.set(root.id, (this.#tags.get(root.id) ?? 0) + tags)
        this.#call(foldedName(name), root.id, tags)
      }
      const own = called.map(([name]) => name).filter((name) => !saysNobodyByItself(name))
      words.set(root.id, [...(words.get(root.id) ?? []), ...own.slice(0, LEARNT)])
    }
    for (const { id } of this.entries)
      for (const name of registry.namesOf(id)) this.#call(foldedName(name), id, 0)
    this.#names = new Names(this.entries, ({ id }) => [...registry.namesOf(id), ...(words.get(id) ?? [])])
  }

  #call(words: string, id: string, tags: number): void {
    if (words === '') return
    const who = this.#called.get(words) ?? new Map<string, number>()
    who.set(id, (who.get(id) ?? 0) + tags)
    this.#called.set(words, who)
  }

  /** Those that fit what was typed, best first, each with the name that fits. */
  find(typed: string, limit: number): readonly Found<Entry>[] {
    return this.#names.find(typed, limit)
  }

  /** Those that these words have meant, the commonest first, then those that are named so. */
  called(words: string): readonly Entry[] {
    const who = [...(this.#called.get(fold(words)) ?? [])].toSorted(([, a], [, b]) => b - a)
    return who.flatMap(([id]) => {
      const record = this.#registry.get(id)
      return record?.is === 'actor' || record?.is === 'position' ? record : []
    })
  }

  /** How many tags are known to mean it. */
  tagsOf(id: string): number {
    return this.#tags.get(id) ?? 0
  }
}

const made = new Map<
  Kind,
  { readonly records: readonly RegistryRecord[]; readonly learnt: LearntNames; readonly meanings: Meanings }
>()
