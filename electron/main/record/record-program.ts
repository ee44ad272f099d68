import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { collectGarbage } from './garbage'
import { runRecord } from './run-record'

if (parentPort) {
  // Left alone, V8 lets what is garbage grow to what is in use before it looks. With a million tags that is more than all else that
  // Parley has in memory; to look when it is a quarter costs a twentieth more time.
  setFlagsFromString('--heap-growing-percent=25')
  runRecord(parentPort, { rested: collectGarbage, helperProgram: join(import.meta.dirname, 'helper.js') })
}
