import { writeSync } from 'node:fs'
import { burst } from './burst'
import { hasty } from './hasty-journal'
import type { Line } from './lines'
import { journalIn, openWith } from './open'

/** The program that is killed: `node child.js FOLDER SEED [hasty]`. It never ends by itself but when it was forgotten. */
const [folder = '', seed = '', way] = process.argv.slice(2)
setTimeout(() => process.exit(3), 20_000)

// `process.stdout` keeps lines in memory while the listener is slow, and they would die with the program.
const say = (line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`)
const journal = journalIn(folder)
const store = await openWith(folder, way === 'hasty' ? hasty(journal) : journal)
say({ is: 'ready' })
await burst(store, Number(seed), say)
