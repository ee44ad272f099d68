import type { RegistryRecord } from '../../../data/model/records'
import type { ListedArticle } from '../../../data/store/views'
import { Registry } from '../../../data/model/registry'
import { fold } from '../../../data/text/fold'
import { Names } from '../../../data/text/fuzzy'
import { commandGroups, type WindowCommand } from '../window-command'

/** Something that can be chosen in the palette. */
export type Entry = Readonly<
  | { is: 'command'; id: string; name: string; command: WindowCommand }
  | { is: 'article'; id: string; name: string; outlet: string | null; published: string | null }
  /** `names`: all that it is called, its own name first. */
  | { is: 'actor'; id: string; name: string; names: readonly string[] }
  | { is: 'position'; id: string; name: string; names: readonly string[]; issue: string | null }
>

/** An entry as it is shown: by which of its names it was found, and whether it can be chosen now. */
export interface Row {
  readonly entry: Entry
  /** Another of its names, by which it was found; `null` when it was found by its own. */
  readonly by: string | null
  readonly can: boolean
}

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

export interface Found {
  readonly sections: readonly Section[]
  /** How many more there are than are shown. */
  readonly more: number
}

/** What decides how the entries are shown. */
export interface Situation {
  /** Ids of the commands that can be carried out now. */
  readonly doable: ReadonlySet<string>
  /** Ids of the commands that were carried out from here before, latest first. */
  readonly recent: readonly string[]
}

/** As many as one looks through before typing another letter. */
const SHOWN = 60

const titles: { readonly [Is in Entry['is']]: string } = {
  command: 'Commands',
  article: 'Articles',
  actor: 'Actors',
  position: 'Positions',
}

/** Everything that the palette can find, made ready to be searched. */
export class Entries {
  readonly #all: readonly Entry[]
  #names: Names<Entry> | null = null

  constructor(all: readonly Entry[]) {
    this.#all = all
  }

  /** Makes ready what is searched, which with thousands of articles takes longer than a frame: best before the first letter. */
  prepare(): Names<Entry> {
    this.#names ??= new Names(this.#all, (entry) => ('names' in entry ? entry.names : [entry.name]))
    return this.#names
  }

  /** Without anything typed, all commands, those used last first, or else what can be gone to; else what fits, best first. */
  find(typed: string, situation: Situation): Found {
    return typed.trim() === '' ? this.#first(situation) : this.#fitting(typed, situation)
  }

  #first({ doable, recent }: Situation): Found {
    const commands = this.#all.filter((entry) => entry.is === 'command')
    if (commands.length === 0) {
      const shown = this.#all.slice(0, SHOWN).map((entry) => ({ entry, by: null, can: true }))
      return { sections: byKind(shown), more: this.#all.length - shown.length }
    }
    const row = (entry: Entry): Row => ({ entry, by: null, can: doable.has(entry.id) })
    const last = recent.flatMap((id) => commands.filter((entry) => entry.id === id && doable.has(id)))
    const rest = commands.filter((entry) => doable.has(entry.id) && !last.includes(entry))
    const sections = [
      { title: 'Used last', rows: last.map(row) },
      ...commandGroups.map((group) => ({
        title: group,
        rows: rest.filter((entry) => entry.command.group === group).map(row),
      })),
      { title: 'Not possible now', rows: commands.filter(({ id }) => !doable.has(id)).map(row) },
    ]
    return { sections: sections.filter(({ rows }) => rows.length > 0), more: 0 }
  }

  #fitting(typed: string, { doable }: Situation): Found {
    const { found, all } = this.prepare().search(typed, SHOWN)
    const rows = found.map(({ item: entry, name }) => ({
      entry,
      by: name === entry.name ? null : name,
      can: entry.is !== 'command' || doable.has(entry.id),
    }))
    const not = rows.filter(({ can }) => !can)
    return {
      sections: [
        ...byKind(rows.filter(({ can }) => can)),
        ...(not.length > 0 ? [{ title: 'Not possible now', rows: not }] : []),
      ],
      more: all - found.length,
    }
  }
}

/** Rows under headings, the kind of the best row first. */
function byKind(rows: readonly Row[]): Section[] {
  const kinds = new Map<Entry['is'], Row[]>()
  for (const row of rows) {
    const there = kinds.get(row.entry.is)
    if (there) there.push(row)
    else kinds.set(row.entry.is, [row])
  }
  return [...kinds].map(([is, rows]) => ({ title: titles[is], rows }))
}

export const commandEntry = (command: WindowCommand): Entry => ({
  is: 'command',
  id: command.id,
  name: command.name,
  command,
})

export const articleEntry = ({ summary: { id, title, outlet, published } }: ListedArticle): Entry => ({
  is: 'article',
  id,
  name: title,
  outlet,
  published,
})

/** Actors and positions as entries, each once however many were merged into it; an issue is told beside its positions. */
export function registryEntries(records: readonly RegistryRecord[]): Entry[] {
  const registry = Registry.of(records)
  const namesOf = (id: string) => readOnce(registry.namesOf(id))
  return [
    ...registry.actors.map(({ id, name }): Entry => ({ is: 'actor', id, name, names: namesOf(id) })),
    ...registry.positions.map((position): Entry => ({
      is: 'position',
      id: position.id,
      name: position.answer,
      names: namesOf(position.id),
      issue: registry.issue(position.issue)?.question ?? null,
    })),
  ]
}

/** Names without those that differ from one before them only in case, accents, signs or how their letters are encoded. */
function readOnce(names: readonly string[]): readonly string[] {
  const read = new Set<string>()
  return names.filter((name) => read.size < read.add(fold(name)).size)
}
