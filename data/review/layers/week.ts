export const NO_WEEK = -1

/** The week of a day (since 1 January 1970, which was a Thursday), counted from the Monday before; `NO_WEEK` where the day is not known. */
export const weekOf = (day: number): number => (day <= 0 ? NO_WEEK : Math.floor((day + 3) / 7))

/** Its Monday: 2031-03-10. */
export const mondayOf = (week: number): string =>
  new Date((7 * week - 3) * 86_400_000).toISOString().slice(0, 10)
