import type { WorkHeader } from '../model/document'
import { decodeSteps, encodeSteps } from './history-log'
import { sealLine } from './sealed-lines'
import { paths } from './paths'
import type { Folder } from './ports'
import { setAside } from './set-aside'

/**
 * Adds to my history the steps that only a sync program's copies of it have, and puts the copies away. One that cannot
 * be kept aside stays where it is, and is read with the history as before.
 */
export async function mergeHistories(
  { folder, vault }: { readonly folder: Folder; readonly vault: Folder | null },
  header: Pick<WorkHeader, 'annotator' | 'device' | 'article'>,
  copies: readonly string[],
): Promise<void> {
  const path = paths.history(header.annotator, header.device, header.article)
  for (const copy of copies) {
    const [mine, theirs] = [await folder.read(path), await folder.read(copy)]
    if (!mine.ok || !theirs.ok || !theirs.value) continue
    const known = new Set(decodeSteps(mine.value ?? new Uint8Array(), header.article).steps.map(sealLine))
    const news = decodeSteps(theirs.value, header.article).steps.filter((step) => !known.has(sealLine(step)))
    const added = news.length === 0 || (await folder.append(path, encodeSteps(news))).ok
    const aside = added ? await setAside(vault, 'copies', header, theirs.value) : null
    if (aside?.ok && aside.value !== null) await folder.remove(copy)
  }
}
