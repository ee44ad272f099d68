// Measures Parley in the real Electron and prints the figures as JSON.
import { buildIfStale } from './build-if-stale.mjs'
import { withDisplay } from './display.mjs'
import { run } from './setup/run.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await buildIfStale()
  const args = ['e2e/bench/run.mjs', ...process.argv.slice(2)]
  const { code } = await withDisplay(() => run(process.execPath, args, { stdio: 'inherit' }))
  return code
})
