import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureAgreement } from './agreement/agreement'
import { machine } from './machine'
import { optionsOf } from './options'
import type { Row } from './result'
import { measureReader } from './reader/reader'
import { measureRegistry } from './registry/registry'
import { measureScale } from './store/store'
import { open } from './suites/open'
import { start } from './suites/start'
import type { Bench, Suite } from './suites/suite'
import { tag } from './suites/tag'

const suites: readonly Suite[] = [start, open, tag]

/** Suites that are run only when they are named, and print a line of JSON a size. */
const named = ['store', 'reader', 'registry', 'agreement']

/** Articles of the projects of the scale table. */
const sizes = [100, 1_000, 10_000]

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

const print = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/**
 * Runs the suites that the arguments name, prints one JSON object on stdout, and gives the exit code. The tables of
 * `store` and `reader` come first, one line of JSON a size.
 */
export async function main(args: readonly string[]): Promise<0 | 2> {
  const options = optionsOf(
    args,
    suites.map(({ name }) => name),
    named,
  )
  if ('wrong' in options) {
    say(options.wrong)
    return 2
  }
  const { repetitions, seed } = options
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const bench: Bench = { repetitions, seed, folder, say }
  const about = { format: 'parley/bench', schema: 1, began: new Date().toISOString(), machine: machine() }
  const rows: Row[] = []
  try {
    if (options.suites.includes('store'))
      for (const articles of options.quick ? sizes.slice(0, 2) : sizes)
        print(await measureScale(bench, articles))
    if (options.suites.includes('registry'))
      print(await measureRegistry(bench, options.quick ? 1_000 : 10_000))
    if (options.suites.includes('agreement')) print(await measureAgreement(bench, options.quick))
    if (options.suites.includes('reader')) await measureReader(bench, options.reader, print)
    if (options.suites.every((name) => named.includes(name))) return 0
    for (const suite of suites) {
      if (!options.suites.includes(suite.name)) continue
      say(`${suite.name}: ${suite.about}`)
      rows.push(...(await suite.run(bench)))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.stdout.write(`${JSON.stringify({ ...about, repetitions, seed, rows }, null, 2)}\n`)
  return 0
}
