/** Numbers in [0, 1) that are the same for the same seed. */
export type Random = () => number

/** A whole number from 0 to just below `limit`; 0 when that is 0. */
export const upTo = (random: Random, limit: number): number => Math.floor(random() * limit)

/** One of a list that is not empty. */
export const chosen = <T>(random: Random, from: readonly T[]): T => from[upTo(random, from.length)]!
