import { readdirSync, readFileSync } from 'node:fs'

/** What the processes of a program hold in memory, in megabytes. */
export interface Memory {
  /** The sum of what each holds. Pages that several share, as those of Electron itself, count for each of them. */
  readonly rssMb: number
  /** What each has for itself, and what they share counted once, as the process has it that shares most. */
  readonly residentMb: number
}

/** Of a process and all that it started; `null` where the system does not tell (it does on Linux). */
export function memoryOf(pid: number): Memory | null {
  try {
    const all = family(pid).map((one) => readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))
    const own = all.map((file) => figureIn(file, 'Private_Clean') + figureIn(file, 'Private_Dirty'))
    const held = all.map((file) => figureIn(file, 'Rss'))
    const shared = held.map((kilobytes, i) => kilobytes - own[i]!)
    return { rssMb: inMb(sum(held)), residentMb: inMb(sum(own) + Math.max(0, ...shared)) }
  } catch {
    return null
  }
}

const sum = (kilobytes: readonly number[]): number => kilobytes.reduce((total, one) => total + one, 0)
const inMb = (kilobytes: number): number => Math.round(kilobytes / 1024)

function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), figureIn(statusOf(name), 'PPid')] as const)
  const found = [pid]
  for (const one of found) found.push(...parents.filter(([, of]) => of === one).map(([child]) => child))
  return found
}

/** Empty for a process that has just ended. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** "Rss:   123 kB" gives 123; 0 where it is not told. */
const figureIn = (file: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(file)?.[1] ?? 0)
