import { builtInCodebook } from '../../model/built-in-codebook'
import { KeptIndex } from './cache'

/** What pieces that were kept give when they are read one after the other; `null` when they cannot be used. */
export function readBack(pieces: Iterable<Uint8Array>, project: string) {
  const kept = new KeptIndex(project, builtInCodebook)
  for (const piece of pieces) {
    const taken = kept.take(piece)
    if (taken !== 'more') return taken
  }
  return null
}
