import { createHash } from 'node:crypto'
import { hashWith } from '../../model/ids'

/** Node's own SHA-256 from now on, wherever `data/` hashes a text. */
export const hashWithNode = (): void =>
  hashWith((text) => createHash('sha256').update(text, 'utf8').digest('hex'))
