import { readArticle } from '../../importers/read-article'
import type { Article } from '../../model/article'
import type { Result } from '../../model/result'
import type { Command } from '../commands'
import { createProject } from '../create-project'
import { memoryFolder, type MemoryFolder } from '../memory/memory-folder'
import { memoryJournal, type MemoryJournal } from '../memory/memory-journal'
import { openStore, type StorePorts } from '../open-store'
import type { Folder, Journal } from '../ports'
import type { Blindable } from '../blind-store'
import type { NewEntry } from '../registry-commands'

export const root = 'talks'
export const texts = [
  'Ada Quill met Zoë 🙂 in Dalmere.\n\n“We will talk,” she said.',
  'Nobody spoke to Ada Quill.',
] as const
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export function articleFrom(text: string): Article {
  return valueOf(readArticle({ name: 'talks.txt', bytes: bytesOf(text) })).article
}

/** The value, for a test in which there must be one. */
export function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

let ticks = 0
/** Counts ids and seconds, so that no two are alike. */
export const clock = {
  now: () => new Date(Date.UTC(2031, 2, 12, 9, 0, ++ticks)).toISOString(),
  newId: () => `00000000-0000-7000-8000-${String(++ticks).padStart(12, '0')}`,
}

/** The project in `folder`, opened by somebody on a device of theirs. */
export async function open(
  folder: Folder,
  journal: Journal = memoryJournal(),
  name = 'Ada Quill',
  device = 'abcdefghij',
  vault: Folder | null = null,
  more: Partial<StorePorts> = {},
): Promise<Blindable> {
  const me = { annotator: { id: name.toLowerCase().replace(' ', '-'), name }, device }
  return valueOf(await openStore({ folder, root, journal, vault, me, clock, lookEvery: 5, ...more }))
}

/** An empty project in memory. */
export async function emptyProject(): Promise<MemoryFolder> {
  const folder = memoryFolder()
  const stamp = { id: 'talkstalkstalkst', name: 'Talks', created: '2031-03-12T09:00:00Z' }
  valueOf(await createProject(folder, root, stamp))
  return folder
}

export interface Talks {
  readonly folder: MemoryFolder
  readonly journal: MemoryJournal
  readonly store: Blindable
  /** Ids, in the order of `texts`. */
  readonly articles: readonly [string, string]
}

/** A project in memory with the two articles of `texts`, opened by Ada Quill. */
export async function talks(): Promise<Talks> {
  const folder = await emptyProject()
  const journal = memoryJournal()
  const store = await open(folder, journal)
  const [first, second] = texts.map(articleFrom)
  for (const [i, article] of [first!, second!].entries())
    valueOf(await store.addArticle(article, { bytes: bytesOf(texts[i]!), extension: 'txt' }))
  return { folder, journal, store, articles: [first!.id, second!.id] }
}

export const tag = (article: string, start: number, end: number, label = 'actor'): Command => ({
  do: 'annotate',
  article,
  spans: [{ start, end }],
  label,
})

/** An actor to be added. */
export const actor = (name: string): Extract<NewEntry, { is: 'actor' }> => ({
  is: 'actor',
  name,
  aliases: [],
  kind: 'person',
  country: null,
  roles: [],
})
