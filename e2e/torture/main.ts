import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appRounds } from './app-rounds'
import { fuzzFiles, isHarmed } from './fuzz-files'
import { optionsOf } from './options'
import { storeRounds } from './store-rounds'

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** Does what the arguments ask for, prints one line of JSON for each kind, and gives the exit code: 1 if anything was lost or harmed. */
export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const options = optionsOf(args, Date.now())
  if ('wrong' in options) {
    say(options.wrong)
    return 2
  }
  const { rounds, app, fuzz, seed } = options
  say(`To repeat these choices: --seed ${seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'parley-torture-'))
  const torture = { seed, folder, say }
  let harmed = false
  try {
    if (rounds > 0) {
      const killed = await storeRounds(rounds, torture)
      print(killed)
      harmed ||= killed.lost > 0 || killed.unreadable > 0
    }
    if (app > 0) {
      const killed = await appRounds(app, torture)
      print({ through: 'app', ...killed })
      harmed ||= killed.lost > 0 || killed.unreadable > 0
    }
    if (fuzz > 0) {
      const figures = await fuzzFiles(fuzz, torture)
      print(figures)
      harmed ||= isHarmed(figures)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return harmed ? 1 : 0
}
