import type { RegistryRecord } from './records'

/**
 * Whether tags with this label (its id) may mean that record: an actor tag an actor, a position or a claim the position that
 * it gives as its answer; tags with a label of the codebook's own either of the two.
 */
export function mayMean(label: string, { is }: Pick<RegistryRecord, 'is'>): boolean {
  if (is === 'issue') return false
  if (label === 'actor') return is === 'actor'
  if (label === 'position' || label === 'claim') return is === 'position'
  return true
}
