import type { Label } from '../../../data/model/codebook'
import type { Kind } from '../../meaning/meanings'

/** What a key does in the form of a reading. */
export type DraftKey = Readonly<{ is: 'label'; label: string } | { is: 'means'; kind: Kind }>

/** Those of the reader: who is `W`, which position is `P`. */
export const meansKeys: Readonly<Record<Kind, string>> = { actor: 'W', position: 'P' }

/** What a key does to a reading that can have one of these labels and mean one of these kinds; labels are chosen by their keys in the codebook. */
export function draftKey(
  key: string,
  labels: readonly Pick<Label, 'id' | 'key'>[],
  kinds: readonly Kind[],
): DraftKey | null {
  const label = labels.find((each) => each.key === key)
  if (label) return { is: 'label', label: label.id }
  const kind = kinds.find((each) => meansKeys[each] === key.toUpperCase())
  return kind ? { is: 'means', kind } : null
}
