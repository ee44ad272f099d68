import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{data,electron,renderer,e2e}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    environment: 'node',
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    // Vitest would leave one core free, which on two is half of them.
    maxWorkers: '100%',
  },
})
