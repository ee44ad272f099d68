import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { importExtensions } from '../importers'
import type { Problem } from '../model/problem'
import { whyOf } from '../store/files/system-error'

/** A file to import, or why there is none at a path that was named. */
export type Found = Readonly<
  /** `asked`: it was named, or its extension says that it is meant. Any other is imported only if it can be read. */
  | { is: 'file'; path: string; name: string; asked: boolean }
  | { is: 'problem'; name: string; problem: Problem }
  /** A folder that is itself a project: its files are no articles. */
  | { is: 'project'; name: string }
>

const deepest = 32
const inOrder = new Intl.Collator('en', { numeric: true })

/**
 * The files behind paths as they were typed, folders with all that is in them; in the order given and then by name,
 * "2" before "10". `name` is the path as people know it. Below a folder, what is hidden, a symbolic link or no file
 * is passed over, and so is what lies deeper than 32 folders.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<Found[]> {
  const found: Found[] = []
  for (const name of paths) {
    const path = resolve(cwd, name)
    try {
      const entry = await stat(path)
      if (entry.isDirectory()) await findBelow({ path, name: name.replace(/[\\/]+$/, '') }, 1, found)
      else if (entry.isFile()) found.push({ is: 'file', path, name, asked: true })
      else found.push(unreadable(name, 'it is not a file'))
    } catch (error) {
      found.push(unreadable(name, whyOf(error)))
    }
  }
  return found
}

interface Place {
  readonly path: string
  readonly name: string
}

async function findBelow(folder: Place, depth: number, found: Found[]): Promise<void> {
  let entries: string[]
  try {
    entries = await readdir(folder.path)
  } catch (error) {
    found.push(unreadable(folder.name, whyOf(error)))
    return
  }
  if (entries.includes('project.json')) {
    found.push({ is: 'project', name: folder.name })
    return
  }
  for (const entry of entries.filter((each) => !each.startsWith('.')).toSorted(inOrder.compare)) {
    const inner = { path: join(folder.path, entry), name: join(folder.name, entry) }
    try {
      const kind = await lstat(inner.path)
      if (kind.isDirectory() && depth < deepest) await findBelow(inner, depth + 1, found)
      else if (kind.isFile())
        found.push({ is: 'file', ...inner, asked: importExtensions.includes(extensionOf(entry)) })
    } catch (error) {
      found.push(unreadable(inner.name, whyOf(error)))
    }
  }
}

/** In lower case without the dot; empty where there is none that can stand in a path of a project. */
export const extensionOf = (path: string): string =>
  /\.([a-z0-9]{1,8})$/i.exec(basename(path))?.[1]?.toLowerCase() ?? ''

const unreadable = (name: string, why: string): Found => ({
  is: 'problem',
  name,
  problem: { kind: 'unreadable-file', file: name, why },
})
