import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Problem } from '../../../data/model/problem'
import { whyOf } from '../../../data/store/files/system-error'

/** A file to import. `name` is what people see: its own name, after those of the folders it was found in. */
export interface FoundFile {
  readonly name: string
  readonly path: string
}

/** A folder or file that could not be looked into. */
export interface Hidden {
  readonly name: string
  readonly problem: Problem
}

const deepest = 32
const byName = new Intl.Collator(undefined, { numeric: true })

/**
 * The files behind paths that the user chose, folders with all that is in them, in the order given and then by
 * name, "2" before "10". Below a chosen folder, what is hidden, a symbolic link, or no file is passed over, and so
 * is what lies deeper than 32 folders. A folder that is a Parley project is named and not looked into.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile | Hidden> {
  for (const path of paths) {
    const name = basename(path)
    try {
      const entry = await stat(path)
      if (entry.isDirectory()) yield* below({ name, path }, 1)
      else if (entry.isFile()) yield { name, path }
      else yield { name, problem: { kind: 'unreadable-file', file: name, why: 'it is not a file' } }
    } catch (error) {
      yield hidden(name, error)
    }
  }
}

async function* below(folder: FoundFile, depth: number): AsyncGenerator<FoundFile | Hidden> {
  let names: string[]
  try {
    names = await readdir(folder.path)
  } catch (error) {
    return yield hidden(folder.name, error)
  }
  if (names.includes('project.json')) {
    const why = 'it is a Parley project, whose files are no articles to import'
    return yield { name: folder.name, problem: { kind: 'unreadable-file', file: folder.name, why } }
  }
  for (const name of names.filter((each) => !each.startsWith('.')).toSorted(byName.compare)) {
    const inner = { name: `${folder.name}/${name}`, path: join(folder.path, name) }
    try {
      const entry = await lstat(inner.path)
      if (entry.isDirectory() && depth < deepest) yield* below(inner, depth + 1)
      else if (entry.isFile()) yield inner
    } catch (error) {
      yield hidden(inner.name, error)
    }
  }
}

const hidden = (name: string, error: unknown): Hidden => ({
  name,
  problem: { kind: 'unreadable-file', file: name, why: whyOf(error) },
})
