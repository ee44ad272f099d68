// Drives the main job through the real window, and leaves pictures and exports of it in out/demo/.
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { withDisplay } from './display.mjs'
import { root, tool } from './setup/run.mjs'
import { runScript, say } from './setup/say.mjs'

await runScript(async () => {
  await buildIfStale()
  const args = ['test', '--config', 'e2e/demo/playwright.config.ts', ...process.argv.slice(2)]
  const { code } = await withDisplay(() => tool('@playwright/test/cli.js', args, { stdio: 'inherit' }))
  say(
    code === 0
      ? `\nScreenshots and exports: ${join(root, 'out', 'demo')}`
      : '\nThe demo did not get to its end.',
  )
  return code
})
