import { readdir } from 'node:fs/promises'
import { registryKind, workKind, type DocumentKind } from '../../document-kind'
import { decodeSteps } from '../../history-log'
import { historyBeside } from '../../paths'
import type { AnyRecord } from '../../../model/records'
import type { Folder } from '../../ports'
import { nodeFolder } from '../node-folder'
import { valueOf } from './open'

/** Every item of every document that no step of the history beside it has brought. */
export async function untoldIn(root: string): Promise<string[]> {
  const folder = nodeFolder(root)
  const names = (await readdir(root, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
  const untold: string[] = []
  for (const path of names) {
    if (/^work\/.*\/[a-z2-7]{26}\.json$/.test(path))
      untold.push(...(await untoldAt(folder, path, workKind, path.slice(-31, -5))))
    if (/^work\/.*\/registry\.json$/.test(path))
      untold.push(...(await untoldAt(folder, path, registryKind, null)))
  }
  return untold
}

async function untoldAt<R extends AnyRecord>(
  folder: Folder,
  path: string,
  kind: DocumentKind<R>,
  article: string | null,
): Promise<string[]> {
  const { items } = valueOf(kind.read(valueOf(await folder.read(path))!, path)).document
  const history = valueOf(await folder.read(historyBeside(path)))
  const { steps } = decodeSteps(history ?? new Uint8Array(), kind, article)
  const told = new Set(steps.flatMap((step) => Object.entries(step.items).map(asText)))
  return Object.entries(items).flatMap((item) => (told.has(asText(item)) ? [] : `${path}: ${asText(item)}`))
}

const asText = ([id, { rev }]: readonly [string, { readonly rev: readonly [number, string] }]): string =>
  `${id} at ${rev[0]}`
