import { fold } from '../text/fold'
import type { Actor, Issue, Position, RegistryRecord } from './records'

export type Role = Actor['roles'][number]

/** Two entries that may be one: the older, by when it was made, stands first. */
export interface Alike {
  readonly of: RegistryRecord
  readonly other: RegistryRecord
  /** What both are called, as the older has it. */
  readonly name: string
}

/**
 * Actors, issues and positions, read with their merges: a record that was merged into another counts as what that one
 * counts as, and keeps what it is. Merges that two people made at once can go round in a circle: all in it count as the one
 * with the smallest id. One that was merged into what is not there, or into another kind of entry, stands for itself.
 * Nothing here depends on the order of the records.
 */
export class Registry {
  readonly #records: ReadonlyMap<string, RegistryRecord>
  /** What each record counts as. */
  readonly #roots: ReadonlyMap<string, RegistryRecord>

  /** The same registry for the same array. */
  static of(records: readonly RegistryRecord[]): Registry {
    const known = registries.get(records)
    if (known) return known
    const registry = new Registry(records)
    registries.set(records, registry)
    return registry
  }

  private constructor(records: readonly RegistryRecord[]) {
    this.#records = new Map(records.map((record) => [record.id, record]))
    this.#roots = rootsOf(this.#records)
  }

  /** What tags that mean `id` count as; `undefined` when the registries do not have it. */
  get(id: string | null | undefined): RegistryRecord | undefined {
    return id == null ? undefined : this.#roots.get(id)
  }

  /** The record with that id, whatever it was merged into. */
  raw(id: string): RegistryRecord | undefined {
    return this.#records.get(id)
  }

  actor(id: string | null | undefined): Actor | undefined {
    const record = this.get(id)
    return record?.is === 'actor' ? record : undefined
  }

  issue(id: string | null | undefined): Issue | undefined {
    const record = this.get(id)
    return record?.is === 'issue' ? record : undefined
  }

  position(id: string | null | undefined): Position | undefined {
    const record = this.get(id)
    return record?.is === 'position' ? record : undefined
  }

  /** The id under which everything about `id` is gathered: its own, where the registries do not have it. */
  countsAs(id: string): string {
    return this.#roots.get(id)?.id ?? id
  }

  /** The ids of all that count as what `id` counts as: that one first, then by id. */
  groupOf(id: string): readonly string[] {
    const root = this.countsAs(id)
    return [root, ...(this.#merged().get(root) ?? [])]
  }

  /** The records that were merged into what `id` counts as, directly or not, by id. */
  mergedInto(id: string): readonly RegistryRecord[] {
    return this.groupOf(id)
      .slice(1)
      .flatMap((each) => this.#records.get(each) ?? [])
  }

  /** Actors that stand for themselves, by name. */
  get actors(): readonly Actor[] {
    return this.#sorted().actors
  }

  /** Issues that stand for themselves, by their questions. */
  get issues(): readonly Issue[] {
    return this.#sorted().issues
  }

  /** Positions that stand for themselves, by their answers. */
  get positions(): readonly Position[] {
    return this.#sorted().positions
  }

  /** What it is called: its own name first, then its aliases, then the same of all that was merged into it; none twice. */
  namesOf(id: string): readonly string[] {
    const records = this.groupOf(id).flatMap((each) => this.#records.get(each) ?? [])
    return [...new Set(records.flatMap((record) => [entryName(record), ...aliasesOf(record)]))]
  }

  /**
   * The role that the actor has on a day, month or year (ISO 8601, or the beginning of it); without one, the role that it
   * has last. Of several the one that began last. What was merged into it is asked when its own roles have none.
   */
  roleOf(id: string, date: string | null = null): Role | null {
    for (const each of this.groupOf(id)) {
      const record = this.#records.get(each)
      const role = record?.is === 'actor' ? roleAt(record.roles, date) : null
      if (role) return role
    }
    return null
  }

  /** The positions that answer an issue, by their answers. */
  positionsOf(issue: string): readonly Position[] {
    return this.#answers().get(this.countsAs(issue)) ?? []
  }

  /** The positions that cannot be held together with this one, whichever names the other, by their answers. */
  opponentsOf(position: string): readonly Position[] {
    const found = this.#opponents().get(this.countsAs(position)) ?? new Set()
    return this.positions.filter(({ id }) => found.has(id))
  }

  /**
   * Entries of one kind that stand for themselves and are called the same, whatever the case, accents and signs: the own
   * name of one is a name or an alias of the other. Aliases alone say nothing, since many are "the minister". Positions have
   * to answer one issue. Of several that are called the same, each is held against the oldest. Two that somebody said are
   * not the same, of them or of what was merged into them, are not among them. By name.
   */
  perhapsTheSame(): readonly Alike[] {
    return (this.#kept.alike ??= alikeIn(this))
  }

  /** Whether somebody said of two that stand for themselves, or of what was merged into them, that they are not the same. */
  areApart(id: string, other: string): boolean {
    const names = (a: string, b: string) =>
      this.groupOf(a).some((each) => this.#records.get(each)?.notSame?.some((to) => this.countsAs(to) === b))
    return names(id, other) || names(other, id)
  }

  // What follows is made when it is first asked for.
  readonly #kept: {
    merged?: ReadonlyMap<string, readonly string[]>
    sorted?: Sorted
    answers?: ReadonlyMap<string, readonly Position[]>
    opponents?: ReadonlyMap<string, ReadonlySet<string>>
    alike?: readonly Alike[]
  } = {}

  #merged(): ReadonlyMap<string, readonly string[]> {
    if (this.#kept.merged) return this.#kept.merged
    const merged = new Map<string, string[]>()
    for (const [id, root] of this.#roots) if (id !== root.id) push(merged, root.id, id)
    for (const ids of merged.values()) ids.sort()
    return (this.#kept.merged = merged)
  }

  #sorted(): Sorted {
    if (this.#kept.sorted) return this.#kept.sorted
    const roots = [...this.#records.values()]
      .filter((record) => this.#roots.get(record.id) === record)
      .toSorted(byName)
    return (this.#kept.sorted = {
      actors: roots.filter((record) => record.is === 'actor'),
      issues: roots.filter((record) => record.is === 'issue'),
      positions: roots.filter((record) => record.is === 'position'),
    })
  }

  #answers(): ReadonlyMap<string, readonly Position[]> {
    if (this.#kept.answers) return this.#kept.answers
    const answers = new Map<string, Position[]>()
    for (const position of this.positions) push(answers, this.countsAs(position.issue), position)
    return (this.#kept.answers = answers)
  }

  #opponents(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#kept.opponents) return this.#kept.opponents
    const opponents = new Map<string, Set<string>>()
    const add = (a: string, b: string) => opponents.set(a, (opponents.get(a) ?? new Set()).add(b))
    for (const record of this.#records.values())
      for (const named of record.is === 'position' ? (record.opposes ?? []) : []) {
        const [a, b] = [this.countsAs(record.id), this.position(named)?.id]
        if (b === undefined || a === b) continue
        add(a, b)
        add(b, a)
      }
    return (this.#kept.opponents = opponents)
  }
}

interface Sorted {
  readonly actors: readonly Actor[]
  readonly issues: readonly Issue[]
  readonly positions: readonly Position[]
}

const registries = new WeakMap<readonly RegistryRecord[], Registry>()

/** An actor's name, an issue's question, a position's answer. */
export function entryName(record: RegistryRecord): string {
  switch (record.is) {
    case 'actor':
      return record.name
    case 'issue':
      return record.question
    case 'position':
      return record.answer
  }
}

export const aliasesOf = (record: RegistryRecord): readonly string[] =>
  record.is === 'actor' ? record.aliases : []

/** Follows every `into` to its end, each once. */
function rootsOf(records: ReadonlyMap<string, RegistryRecord>): ReadonlyMap<string, RegistryRecord> {
  const roots = new Map<string, RegistryRecord>()
  for (const start of records.values()) {
    const path: RegistryRecord[] = []
    const at = new Map<string, number>()
    let record = start
    while (!roots.has(record.id) && !at.has(record.id)) {
      at.set(record.id, path.length)
      path.push(record)
      const next = record.into === undefined ? undefined : records.get(record.into)
      if (next?.is === record.is) record = next
    }
    // Whoever points nowhere has come back to itself, which is the smallest of circles.
    const root = roots.get(record.id) ?? path.slice(at.get(record.id)).reduce((a, b) => (a.id < b.id ? a : b))
    for (const { id } of path) roots.set(id, root)
  }
  return roots
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

const foldedNames = new WeakMap<RegistryRecord, readonly string[]>()

/** The name and the aliases as names are compared. Records that stay the same are folded once. */
function foldsOf(record: RegistryRecord): readonly string[] {
  let folded = foldedNames.get(record)
  if (!folded) foldedNames.set(record, (folded = [entryName(record), ...aliasesOf(record)].map(fold)))
  return folded
}

const foldedName = (record: RegistryRecord): string => foldsOf(record)[0] ?? ''

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byName = (a: RegistryRecord, b: RegistryRecord): number =>
  compare(foldedName(a), foldedName(b)) || compare(a.id, b.id)

const byAge = (a: RegistryRecord, b: RegistryRecord): number =>
  compare(a.created, b.created) || compare(a.id, b.id)

/** Two dates of which one may be only a month or a year: as far as both go. */
function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  return compare(a.slice(0, length), b.slice(0, length))
}

function roleAt(roles: readonly Role[], date: string | null): Role | null {
  const [last] = roles
    .filter(
      ({ from, to }) =>
        date === null ||
        ((from === null || compareDates(from, date) <= 0) && (to === null || compareDates(date, to) <= 0)),
    )
    .toSorted(
      (a, b) =>
        compare(b.from ?? '', a.from ?? '') || compare(b.to ?? '~', a.to ?? '~') || compare(a.title, b.title),
    )
  return last ?? null
}

function alikeIn(registry: Registry): readonly Alike[] {
  const own = new Map<string, RegistryRecord[]>()
  const also = new Map<string, RegistryRecord[]>()
  for (const record of [...registry.actors, ...registry.issues, ...registry.positions]) {
    const among = record.is === 'position' ? registry.countsAs(record.issue) : ''
    const key = (folded: string) => `${record.is} ${among} ${folded}`
    const name = foldedName(record)
    // A name that is all signs folds to nothing, and is like no other.
    if (name !== '') push(own, key(name), record)
    const names = new Set([record, ...registry.mergedInto(record.id)].flatMap(foldsOf))
    for (const alias of names) if (alias !== '' && alias !== name) push(also, key(alias), record)
  }
  const found = new Map<string, Alike>()
  for (const [key, named] of own) {
    const oldest = named.toSorted(byAge)
    for (const record of [...named, ...(also.get(key) ?? [])]) {
      if (record === oldest[0]) continue
      const first = oldest.find((each) => each !== record && !registry.areApart(each.id, record.id))
      const [of, other] = first ? [first, record].toSorted(byAge) : []
      if (first && of && other) found.set(`${of.id} ${other.id}`, { of, other, name: entryName(first) })
    }
  }
  return [...found.values()].toSorted((a, b) => byName(a.of, b.of) || byName(a.other, b.other))
}
