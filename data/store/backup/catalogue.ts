import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { namesIn } from '../read-files'
import { listingSchema, vaultPaths, type Listing } from './manifest'
import { openBlock, packIndexSchema, type Block, type OpenedBlock, type PackIndex } from './pack'
import type { BackupPorts } from './ports'
import { unseal } from './sealed'

type Ports = Pick<BackupPorts, 'vault' | 'codec'>

/** Where a content lies. */
export interface Place {
  readonly pack: string
  readonly block: Block
}

/** Which contents the vault has, and where. Read when it is needed and let go of afterwards: it may be large. */
export class Catalogue {
  readonly #ports: Ports
  readonly #places = new Map<string, Place>()
  readonly packs = new Map<string, PackIndex>()
  /** The last pack that was read, and the last block that was opened. */
  #pack: { readonly id: string; readonly bytes: Uint8Array } | null = null
  #block: { readonly of: Block; readonly opened: OpenedBlock } | null = null

  private constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Reads every index. One that is damaged names nothing, so that what it named is put into the vault again. */
  static async read(ports: Ports): Promise<Result<Catalogue, Problem>> {
    const catalogue = new Catalogue(ports)
    const names = await namesIn(ports.vault, vaultPaths.packs, /^[a-z0-9-]+\.index$/)
    if (!names.ok) return names
    for (const name of names.value) {
      const id = name.slice(0, -'.index'.length)
      const bytes = await ports.vault.read(vaultPaths.index(id))
      if (!bytes.ok) return bytes
      const index = bytes.value && unseal(bytes.value, packIndexSchema, name, ports.codec)
      if (index?.ok) catalogue.add(id, index.value)
    }
    return ok(catalogue)
  }

  has(sha: string): boolean {
    return this.#places.has(sha)
  }

  placeOf(sha: string): Place | null {
    return this.#places.get(sha) ?? null
  }

  add(id: string, index: PackIndex): void {
    this.packs.set(id, index)
    for (const block of index.blocks) for (const [sha] of block[2]) this.#places.set(sha, { pack: id, block })
  }

  /** A content by its name; `damaged-file` when the vault has it no more, or not as it was. `file` is for the message. */
  async content(sha: string, file: string): Promise<Result<Uint8Array, Problem>> {
    const place = this.#places.get(sha)
    if (!place) return failed({ kind: 'lost-in-backup', file })
    const opened = await this.#open(place)
    if (!opened.ok) return opened
    const found = opened.value.contents.find((content) => content.sha === sha)
    return found ? ok(found.bytes) : failed({ kind: 'lost-in-backup', file })
  }

  async listing(sha: string): Promise<Result<Listing, Problem>> {
    const bytes = await this.content(sha, 'a list of files')
    if (!bytes.ok) return bytes
    // Its name is the hash of its content, so it is what was written.
    return ok(listingSchema.parse(JSON.parse(new TextDecoder().decode(bytes.value))))
  }

  async #open({ pack, block }: Place): Promise<Result<OpenedBlock, Problem>> {
    if (this.#block?.of === block) return ok(this.#block.opened)
    if (this.#pack?.id !== pack) {
      const bytes = await this.#ports.vault.read(vaultPaths.pack(pack))
      if (!bytes.ok) return bytes
      this.#pack = { id: pack, bytes: bytes.value ?? new Uint8Array() }
    }
    const opened = await openBlock(this.#pack.bytes, block, this.#ports.codec)
    this.#block = { of: block, opened }
    return ok(opened)
  }
}
