import { rm } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { buildVariables, readEnvironment } from '#env.ts'
import { dayOf } from '#publish/night.ts'
import { type Stamp, stampOf } from '#publish/stamp.ts'
import { createLog } from '#server/log.ts'
import { startRepublishing } from '#server/republish.ts'
import type { Site } from '#server/site.ts'

const now = () => Temporal.Instant.from('2026-11-21T08:00:00Z')
const municipality = 'nobody-has-built-this'
const environment = readEnvironment({ MUNICIPALITY: municipality })
afterAll(() => rm(`dist/${municipality}`, { recursive: true, force: true, maxRetries: 10 }))

/** Whether a server that shows a site with this stamp begins to build another. */
async function builds(change: Partial<Stamp>): Promise<boolean> {
  const stamp = { ...(await stampOf(buildVariables(environment), dayOf(now()))), ...change }
  const lines: string[] = []
  let looks = 0
  const log = createLog({ messages: true, to: { write: (line: string) => lines.push(line) } })
  const server = { switchTo: () => {} }
  const republishing = startRepublishing({
    environment,
    server,
    site: { stamp } as Site,
    now,
    log,
    line: async () => {
      looks += 1
      return 'none'
    },
    every: 50,
  })
  onTestFinished(() => republishing.stop())
  const begins = () => lines.some((line) => line.includes('"msg":"building"'))
  // When it looks a second time it has decided after the first.
  await expect.poll(() => begins() || looks > 1).toBe(true)
  await republishing.stop()
  return begins()
}

test('of two processes with settings of their own neither undoes the build of the other', async () => {
  expect(await builds({})).toBe(false)
  expect(await builds({ content: 'other words' })).toBe(true)
  expect(await builds({ program: 'drawn with another port' })).toBe(false)
})
