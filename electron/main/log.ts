import { appendFileSync, statSync, writeFileSync } from 'node:fs'
import { inspect } from 'node:util'

const largest = 1024 * 1024
/** Nobody else on the computer reads it. */
const mode = 0o600

export type Log = (what: string, cause: unknown) => void

/**
 * Notes for whoever looks into a fault: what failed, never what somebody wrote or read. To stderr, and to a file
 * that starts anew when it has grown to a megabyte. Logging itself fails in silence, since it has nowhere to say so.
 */
export const logTo =
  (file: string): Log =>
  (what, cause) => {
    const line = `${new Date().toISOString()} ${what}${cause === null ? '' : `: ${inspect(cause, { depth: 3 })}`}\n`
    process.stderr.write(line)
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < largest)
        appendFileSync(file, line, { mode })
      else writeFileSync(file, line, { mode })
    } catch {
      return
    }
  }
