import { shardOf } from '../model/ids'
import { writersIn, type WorkFile } from './load-work'
import type { Folder } from './ports'
import { inParallel } from './read-files'

/** Everything in the project that says something about one article, as found a moment ago. */
export interface FoundWork {
  /** Everybody's documents, copies that sync programs made among them, by annotator, device and path. */
  readonly documents: readonly WorkFile[]
  /** Everybody's histories, likewise. */
  readonly histories: readonly WorkFile[]
}

/**
 * Looks where everybody's files on one article lie. Costs a look for each person, not for each file, however many
 * articles there are. A file belongs to the article whose id its name begins with: sync programs that find two
 * versions of a file keep the other one beside it, and each calls it differently ("<id>.sync-conflict-…json",
 * "<id> (Anna's conflicted copy …).json", "<id>-LAPTOP.json").
 */
export async function findWork(folder: Folder, article: string): Promise<FoundWork> {
  const places = await writersIn(folder)
  const found = await inParallel(places, 16, async ({ base, annotator, device }) => {
    const shard = `${base}/${shardOf(article)}`
    const names = await folder.list(shard)
    if (!names.ok) return []
    return names.value
      .filter((name) => name.toLowerCase().startsWith(article) && !name.endsWith('/'))
      .map((name) => ({ path: `${shard}/${name}`, annotator, device, article }))
  })
  const files = found.flat()
  return {
    documents: files.filter(({ path }) => path.toLowerCase().includes('.json')),
    histories: files.filter(({ path }) => path.toLowerCase().includes('.log')),
  }
}
