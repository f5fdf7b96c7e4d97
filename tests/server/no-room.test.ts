import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { readEnvironment } from '#env.ts'
import { homeOf } from '#publish/builds.ts'
import { readBuiltState } from '#publish/publish-state.ts'
import { createLog } from '#server/log.ts'
import { startRepublishing } from '#server/republish.ts'
import type { Site } from '#server/site.ts'
import { now } from '../db/databases.ts'

test('texts that cannot be written out to be built are told as stopped, once, however often it is tried', async () => {
  const municipality = 'no-room-test'
  onTestFinished(() => rmSync(homeOf(municipality), { recursive: true, force: true }))
  let tries = 0
  const republishing = startRepublishing({
    environment: readEnvironment({ MUNICIPALITY: municipality }),
    server: { switchTo: () => {} },
    site: { folder: '/nowhere' } as Site,
    now: () => now,
    log: createLog({ to: { write: () => {} }, messages: false }),
    line: async () => 'none',
    texts: {
      published: async () => {
        tries += 1
        throw new Error('ENOSPC: no space left on device, write')
      },
      head: async () => 'abc',
      check: async () => [],
    },
    every: 10,
  })
  onTestFinished(() => republishing.stop())
  await expect.poll(() => republishing.problem()).toContain('the last build failed')
  republishing.wake()
  await expect.poll(() => tries).toBeGreaterThan(1)
  await republishing.stop()
  const { past } = await readBuiltState(municipality)
  expect(past).toEqual([{ what: 'stopped', at: now.toString(), texts: 'abc', stops: [] }])
})
