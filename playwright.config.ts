import { defineConfig } from '@playwright/test'

/** The stories drive the built app in a real Electron, two at a time, each with folders of its own. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: ['demo/**', 'bench/**'],
  outputDir: 'out/stories',
  globalSetup: './scripts/display.mjs',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
})
