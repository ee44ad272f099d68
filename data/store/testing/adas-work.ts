import { memoryFolder, type MemoryFolder } from '../memory/memory-folder'
import { memoryJournal } from '../memory/memory-journal'
import { paths } from '../paths'
import type { Store } from '../store'
import { open, tag, talks, valueOf } from './talks'

export const device = 'abcdefghij'
export const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

/** Ada has tagged words of the first article, and the program has ended. */
export async function adasWork(tags: readonly (readonly [number, number])[]) {
  const { folder, store, articles } = await talks()
  for (const [start, end] of tags) valueOf(await store.carryOut(tag(articles[0], start, end)))
  await store.close()
  const [article] = articles
  return {
    folder,
    article,
    path: paths.work('ada-quill', device, article),
    history: paths.history('ada-quill', device, article),
    vault: memoryFolder(),
  }
}

/** The project opened anew, with nothing left in a journal. */
export const reopen = (
  folder: MemoryFolder,
  vault: MemoryFolder | null,
  name = 'Ada Quill',
  on = device,
): Promise<Store> => open(folder, memoryJournal(), name, on, vault)

/** The words that somebody has tagged, by the alphabet. */
export const quotesOf = async (store: Store, article: string, annotator = 'ada-quill') =>
  valueOf(await store.openArticle(article))
    .sets.find((set) => set.annotator === annotator)
    ?.records.flatMap((record) => (record.is === 'annotation' ? record.target[0]!.quote : []))
    .toSorted()
