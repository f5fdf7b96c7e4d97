import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { readEnvironment } from '#env.ts'
import { homeOf } from '#publish/builds.ts'
import { createLog } from '#server/log.ts'
import { startRepublishing } from '#server/republish.ts'
import type { Site } from '#server/site.ts'
import { now } from '../db/databases.ts'

test('a clock that is set back is no reason to let the day of a site stand', async () => {
  const municipality = 'clock-test'
  onTestFinished(() => rmSync(homeOf(municipality), { recursive: true, force: true }))
  let [clock, looks, tries] = [now, 0, 0]
  const republishing = startRepublishing({
    environment: readEnvironment({ MUNICIPALITY: municipality }),
    server: { switchTo: () => {} },
    site: { folder: '/nowhere' } as Site,
    now: () => clock,
    log: createLog({ to: { write: () => {} }, messages: false }),
    line: async () => {
      looks += 1
      return 'none'
    },
    texts: {
      published: async () => {
        tries += 1
        throw new Error('expected nobody to build in this test, got somebody')
      },
      head: async () => 'abc',
      check: async () => [],
    },
    every: 10,
  })
  onTestFinished(() => republishing.stop())
  const afterSomeLooks = async () => {
    const before = looks
    await expect.poll(() => looks).toBeGreaterThan(before + 3)
    return tries
  }
  expect(await afterSomeLooks()).toBe(1)
  clock = now.add({ minutes: 50 })
  expect(await afterSomeLooks()).toBe(1)
  clock = now.subtract({ hours: 24 })
  expect(await afterSomeLooks()).toBe(2)
  clock = clock.add({ minutes: 61 })
  expect(await afterSomeLooks()).toBe(3)
})
