import { z } from 'zod'
import type { Codec } from './ports'

/**
 * The index of a pack. A pack is squeezed blocks, one after the other; a block is contents, one after the other. A
 * block: where it begins in the pack, its length there, and the SHA-256 and length of each content in it. What the
 * index does not name any more was found to be damaged.
 */
export const packIndexSchema = z.object({
  format: z.literal('parley/pack'),
  schema: z.literal(1),
  blocks: z.array(
    z.tuple([
      z.int().nonnegative(),
      z.int().nonnegative(),
      z.array(z.tuple([z.string().regex(/^[0-9a-f]{64}$/), z.int().nonnegative()])),
    ]),
  ),
})
export type PackIndex = Readonly<z.infer<typeof packIndexSchema>>
export type Block = PackIndex['blocks'][number]

/** A content and its name. */
export interface Content {
  readonly sha: string
  readonly bytes: Uint8Array
}

/** Contents of a block that were damaged, and those that are as they were. */
export interface OpenedBlock {
  readonly contents: readonly Content[]
  readonly damaged: readonly string[]
}

/** Takes a block out of its pack. Every content is compared with its SHA-256. */
export async function openBlock(pack: Uint8Array, block: Block, codec: Codec): Promise<OpenedBlock> {
  const [offset, length, listed] = block
  const size = listed.reduce((sum, [, each]) => sum + each, 0)
  const bytes = await codec.expand(pack.subarray(offset, offset + length), size)
  if (bytes?.length !== size) return { contents: [], damaged: listed.map(([sha]) => sha) }
  const contents: Content[] = []
  const damaged: string[] = []
  let at = 0
  for (const [sha, each] of listed) {
    const content = bytes.subarray(at, (at += each))
    if (codec.hash(content) === sha) contents.push({ sha, bytes: content })
    else damaged.push(sha)
  }
  return { contents, damaged }
}

/** All bytes of all parts, in a row. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
