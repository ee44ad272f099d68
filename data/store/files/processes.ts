import { readFileSync } from 'node:fs'

/** Which programs run on this computer, as far as a journal must know. */
export interface Processes {
  /** This process's mark: different from that of every other process that ever ran here, also after a restart. */
  readonly self: string
  /**
   * Whether the process with this mark still runs. `unsure` where another may have been given its number since,
   * and the system does not tell.
   */
  stateOf(mark: string): 'running' | 'ended' | 'unsure'
}

/** A mark is the process's number and what tells it from others with that number, as `4242-1f0c9a3e2b7k`. */
export const nodeProcesses: Processes = {
  self: `${process.pid}-${tokenOf(process.pid) ?? Math.round(performance.timeOrigin).toString(36)}`,

  stateOf(mark) {
    if (mark === this.self) return 'running'
    const [number = '', token = ''] = mark.split('-')
    const pid = Number(number)
    if (pid === process.pid || !isRunning(pid)) return 'ended'
    const found = tokenOf(pid)
    if (found === null) return 'unsure'
    return found === token ? 'running' : 'ended'
  },
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** On Linux: which start of the computer, and how many ticks after it the process began. `null` elsewhere. */
function tokenOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
    const state = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the program's name in brackets, which may itself hold spaces and brackets.
    const ticks = state.slice(state.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : boot + Number(ticks).toString(36)
  } catch {
    return null
  }
}
