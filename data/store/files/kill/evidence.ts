import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeProcesses } from '../processes'

/** What lay on the disk between a kill and the replaying of the journal. */
export interface Scene {
  /** The files of the journal and of the project's work by path, as text. */
  readonly files: ReadonlyMap<string, string>
  /** For each file of the journal, whether the program that wrote it was believed to run. */
  readonly writers: ReadonlyMap<string, string>
}

/** Takes down the scene in `folder`, where the project and the journal lie beside each other. */
export async function sceneIn(folder: string): Promise<Scene> {
  const files = new Map<string, string>()
  const writers = new Map<string, string>()
  for (const place of ['journal', join('project', 'work')])
    for (const entry of await readdirIfThere(join(folder, place))) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      files.set(path.slice(folder.length + 1), await readFile(path, 'utf8'))
      const mark = /\.(\d+-[0-9a-z]+)\.ndjson$/.exec(entry.name)?.[1]
      if (mark !== undefined) writers.set(path.slice(folder.length + 1), nodeProcesses.stateOf(mark))
    }
  return { files, writers }
}

/** Every place of the scene that names a record, with its revisions there, and every file of the journal. */
export function evidenceOf(id: string, { files, writers }: Scene): string[] {
  return [...files].flatMap(([path, text]) => {
    const revisions = text.split('\n').flatMap((line) => revisionsIn(line, id))
    const writer = writers.get(path)
    if (writer === undefined && revisions.length === 0) return []
    const written = writer === undefined ? '' : `, ${text.length} characters, its writer ${writer}`
    return [`${path}${written}: ${revisions.length > 0 ? revisions.join(' ') : 'nothing of it'}`]
  })
}

/** As `[12,"abcdefghij"]`, with `gone` behind it where the record is deleted. */
const revisionsIn = (line: string, id: string): string[] => {
  const at = line.indexOf(`"${id}":{"re`)
  if (at < 0) return []
  const rev = /"rev":(\[\d+,"[a-z2-7]{10}"\])/.exec(line.slice(at))?.[1]
  const isGone = /^"[^"]+":\{("rev":[^\]]+\],)?"record":null/.test(line.slice(at))
  return [`${rev ?? 'no revision'}${isGone ? ' gone' : ''}`]
}

async function readdirIfThere(path: string) {
  try {
    return await readdir(path, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
}
