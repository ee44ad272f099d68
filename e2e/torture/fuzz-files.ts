import { Worker } from 'node:worker_threads'
import { runFuzz, type FuzzFigures } from '../../data/store/files/fuzz/run-fuzz'
import type { Torture } from './torture'

/** Milliseconds after which a case is given up that has not even come back to say how slow it was. */
const PATIENCE = 60_000

/** Gives so many spoilt files to open, import-set and validate. A case that never ends ends the program, and is named. */
export async function fuzzFiles(files: number, { seed, say }: Torture): Promise<FuzzFigures> {
  const beat = new Uint32Array(new SharedArrayBuffer(8))
  const dog = watchdog(beat)
  try {
    return await runFuzz({
      files,
      seed,
      begin: (caseSeed) => {
        beat[0] = caseSeed
        const done = ++beat[1]!
        if (done % 500 === 0) say(`${done} projects.`)
      },
      tell: (finding, of) => say(JSON.stringify({ ...finding, ...of })),
    })
  } finally {
    await dog.terminate()
  }
}

export const isHarmed = ({ crashes, hangs, changed, strayed, unplaced, takenDown }: FuzzFigures): boolean =>
  [crashes, hangs, changed, strayed, unplaced, takenDown].some((count) => count > 0)

/** Stands beside, since nothing else runs while a loop does not end. `beat` holds the seed of the case and counts cases. */
const watchdog = (beat: Uint32Array): Worker =>
  new Worker(
    `const { workerData: beat } = require('node:worker_threads')
     let last = 0
     setInterval(() => {
       if (beat[1] === last) {
         require('node:fs').writeSync(2, 'The case with seed ' + beat[0] + ' does not end.\\n')
         process.kill(process.pid, 'SIGKILL')
       }
       last = beat[1]
     }, ${PATIENCE})`,
    { eval: true, workerData: beat },
  )
