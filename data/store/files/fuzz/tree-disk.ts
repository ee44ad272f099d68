import { join, relative, resolve, sep } from 'node:path'
import { fileOf, foldersIn, type Node, type Tree } from '../../../samples/fuzz/tree'
import type { Entry, FileSystem, NewFile } from '../file-system'
import { systemError } from '../testing/faults'

const top = resolve('/fuzz')

/** Where something of a tree's disk lies, as the store is told it. */
export const onDisk = (path: string): string => join(top, ...path.split('/'))

export interface TreeDisk extends FileSystem {
  /** Everything on the disk, by path from its top. */
  readonly tree: Tree
  /** Calls that reached what lies, links followed, outside the folders that may be touched. */
  readonly strayed: string[]
}

/** A tree as a disk that keeps an eye on where calls lead. It tells upper from lower case and follows links, as Linux does. */
export function treeDisk(tree: Tree, mayTouch: readonly string[]): TreeDisk {
  const made = new Set<string>(mayTouch)
  const strayed: string[] = []

  let folders: ReadonlySet<string> | null = null
  const isFolder = (path: string) => {
    folders ??= new Set(['', ...made, ...foldersIn(tree)])
    return folders.has(path)
  }
  const put = (path: string, node: Node) => {
    if (!tree.has(path)) folders = null
    tree.set(path, node)
  }
  const drop = (path: string) => {
    folders = null
    tree.delete(path)
  }

  /** The path without links but, where `itself`, the last one. */
  const real = (path: string, itself: boolean): string => {
    const open = path === '' ? [] : path.split('/')
    let at = ''
    for (let hops = 0; open.length > 0;) {
      const next = open.shift()!
      const here = at === '' ? next : `${at}/${next}`
      const node = tree.get(here)
      if (node?.is === 'link' && !(itself && open.length === 0)) {
        if (++hops > 40) throw systemError('ELOOP')
        open.unshift(...node.to.split('/'))
        at = ''
      } else {
        if (!node && !isFolder(here) && open.length > 0) throw systemError('ENOENT')
        if (node?.is === 'file' && open.length > 0) throw systemError('ENOTDIR')
        at = here
      }
    }
    return at
  }

  const reach = (call: string, path: string): { readonly path: string; readonly node: Node | null } => {
    const found = real(relative(top, path).split(sep).join('/'), true)
    if (!mayTouch.some((folder) => found === folder || found.startsWith(`${folder}/`)))
      strayed.push(`${call} ${found}`)
    return { path: found, node: tree.get(found) ?? null }
  }

  const there = (call: string, path: string) => {
    const found = reach(call, path)
    if (!found.node && !isFolder(found.path)) throw systemError('ENOENT')
    return found
  }

  const newFile = (path: string): NewFile => {
    const bytes = () => {
      const node = tree.get(path)
      return node?.is === 'file' ? node.bytes : new Uint8Array(0)
    }
    return {
      write: async (more) => {
        put(path, fileOf(Buffer.concat([bytes(), more])))
        return more.length
      },
      state: async () => ({ size: bytes().length, names: tree.has(path) ? 1 : 0 }),
      setMode: async () => {},
      sync: async () => {},
      syncContent: async () => {},
      close: async () => {},
    }
  }

  return {
    tree,
    strayed,
    async look(path): Promise<Entry> {
      const { node } = there('look', path)
      const size = node?.is === 'file' ? node.bytes.length : 0
      return { kind: node?.is ?? 'folder', size, mode: 0o644, modified: 0, identity: 0 }
    },
    async realPath(path) {
      const found = real(relative(top, path).split(sep).join('/'), false)
      if (!tree.has(found) && !isFolder(found)) throw systemError('ENOENT')
      return onDisk(found)
    },
    async read(path) {
      const { node } = there('read', path)
      if (!node) throw systemError('EISDIR')
      if (node.is === 'link') throw systemError('ELOOP')
      return Uint8Array.from(node.bytes)
    },
    async names(path) {
      const { path: folder, node } = there('names', path)
      if (node) throw systemError(node.is === 'link' ? 'ELOOP' : 'ENOTDIR')
      const start = folder === '' ? '' : `${folder}/`
      const names = new Map<string, boolean>()
      for (const each of [...tree.keys(), ...[...made].map((one) => `${one}/`)])
        if (each.startsWith(start) && each !== start) {
          const [name = '', ...below] = each.slice(start.length).split('/')
          names.set(name, below.length > 0)
        }
      return [...names].map(([name, isOne]) => ({ name, folder: isOne }))
    },
    async makeFolder(path) {
      const found = reach('makeFolder', path)
      if (found.node || isFolder(found.path)) throw systemError('EEXIST')
      made.add(found.path)
      folders = null
    },
    async create(path) {
      const found = reach('create', path)
      if (found.node || isFolder(found.path)) throw systemError('EEXIST')
      put(found.path, fileOf(new Uint8Array(0)))
      return newFile(found.path)
    },
    async grow(path) {
      const found = reach('grow', path)
      if (found.node?.is === 'link') throw systemError('ELOOP')
      if (isFolder(found.path)) throw systemError('EISDIR')
      if (!found.node) put(found.path, fileOf(new Uint8Array(0)))
      const lastByte = async () => {
        const node = tree.get(found.path)
        return node?.is === 'file' ? (node.bytes.at(-1) ?? null) : null
      }
      return { ...newFile(found.path), lastByte }
    },
    async rename(from, to) {
      const { path, node } = there('rename', from)
      const target = reach('rename', to).path
      if (!node || isFolder(target)) throw systemError('EISDIR')
      drop(path)
      put(target, node)
    },
    async link(from, to) {
      const { node } = there('link', from)
      const target = reach('link', to)
      if (target.node || isFolder(target.path)) throw systemError('EEXIST')
      if (node) put(target.path, node)
    },
    async remove(path) {
      drop(there('remove', path).path)
    },
    async syncFolder(path) {
      there('syncFolder', path)
    },
    async wait() {},
  }
}
