import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

// Each folder of tests/ is a suite; tests/run.ts runs them one by one. Tests of one file run in order unless they
// say `concurrent`. Nothing may depend on the time zone of the machine, so it is an odd one.
process.env.TZ = 'Pacific/Chatham'
// Processes that tests start find our program compiled.
process.env.NODE_COMPILE_CACHE = resolve('.test/compiled')

export default defineConfig({
  test: {
    include: ['tests/*/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/db/postgres.ts', 'tests/chromium.ts'],
    pool: 'forks',
    maxWorkers: 2,
    maxConcurrency: 3,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What is waited for comes soon; on a busy machine a second is not soon.
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
  },
})
