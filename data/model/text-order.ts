import type { Annotation } from './records'

type Placed = Pick<Annotation, 'id' | 'target'>

/** Where the first words of a tag start. UTF-16 code units. */
export const startOf = ({ target }: Pick<Placed, 'target'>): number => target[0]?.start ?? 0
/** Where its last words end. */
export const endOf = ({ target }: Pick<Placed, 'target'>): number => target.at(-1)?.end ?? 0

/** Text order: by start, the longer first where two start together, then by id. */
export const byPlaceInText = (a: Placed, b: Placed): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1)
