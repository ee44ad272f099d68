// Writes a made-up project folder of any size, for trying things at scale:
//   node e2e/bench/workload.mjs DIR [--articles=20] [--words=1000] [--tags=50] [--annotators=1] [--seed=1] [--fast]
// `--tags` is how many each annotator made on each article; `--fast` flushes nothing, so a power cut may spoil it.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const count = (value) => ({ type: 'string', default: String(value) })
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: count(20),
    words: count(1000),
    tags: count(50),
    annotators: count(1),
    seed: count(1),
    fast: { type: 'boolean', default: false },
  },
})
const { fast, ...counts } = values
const numbers = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value)]))
const wrong = Object.entries(numbers).find(([, value]) => !Number.isSafeInteger(value) || value < 0)

if (positionals.length !== 1 || wrong) {
  console.error(wrong ? `--${wrong[0]} needs a whole number.` : 'Name the folder to write to.')
  process.exitCode = 2
} else {
  const entry = join(import.meta.dirname, 'workload', 'write-workload.ts')
  const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' })
  const { articles, words, tags, annotators, seed } = numbers
  const workload = {
    seed,
    articles: Array.from({ length: articles }, () => ({ words, tags })),
    annotators: module.annotators(annotators),
  }
  const root = resolve(positionals[0])
  const folder = fast ? [module.plainFolder(root)] : []
  let written = 0
  const tell = () => {
    if (++written % 100 === 0 || written === articles) console.error(`${written} of ${articles} articles`)
  }
  await module.writeWorkload(root, workload, tell, ...folder)
}
