import { isMonth } from './dates'

const bullet = /^\s*(?:[•·▪◦‣●○■□►*-]\s+\S|[•▪‣●]\S)/u
const counted = /^\s*(\d{1,2})[.)]\s+(\S+)/u

/** Whether a line starts with a bullet, as items of a list do. */
export const startsWithBullet = (line: string): boolean => bullet.test(line)

/** The number that a line starts with, as "1." or "1)"; `null` without one, and for a date ("3. November"). */
export function numberOfItem(line: string): number | null {
  const found = counted.exec(line)
  return found && !isMonth(found[2]!.replace(/,$/, '')) ? Number(found[1]) : null
}
