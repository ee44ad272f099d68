import { joinItems, type Items } from '../model/document'
import type { Problem } from '../model/problem'
import type { WorkRecord } from '../model/records'
import { readWork, type WorkFile } from './load-work'
import { inParallel } from './read-files'
import { recoverWork, type Recovered, type RecoveryPorts } from './recover-work'

export interface Others {
  /** By annotator. */
  readonly works: ReadonlyMap<string, Items<WorkRecord>>
  readonly recovered: readonly {
    readonly file: string
    readonly annotator: string
    readonly found: Recovered
  }[]
  /** Files that could not be read at all. */
  readonly troubles: readonly Problem[]
}

/**
 * What others made on one article. A damaged document of theirs is made out from its history, the last backup and its
 * whole lines, and is never written: whoever owns it will do that.
 */
export async function readOthers(ports: RecoveryPorts, files: readonly WorkFile[]): Promise<Others> {
  const works = new Map<string, Items<WorkRecord>>()
  const recovered: Others['recovered'][number][] = []
  const troubles: Problem[] = []
  const documents = await inParallel(files, 8, (file) => readWork(ports.folder, file))
  for (const [i, document] of documents.entries()) {
    const file = files[i]!
    const take = (items: Items<WorkRecord>) =>
      works.set(file.annotator, joinItems(works.get(file.annotator) ?? {}, items))
    if (document.ok) take(document.value?.items ?? {})
    else if (document.error.kind === 'damaged-file' || document.error.kind === 'bad-file') {
      const found = await recoverWork(ports, file.path, file)
      recovered.push({ file: file.path, annotator: file.annotator, found })
      take(found.items)
    } else troubles.push(document.error)
  }
  return { works, recovered, troubles }
}
