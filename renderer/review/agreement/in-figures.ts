/** Between a figure and its sign, so that they are never parted. */
const NARROW = '\u202f'

/**
 * A coefficient as tables have it: ".68", "−.12", "1". Two decimals; what is not quite 1 or 0 is never said to be, so that
 * .998 is "> .99".
 */
export function coefficientInFigures(value: number): string {
  const rounded = Math.round(Math.abs(value) * 100) / 100
  if (rounded === 1) return Math.abs(value) < 1 ? (value < 0 ? '< −.99' : '> .99') : value < 0 ? '−1' : '1'
  if (rounded === 0) return value === 0 ? '0' : '.00'
  const digits = rounded.toFixed(2).replace(/^0/, '')
  return value < 0 ? `−${digits}` : digits
}

/** ".61 – .74"; what rounds to the same is said once more, since that is what it is. */
export const intervalInFigures = ([low, high]: readonly [number, number]): string =>
  `${bare(low)} – ${bare(high)}`

/** In an interval "> .99 – 1" would be read as a comparison: the ends stand without signs. */
const bare = (value: number): string => coefficientInFigures(value).replace(/^[<>] /, '')

/** "94 %"; what is not quite all or nothing is "> 99 %" or "< 1 %". */
export function shareInFigures(share: number): string {
  const percent = Math.round(share * 100)
  if (percent === 100 && share < 1) return `> 99${NARROW}%`
  if (percent === 0 && share > 0) return `< 1${NARROW}%`
  return `${percent}${NARROW}%`
}

/** "41,206". */
export const countInFigures = (n: number): string => n.toLocaleString('en-GB')
