import { writeSync } from 'node:fs'
import { burst } from './burst'
import { hasty } from './hasty-journal'
import type { Line } from './lines'
import { journalIn, openWith } from './open'

/** After so many milliseconds it was forgotten. */
const FORGOTTEN = 20_000

/** The program that is killed: `node child.js FOLDER SEED [hasty]`. It never ends by itself but when it was forgotten. */
const [folder = '', seed = '', way] = process.argv.slice(2)
setTimeout(() => process.exit(3), FORGOTTEN)

// `process.stdout` keeps lines in memory while the listener is slow, and they would die with the program.
const say = (line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`)
const mistake = way === 'hasty' ? hasty(journalIn(folder), 1 + (Number(seed) % 30)) : null
const store = await openWith(folder, mistake?.journal ?? journalIn(folder))
say({ is: 'ready' })
await burst(store, Number(seed), (line) => {
  say(line)
  if (line.is === 'acknowledged' && mistake?.isAhead()) standStill()
})

/**
 * Waits for the kill at the instant at which it must find the mistake, however slow the computer is: the program asks for
 * nothing else, and its saver does not get to write what the journal has not.
 */
function standStill(): never {
  say({ is: 'stands' })
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FORGOTTEN)
  process.exit(3)
}
