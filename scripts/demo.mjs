// Drives the main job through the real window, and leaves pictures and exports of it in out/demo/.
//   npm run demo -- readme-pictures   takes the README's pictures anew instead, into docs/
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { withDisplay } from './display.mjs'
import { root, tool } from './setup/run.mjs'
import { runScript, say } from './setup/say.mjs'

await runScript(async () => {
  await buildIfStale()
  const [story = 'demo.ts', ...rest] = process.argv.slice(2)
  const args = ['test', '--config', 'e2e/demo/playwright.config.ts', story, ...rest]
  const { code } = await withDisplay(() => tool('@playwright/test/cli.js', args, { stdio: 'inherit' }))
  const left = story === 'demo.ts' ? join(root, 'out', 'demo') : join(root, 'docs')
  say(code === 0 ? `\nPictures and exports: ${left}` : '\nThe demo did not get to its end.')
  return code
})
