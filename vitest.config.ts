import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores in CI: heavy suites (browser, Redis, PGlite) would starve each other with more workers.
    maxWorkers: 2,
  },
})
