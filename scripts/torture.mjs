// Kills Parley in the middle of bursts of changes and feeds it broken files; prints a line of JSON for each kind.
//   npm run torture -- --rounds N   through the store: { rounds, acknowledged, lost, unreadable }
//   npm run torture -- --app N      the same through the whole app in its window
//   npm run torture -- --fuzz N     N mutated files: { files, refused, accepted, crashes, hangs, changed, … }
//   --seed S repeats a run's choices
import { buildIfStale } from './build-if-stale.mjs'
import { withDisplay } from './display.mjs'
import { run } from './setup/run.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  const args = process.argv.slice(2)
  const torture = async () => {
    const { code } = await run(process.execPath, ['e2e/torture/run.mjs', ...args], { stdio: 'inherit' })
    return code
  }
  if (!args.some((arg) => arg.startsWith('--app'))) return torture()
  await buildIfStale()
  return withDisplay(torture)
})
