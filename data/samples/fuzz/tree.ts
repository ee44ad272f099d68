/** What stands at a path of a tree. Folders that hold nothing are not in it. */
export type Node =
  | { readonly is: 'file'; readonly bytes: Uint8Array }
  /** A symbolic link; `to` is a path from the top of the disk that the tree lies on. */
  | { readonly is: 'link'; readonly to: string }

/** Files and links by path, with `/` between its parts and none before the first. Any name goes that a disk lets in. */
export type Tree = Map<string, Node>

export const fileOf = (bytes: Uint8Array): Node => ({ is: 'file', bytes })

/** Paths of the files below a folder, which ends in `/`; all files for the empty one. In the tree's order. */
export const filesIn = (tree: Tree, folder = ''): string[] =>
  [...tree].flatMap(([path, node]) => (node.is === 'file' && path.startsWith(folder) ? [path] : []))

/** Every folder that something lies in, without `/` at its end. */
export function foldersIn(tree: Tree): string[] {
  const folders = new Set<string>()
  for (const path of tree.keys()) {
    const parts = path.split('/')
    for (let i = 1; i < parts.length; i++) folders.add(parts.slice(0, i).join('/'))
  }
  return [...folders]
}
