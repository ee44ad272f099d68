import { chosen, type Random } from './random'
import { filesIn, foldersIn, type Tree } from './tree'

/** What was done to names and places, and the paths that are not what they were. */
export interface Moved {
  readonly did: string
  /** Files and folders; all below a folder is meant. */
  readonly paths: readonly string[]
}

/** Where links lead that should lead nowhere; `project` is where the tree itself lies. */
export interface Outside {
  readonly file: string
  readonly folder: string
  readonly project: string
}

/** One seeded change to the names in a tree, which is changed. */
export function spoilTree(random: Random, tree: Tree, outside: Outside): Moved {
  const file = chosen(random, filesIn(tree))
  const folder = chosen(random, foldersIn(tree))
  const ways: Readonly<Record<string, () => readonly string[]>> = {
    'renames a file': () => [file, moveAll(tree, file, renamed(random, file))],
    'renames a folder': () => [folder, moveAll(tree, folder, renamed(random, folder))],
    'copies a file to a twin': () => {
      const twin = renamed(random, file)
      tree.set(twin, tree.get(file)!)
      return [twin]
    },
    'removes a file': () => {
      tree.delete(file)
      return [file]
    },
    'removes a folder': () => {
      removeAll(tree, folder)
      return [folder]
    },
    'swaps two files': () => {
      const other = chosen(random, filesIn(tree))
      const [a, b] = [tree.get(file)!, tree.get(other)!]
      tree.set(file, b).set(other, a)
      return [file, other]
    },
    'a link for a file': () => {
      tree.set(file, { is: 'link', to: outside.file })
      return [file]
    },
    'a link for a folder': () => {
      removeAll(tree, folder)
      tree.set(folder, { is: 'link', to: outside.folder })
      return [folder]
    },
    'a link in a circle': () => {
      removeAll(tree, folder)
      tree.set(folder, { is: 'link', to: `${outside.project}/${folder}` })
      return [folder]
    },
    'a file for a folder': () => {
      removeAll(tree, folder)
      tree.set(folder, { is: 'file', bytes: new TextEncoder().encode('{}') })
      return [folder]
    },
    'a folder for a file': () => {
      const was = tree.get(file)!
      tree.delete(file)
      tree.set(`${file}/inside.json`, was)
      return [file]
    },
  }
  const did = chosen(random, Object.keys(ways))
  return { did, paths: ways[did]!() }
}

/** Names that differ in case or Unicode form, that sync programs leave, that Windows does not have, and that mislead. */
function renamed(random: Random, path: string): string {
  const slash = path.lastIndexOf('/') + 1
  const [above, name] = [path.slice(0, slash), path.slice(slash)]
  const [stem, extension] = [name.replace(/\.[^.]*$/, ''), /\.[^.]*$/.exec(name)?.[0] ?? '']
  const names = [
    name.toUpperCase(),
    `${stem.slice(0, -1)}${stem.slice(-1).toUpperCase()}${extension}`,
    `${stem}\u0301${extension}`,
    `é${extension}`.normalize('NFD'),
    `${stem} (conflicted copy 2031-03-12)${extension}`,
    `${stem}.sync-conflict-20310312-093000-ABCDEFG${extension}`,
    `${stem} 2${extension}`,
    `~${stem}.1234-abcd.tmp`,
    `con${extension}`,
    `..\\..\\${name}`,
    `C:\\${name}`,
    `${stem}\n${extension}`,
    `${stem}.`,
    `-${name}`,
    `.${name}`,
    `${'a'.repeat(240)}${extension}`,
    '__proto__',
    'constructor',
    `${stem.slice(0, -1)}${stem.endsWith('a') ? 'b' : 'a'}${extension}`,
  ]
  return `${above}${chosen(random, names)}`
}

function removeAll(tree: Tree, path: string): void {
  for (const each of new Map(tree).keys()) if (each === path || each.startsWith(`${path}/`)) tree.delete(each)
}

function moveAll(tree: Tree, from: string, to: string): string {
  for (const [path, node] of new Map(tree)) {
    if (path !== from && !path.startsWith(`${from}/`)) continue
    tree.delete(path)
    tree.set(`${to}${path.slice(from.length)}`, node)
  }
  return to
}
