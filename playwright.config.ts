import { defineConfig } from '@playwright/test'
import type { Engine } from './e2e/workbench'

/**
 * The stories that hang on how a browser lays out, draws, selects and takes keys: they are told in a newer Chromium as
 * well, since users have newer Electrons.
 */
const ofTheWindow = [
  'boundaries',
  'comfort',
  'drawing',
  'find-in-article',
  'hands-on-the-keys',
  'hostile-texts',
  'keyboard-reading',
  'large',
  'sticky',
  'tagging',
].map((name) => `**/${name}.spec.ts`)

/**
 * The stories drive the built app in a real Electron, two at a time, each with folders of its own.
 * In CI one that fails is told up to twice more, on a machine that may just have been slow; `npm test` names it at its end,
 * and it is to be mended like any other.
 */
export default defineConfig<{ engine: Engine }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: ['demo/**', 'bench/**'],
  outputDir: 'out/stories',
  globalSetup: './scripts/display.mjs',
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: process.env['CI'] ? 2 : 0,
  reporter: 'list',
  projects: [{ name: 'electron' }, { name: 'chromium', testMatch: ofTheWindow, use: { engine: 'chromium' } }],
})
