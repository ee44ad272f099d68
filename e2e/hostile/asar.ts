import { createHash } from 'node:crypto'

interface Entry {
  readonly size: number
  readonly offset: string
  readonly integrity: object
}
type Tree = { [name: string]: Entry | { readonly files: Tree } }

/**
 * Packs files, by their paths with `/`, into an archive as Electron reads it: the sizes of the head, the head as JSON,
 * and the files one after the other.
 */
export function asar(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const tree: Tree = {}
  let offset = 0
  for (const [path, bytes] of Object.entries(files)) {
    place(tree, path.split('/'), { size: bytes.length, offset: String(offset), integrity: integrity(bytes) })
    offset += bytes.length
  }
  const head = Buffer.from(JSON.stringify({ files: tree }))
  const padded = Math.ceil(head.length / 4) * 4
  const sizes = Buffer.alloc(16)
  for (const [i, size] of [4, padded + 8, padded + 4, head.length].entries()) sizes.writeUInt32LE(size, 4 * i)
  return Buffer.concat([sizes, head, Buffer.alloc(padded - head.length), ...Object.values(files)])
}

function place(tree: Tree, [name = '', ...rest]: readonly string[], entry: Entry): void {
  if (rest.length === 0) {
    tree[name] = entry
    return
  }
  const folder = (tree[name] ??= { files: {} })
  if ('files' in folder) place(folder.files, rest, entry)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function integrity(bytes: Uint8Array): object {
  return { algorithm: 'SHA256', hash: sha256(bytes), blockSize: 4 * 1024 * 1024, blocks: [sha256(bytes)] }
}
