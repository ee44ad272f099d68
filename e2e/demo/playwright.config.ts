import { defineConfig } from '@playwright/test'

/** The main job once, slowly enough to be looked at: `npm run demo` leaves its pictures in out/demo/. */
export default defineConfig({
  testDir: '.',
  testMatch: ['demo.ts', 'readme-pictures.ts'],
  outputDir: '../../out/demo-failures',
  globalSetup: '../../scripts/display.mjs',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
})
