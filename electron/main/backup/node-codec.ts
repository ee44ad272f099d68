import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { Codec } from '../../../data/store/backup/ports'

const squeeze = promisify(deflateRaw)
const expand = promisify(inflateRaw)

/** This computer's own SHA-256 and DEFLATE; the latter beside the main thread. */
export const nodeCodec: Codec = {
  hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  squeeze: (bytes) => squeeze(bytes),
  async expand(bytes, most) {
    try {
      // A limit of nothing would be none.
      return await expand(bytes, { maxOutputLength: Math.max(1, most) })
    } catch {
      // Whatever it says: these are not the bytes that were squeezed.
      return null
    }
  },
}
