import type { RegistryRecord, WorkRecord } from '../../model/records'
import type { Command } from '../commands'
import type { AnyCommand, RegistryCommand } from '../registry-commands'
import { openStore } from '../open-store'
import type { Folder, Journal } from '../ports'
import type { Store } from '../store'
import { actor, clock, tag } from './talks'

/** Something that a person, a computer or another program does; `which` chooses among the things that it can be done to. */
export interface Deed {
  readonly do:
    | 'annotate'
    | 'relabel'
    | 'write-note'
    | 'delete'
    | 'link'
    | 'decide'
    | 'add-entry'
    | 'edit-entry'
    | 'merge-entries'
    | 'everywhere'
    | 'undo'
    | 'redo'
    | 'bring-back'
    | 'flush'
    | 'look'
    | 'journal-fails'
    | 'folder-fails'
    | 'vault-fails'
    | 'go-out-of-reach'
    | 'come-back'
    | 'copy-appears'
    | 'laptop-writes'
    | 'kill'
    | 'close'
    | 'twin-writes'
    | 'damage'
    | 'wait'
  readonly which: number
}

export const me = 'ada-quill'
const spans = [
  [0, 3],
  [4, 9],
  [0, 9],
  [10, 13],
] as const

/** What Ada has open on one of her devices; `null` when the project cannot be opened. */
export async function opened(
  folder: Folder,
  journal: Journal,
  on: string,
  vault: Folder | null,
): Promise<Store | null> {
  const annotator = { id: me, name: 'Ada Quill' }
  const ports = { folder, root: 'talks', journal, vault, clock, lookEvery: 100 }
  const store = await openStore({ ...ports, me: { annotator, device: on } })
  return store.ok ? store.value : null
}

/** What is asked of the registries; `null` when there is no entry to ask it of. */
export function registryCommandFor(
  what: 'add-entry' | 'edit-entry' | 'merge-entries',
  which: number,
  entries: readonly RegistryRecord[],
): RegistryCommand | null {
  const id = entries[which % entries.length]?.id
  if (what === 'add-entry') return { do: what, id: clock.newId(), entry: actor(clock.now()) }
  if (id === undefined) return null
  if (what === 'edit-entry') return { do: what, entry: id, to: actor(clock.now()) }
  const into = entries[(which + 1) % entries.length]!.id
  return { do: what, entries: [id], into }
}

/** A new actor, and its name in the note of a tag on each article that has one: one step. */
export function everywhereFor(tags: readonly (WorkRecord | undefined)[]): AnyCommand {
  const name = clock.now()
  const notes = tags.flatMap((tag): Command[] =>
    tag ? [{ do: 'write-note', article: tag.article, annotation: tag.id, note: name }] : [],
  )
  const added: RegistryCommand = { do: 'add-entry', id: clock.newId(), entry: actor(name) }
  return { do: 'together', as: 'assign-new', commands: [added, ...notes] }
}

/** What is asked for on one of these records; `null` when there is none to ask it of. */
export function commandFor(
  what: Command['do'],
  article: string,
  which: number,
  records: readonly WorkRecord[],
): Command | null {
  const tags = records.filter(({ is }) => is === 'annotation').map(({ id }) => id)
  const annotation = tags[which % tags.length]
  const [start, end] = spans[which % spans.length]!
  if (what === 'annotate') return tag(article, start, end)
  if (annotation === undefined) return null
  if (what === 'relabel') return { do: what, article, annotation, label: which % 2 ? 'actor' : 'position' }
  if (what === 'write-note') return { do: what, article, annotation, note: clock.now() }
  if (what === 'delete') return { do: what, article, annotations: [annotation] }
  const to = tags[(which + 1) % tags.length]!
  if (what === 'decide') {
    const on = (which % 3 === 0 ? [...new Set([annotation, to])] : [annotation]).map((id) => ({
      annotator: me,
      id,
    }))
    const said = { readings: [], links: [], reason: null, note: clock.now() }
    return { do: what, article, action: which % 2 ? 'accept' : 'reject', on, ...said }
  }
  return { do: 'link', article, type: 'cites', from: annotation, to }
}
