import type { DocumentHeader } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { DocumentKind } from './document-kind'
import { decodeSteps, encodeSteps } from './history-log'
import { sealLine } from './sealed-lines'
import { paths } from './paths'
import type { Folder } from './ports'
import { setAside } from './set-aside'

/**
 * Adds to my history the steps that only a sync program's copies of it have, and puts the copies away. One that cannot
 * be kept aside stays where it is, and is read with the history as before.
 */
export async function mergeHistories<R extends AnyRecord>(
  { folder, vault }: { readonly folder: Folder; readonly vault: Folder | null },
  kind: DocumentKind<R>,
  header: Pick<DocumentHeader, 'annotator' | 'device' | 'article'>,
  copies: readonly string[],
): Promise<void> {
  const path = paths.history(header.annotator, header.device, header.article)
  for (const copy of copies) {
    const [mine, theirs] = [await folder.read(path), await folder.read(copy)]
    if (!mine.ok || !theirs.ok || !theirs.value) continue
    const stepsIn = (bytes: Uint8Array) => decodeSteps(bytes, kind, header.article).steps
    const known = new Set(stepsIn(mine.value ?? new Uint8Array()).map(sealLine))
    const news = stepsIn(theirs.value).filter((step) => !known.has(sealLine(step)))
    const added = news.length === 0 || (await folder.append(path, encodeSteps(news))).ok
    const aside = added ? await setAside(vault, 'copies', header, theirs.value) : null
    if (aside?.ok && aside.value !== null) await folder.remove(copy)
  }
}
