// Measures Parley in its real window, beside what this machine can do at best. `npm run bench` comes here.
import { join } from 'node:path'
import { runnerImport } from 'vite'

const entry = join(import.meta.dirname, 'main.ts')
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' })
process.exitCode = await module.main(process.argv.slice(2))
