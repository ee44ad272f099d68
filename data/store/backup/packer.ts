import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import type { Catalogue } from './catalogue'
import { vaultPaths } from './manifest'
import { joined, openBlock, type Block, type Content, type PackIndex } from './pack'
import type { BackupPorts } from './ports'
import { seal } from './sealed'

/** A block is squeezed as one, so larger ones take less room, and smaller ones less time to get one content out. */
const BLOCK = { bytes: 192 * 1024, contents: 64 }
/** A pack is read as one. Two hundred thousand small files become some fifty of them. */
const PACK = { bytes: 4 * 1024 * 1024, contents: 4096 }

/** Collects contents into packs. A pack counts when it was read back, and every content in it was as it should be. */
export class Packer {
  readonly #ports: Pick<BackupPorts, 'vault' | 'codec' | 'clock'>
  readonly #catalogue: Catalogue
  /** Contents on their way. */
  readonly #waiting = new Set<string>()
  #block: Content[] = []
  #blockBytes = 0
  #parts: Uint8Array[] = []
  #blocks: Block[] = []
  #packBytes = 0
  #packContents = 0

  constructor(ports: Pick<BackupPorts, 'vault' | 'codec' | 'clock'>, catalogue: Catalogue) {
    this.#ports = ports
    this.#catalogue = catalogue
  }

  has(sha: string): boolean {
    return this.#waiting.has(sha) || this.#catalogue.has(sha)
  }

  /** Adds a content that the vault does not have yet; the disk has it after `flush` at the latest. */
  async add(sha: string, bytes: Uint8Array): Promise<Result<null, Problem>> {
    return this.has(sha) ? ok(null) : this.move(sha, bytes)
  }

  /** The same for a content that is to lie in another pack from now on. */
  async move(sha: string, bytes: Uint8Array): Promise<Result<null, Problem>> {
    this.#waiting.add(sha)
    this.#block.push({ sha, bytes })
    this.#blockBytes += bytes.length
    if (this.#blockBytes >= BLOCK.bytes || this.#block.length >= BLOCK.contents) await this.#closeBlock()
    const isFull = this.#packBytes >= PACK.bytes || this.#packContents >= PACK.contents
    return isFull ? this.flush() : ok(null)
  }

  /** Brings everything onto the disk. */
  async flush(): Promise<Result<null, Problem>> {
    await this.#closeBlock()
    if (this.#blocks.length === 0) return ok(null)
    const written = await this.#write(joined(this.#parts), {
      format: 'parley/pack',
      schema: 1,
      blocks: this.#blocks,
    })
    this.#parts = []
    this.#blocks = []
    this.#packBytes = 0
    this.#packContents = 0
    this.#waiting.clear()
    return written
  }

  async #closeBlock(): Promise<void> {
    if (this.#block.length === 0) return
    const squeezed = await this.#ports.codec.squeeze(joined(this.#block.map(({ bytes }) => bytes)))
    const listed = this.#block.map(({ sha, bytes }): [string, number] => [sha, bytes.length])
    this.#blocks.push([this.#packBytes, squeezed.length, listed])
    this.#parts.push(squeezed)
    this.#packBytes += squeezed.length
    this.#packContents += listed.length
    this.#block = []
    this.#blockBytes = 0
  }

  async #write(bytes: Uint8Array, index: PackIndex): Promise<Result<null, Problem>> {
    const { vault, codec, clock } = this.#ports
    const id = clock.newId()
    const written = await vault.replace(vaultPaths.pack(id), bytes)
    if (!written.ok) return written
    const back = await vault.read(vaultPaths.pack(id))
    if (!back.ok) return back
    for (const block of index.blocks) {
      const opened = await openBlock(back.value ?? new Uint8Array(), block, codec)
      if (opened.damaged.length > 0)
        return failed({ kind: 'not-saved', why: 'what the disk gave back was not what was written' })
    }
    const indexed = await vault.replace(vaultPaths.index(id), seal(index, codec))
    if (indexed.ok) this.#catalogue.add(id, index)
    return indexed
  }
}
