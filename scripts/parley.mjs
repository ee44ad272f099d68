// The `parley` command line, built when that is due. stdout belongs to the command alone.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'
import { callerFolder, root } from './setup/run.mjs'
import { runScript } from './setup/say.mjs'

await runScript(buildIfStale)
if (process.exitCode === 0) {
  const cli = join(root, 'out', 'main', 'cli.js')
  process.chdir(callerFolder('parley'))
  process.argv = [process.execPath, cli, ...process.argv.slice(2)]
  await import(pathToFileURL(cli).href)
}
