import type { Difference, Owned } from './differences'

/** The side whose reading stands in front: the one that was brought there, if it has one, else the first that has. */
export function frontSide({ group }: Pick<Difference, 'group'>, wanted: number | null): number {
  const made: readonly unknown[] = group.is === 'tags' ? group.tags : group.links
  return wanted !== null && made[wanted] ? wanted : made.findIndex(Boolean)
}

/** The reading that stands in front, and whose it is. */
export function frontOf(difference: Difference, wanted: number | null): Owned {
  const { group, owned } = difference
  const side = frontSide(difference, wanted)
  const record = group.is === 'tags' ? group.tags[side] : group.links[side]
  return owned.find((each) => each.record === record)!
}

/** The next side that has a reading, round the end to the first. */
export function nextFront(difference: Pick<Difference, 'group'>, wanted: number | null): number {
  const { group } = difference
  const made: readonly unknown[] = group.is === 'tags' ? group.tags : group.links
  const from = frontSide(difference, wanted)
  for (let i = 1; i < made.length; i++) if (made[(from + i) % made.length]) return (from + i) % made.length
  return from
}
