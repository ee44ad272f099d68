import type { WorkRecord } from '../../model/records'
import type { Command } from '../commands'
import { openStore } from '../open-store'
import type { Folder, Journal } from '../ports'
import type { Store } from '../store'
import { clock, tag } from './talks'

/** Something that a person, a computer or another program does; `which` chooses among the things that it can be done to. */
export interface Deed {
  readonly do:
    | 'annotate'
    | 'relabel'
    | 'write-note'
    | 'delete'
    | 'link'
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
  return { do: 'link', article, type: 'cites', from: annotation, to }
}
