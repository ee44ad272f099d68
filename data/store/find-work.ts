import { shardOf } from '../model/ids'
import { writersIn, type DocumentFile } from './load-work'
import type { Folder } from './ports'
import { inParallel } from './read-files'

/** Everything in the project that says something about one article, or the registries, as found a moment ago. */
export interface FoundWork<A extends string | null> {
  /** Everybody's documents, copies that sync programs made among them, by annotator, device and path. */
  readonly documents: readonly DocumentFile<A>[]
  /** Everybody's histories, likewise. */
  readonly histories: readonly DocumentFile<A>[]
}

/**
 * Looks where everybody's files on one article lie. Costs a look for each person, not for each file, however many
 * articles there are. A file belongs to the article whose id its name begins with: sync programs that find two
 * versions of a file keep the other one beside it, and each calls it differently ("<id>.sync-conflict-…json",
 * "<id> (Anna's conflicted copy …).json", "<id>-LAPTOP.json"). `null` looks for registries.
 */
export async function findWork<A extends string | null>(folder: Folder, article: A): Promise<FoundWork<A>> {
  const places = await writersIn(folder)
  const found = await inParallel(places, 16, async ({ base, annotator, device }) => {
    const place = article === null ? base : `${base}/${shardOf(article)}`
    const names = await folder.list(place)
    if (!names.ok) return []
    return names.value
      .filter((name) => name.toLowerCase().startsWith(article ?? 'registry') && !name.endsWith('/'))
      .map((name) => ({ path: `${place}/${name}`, annotator, device, article }))
  })
  const files = found.flat()
  return {
    documents: files.filter(({ path }) => path.toLowerCase().includes('.json')),
    histories: files.filter(({ path }) => path.toLowerCase().includes('.log')),
  }
}
