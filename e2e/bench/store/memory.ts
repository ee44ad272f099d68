import { readdirSync, readFileSync } from 'node:fs'

/** What the processes of a program hold in memory, in megabytes. */
export interface Memory {
  /** The sum of what each holds; pages that several share count for each. */
  readonly rssMb: number
  /** The same with shared pages counted once. */
  readonly pssMb: number
}

/** Of a process and all that it started; `null` where the system does not tell (it does on Linux). */
export function memoryOf(pid: number): Memory | null {
  try {
    const all = family(pid)
    const sum = (file: string, name: string) =>
      all.reduce((kilobytes, one) => kilobytes + figureIn(`/proc/${one}/${file}`, name), 0)
    return {
      rssMb: Math.round(sum('status', 'VmRSS') / 1024),
      pssMb: Math.round(sum('smaps_rollup', 'Pss') / 1024),
    }
  } catch {
    return null
  }
}

function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), figureIn(`/proc/${name}/status`, 'PPid')] as const)
  const found = [pid]
  for (const one of found) found.push(...parents.filter(([, of]) => of === one).map(([child]) => child))
  return found
}

/** "VmRSS:   123 kB" gives 123; 0 for a process that has just ended. */
function figureIn(file: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
