import { joinItems, type Items } from '../model/document'
import type { Problem } from '../model/problem'
import type { AnyRecord } from '../model/records'
import type { DocumentKind } from './document-kind'
import { readFileOf, type DocumentFile } from './load-work'
import { inParallel } from './read-files'
import { recoverDocument, type Recovered, type RecoveryPorts } from './recover-document'

/** Others' files that are not as they should be. */
export interface Unread<R> {
  /** Damaged ones, and what was made out of them. */
  readonly recovered: readonly {
    readonly file: string
    readonly annotator: string
    readonly found: Recovered<R>
  }[]
  /** Files that could not be read at all. */
  readonly troubles: readonly Problem[]
}

export interface Others<R> extends Unread<R> {
  /** By annotator. */
  readonly works: ReadonlyMap<string, Items<R>>
}

/**
 * What others made on one article, or in the registries. A damaged document of theirs is made out from its history, the
 * last backup and its whole lines, and is never written: whoever owns it will do that.
 */
export async function readOthers<R extends AnyRecord>(
  ports: RecoveryPorts,
  kind: DocumentKind<R>,
  files: readonly DocumentFile[],
): Promise<Others<R>> {
  const works = new Map<string, Items<R>>()
  const recovered: Others<R>['recovered'][number][] = []
  const troubles: Problem[] = []
  const documents = await inParallel(files, 8, (file) => readFileOf(ports.folder, kind, file))
  for (const [i, document] of documents.entries()) {
    const file = files[i]!
    const take = (items: Items<R>) =>
      works.set(file.annotator, joinItems(works.get(file.annotator) ?? {}, items))
    if (document.ok) take(document.value?.items ?? {})
    else if (document.error.kind === 'damaged-file' || document.error.kind === 'bad-file') {
      const found = await recoverDocument(ports, file.path, kind, file)
      recovered.push({ file: file.path, annotator: file.annotator, found })
      take(found.items)
    } else troubles.push(document.error)
  }
  return { works, recovered, troubles }
}
