import { shardOf } from '../model/ids'
import { writersIn, type DocumentFile, type Writer } from './load-work'
import type { Folder } from './ports'
import { inParallel } from './read-files'

/** Everything in the project that says something about one article, or the registries, as found a moment ago. */
export interface FoundWork<A extends string | null> {
  /** Everybody's documents, copies that sync programs made among them, by annotator, device and path. */
  readonly documents: readonly DocumentFile<A>[]
  /** Everybody's histories, likewise. */
  readonly histories: readonly DocumentFile<A>[]
}

/** Looks where everybody's files on an article lie, or with `null` the registries. */
export type FindWork = <A extends string | null>(article: A) => Promise<FoundWork<A>>

/**
 * Looks where everybody's files on one article lie. Costs a look for each person, not for each file, however many
 * articles there are. A file belongs to the article whose id its name begins with: sync programs that find two
 * versions of a file keep the other one beside it, and each calls it differently ("<id>.sync-conflict-…json",
 * "<id> (Anna's conflicted copy …).json", "<id>-LAPTOP.json"). `null` looks for registries.
 */
export const findWork: <A extends string | null>(folder: Folder, article: A) => Promise<FoundWork<A>> = (
  folder,
  article,
) => findingOnce(folder)(article)

/**
 * The same for many articles, one after the other: each folder is listed once, however many of them have files there.
 * What comes after that is not seen, so it is for one step and not to be kept.
 */
export function findingOnce(folder: Folder): FindWork {
  let writers: Promise<readonly Writer[]> | null = null
  const listed = new Map<string, ReturnType<Folder['list']>>()
  const namesIn = (place: string) => {
    const names = listed.get(place) ?? folder.list(place)
    listed.set(place, names)
    return names
  }
  return (article) => foundIn((writers ??= writersIn(folder)), namesIn, article)
}

async function foundIn<A extends string | null>(
  writers: Promise<readonly Writer[]>,
  namesIn: Folder['list'],
  article: A,
): Promise<FoundWork<A>> {
  const found = await inParallel(await writers, 16, async ({ base, annotator, device }) => {
    const place = article === null ? base : `${base}/${shardOf(article)}`
    const names = await namesIn(place)
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
