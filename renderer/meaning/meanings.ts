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

/** As long as nothing is known of what entries were called. */
export const nothingLearnt: LearntNames = { version: -1, entries: {} }

/** What tags that mean an entry stand on, the commonest first, and how many of them. */
type Called = LearntNames['entries'][string]

/**
 * The actors or the positions of a project made ready to be chosen from: by their names and aliases, and by what tags that
 * mean them stand on. Made once for the same registries and the same learnt words, and not for each key press.
 */
export class Meanings {
  readonly entries: readonly Entry[]
  readonly #names: Names<Entry>
  /** By the id of an entry, of itself and of what was merged into it. */
  readonly #said = new Map<string, Said[]>()

  static of(records: readonly RegistryRecord[], learnt: LearntNames, kind: Kind): Meanings {
    const last = made.get(kind)
    if (last?.records === records && last.learnt === learnt) return last.meanings
    const meanings = new Meanings(records, learnt, kind)
    made.set(kind, { records, learnt, meanings })
    return meanings
  }

  private constructor(records: readonly RegistryRecord[], learnt: LearntNames, kind: Kind) {
    const registry = Registry.of(records)
    this.entries = kind === 'actor' ? registry.actors : registry.positions
    for (const [id, called] of Object.entries(learnt.entries)) {
      const root = registry.get(id)
      if (root?.is !== kind) continue
      const known = this.#said.get(root.id)
      if (known) known.push(saidFrom(called))
      else this.#said.set(root.id, [saidFrom(called)])
    }
    this.#names = new Names(this.entries, ({ id }) => [
      ...registry.namesOf(id),
      ...(this.#said.get(id)?.flatMap(({ names }) => names) ?? []),
    ])
  }

  /** Those that fit what was typed, best first, each with the name that fits. */
  find(typed: string, limit: number): readonly Found<Entry>[] {
    return this.#names.find(typed, limit)
  }

  /** Those that these words have meant, the commonest first, then those that are named so. */
  called(words: string): readonly Entry[] {
    const sought = fold(words)
    if (sought === '') return []
    const isNamed = new Set(this.#names.called(words))
    const times = new Map<Entry, number>()
    for (const entry of this.entries) {
      const tags = this.#said.get(entry.id)?.reduce((sum, said) => sum + timesOf(said, sought), 0) ?? 0
      if (tags > 0 || isNamed.has(entry)) times.set(entry, tags)
    }
    return [...times].toSorted(([, a], [, b]) => b - a).map(([entry]) => entry)
  }

  /** How many tags are known to mean it. */
  tagsOf(id: string): number {
    return this.#said.get(id)?.reduce((sum, { tags }) => sum + tags, 0) ?? 0
  }
}

/** Words of tags that mean one entry, made ready. */
interface Said {
  readonly tags: number
  /** All of them, folded, and how many tags stand on each. */
  readonly words: readonly (readonly [folded: string, tags: number])[]
  /** Those by which it can be found. */
  readonly names: readonly string[]
}

const timesOf = ({ words }: Said, sought: string): number =>
  words.reduce((sum, [folded, tags]) => (folded === sought ? sum + tags : sum), 0)

/** One more tag changes what one entry was called; what was made ready of the others is used again. */
const ready = new WeakMap<Called, Said>()

/** The words of an entry made ready to be sought; quick for a list that was made ready before. */
export function saidFrom(called: Called): Said {
  const before = ready.get(called)
  if (before) return before
  const said: Said = {
    tags: called.reduce((sum, [, tags]) => sum + tags, 0),
    words: called.map(([name, tags]) => [foldedName(name), tags] as const),
    names: called
      .map(([name]) => name)
      .filter((name) => !saysNobodyByItself(name))
      .slice(0, LEARNT),
  }
  ready.set(called, said)
  return said
}

const made = new Map<
  Kind,
  { readonly records: readonly RegistryRecord[]; readonly learnt: LearntNames; readonly meanings: Meanings }
>()
