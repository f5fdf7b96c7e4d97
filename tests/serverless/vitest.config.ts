import { defineConfig } from 'vitest/config'

// Not among the suites of `npm test`: these need an adapter, which tests/serverless/run.ts installs from the network.
export default defineConfig({
  test: {
    include: ['tests/serverless/*.hosted.ts'],
    globalSetup: 'tests/db/postgres.ts',
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
