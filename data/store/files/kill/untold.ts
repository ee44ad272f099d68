import { readdir } from 'node:fs/promises'
import { decodeDocument } from '../../encode-document'
import { decodeSteps } from '../../history-log'
import { workKind } from '../../document-kind'
import { historyBeside } from '../../paths'
import { nodeFolder } from '../node-folder'
import { valueOf } from './open'

/** Every item of every work document that no step of the history beside it has brought. */
export async function untoldIn(root: string): Promise<string[]> {
  const folder = nodeFolder(root)
  const names = await readdir(root, { recursive: true })
  const documents = names.filter((name) => /^work[\\/].*[\\/][a-z2-7]{26}\.json$/.test(name))
  const untold: string[] = []
  for (const name of documents) {
    const path = name.replaceAll('\\', '/')
    const { items } = valueOf(decodeDocument(valueOf(await folder.read(path))!, path, 'work'))
    const history = valueOf(await folder.read(historyBeside(path)))
    const { steps } = decodeSteps(history ?? new Uint8Array(), workKind, path.slice(-31, -5))
    const told = new Set(steps.flatMap((step) => Object.entries(step.items).map(asText)))
    for (const item of Object.entries(items).map(asText)) if (!told.has(item)) untold.push(`${path}: ${item}`)
  }
  return untold
}

const asText = ([id, { rev }]: readonly [string, { readonly rev: readonly [number, string] }]): string =>
  `${id} at ${rev[0]}`
