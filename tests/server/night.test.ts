import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildVariables, readEnvironment } from '#env.ts'
import { createLog } from '#server/log.ts'
import type { Site } from '#server/site.ts'
import { makeEditions } from './edition.ts'

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })
const patiently = { timeout: 600_000, interval: 20 }

const municipality = 'night-test'
let editions: Awaited<ReturnType<typeof makeEditions>>
beforeAll(async () => {
  editions = await makeEditions(municipality)
})
afterAll(() => editions?.remove())

test('after midnight in Oslo the site is built anew, and a passed date is no longer coming', async () => {
  // The program of the editions, which builds where it lies.
  const { buildSite } = await load<typeof import('#publish/build.ts')>('publish/build')
  const { startRepublishing } = await load<typeof import('#server/republish.ts')>('server/republish')
  const { loadSite } = await load<typeof import('#server/site.ts')>('server/site')
  const environmentAt = (now: string) =>
    readEnvironment({
      MUNICIPALITY: municipality,
      PUSTEROM_CONTENT: join(editions.folder, 'content'),
      PUSTEROM_DATA: editions.env.PUSTEROM_DATA,
      PUSTEROM_NOW: now,
    })

  let now = Temporal.Instant.from('2026-11-24T08:00:00Z')
  const variables = buildVariables(environmentAt(now.toString()))
  const built = await buildSite({ municipality, variables, now: () => now })
  const evening = await loadSite(built.folder)
  const nextCafe = (site: Site) => {
    const front = site.find('/')
    if (!front || !('file' in front)) throw new Error('expected a front page, got none')
    return /Neste gang: (\S+ \d+\. \S+)/.exec(front.file.variants.identity.bytes.toString())?.[1]
  }
  expect(nextCafe(evening)).toBe('tirsdag 24. november')

  let live = evening
  let looks = 0
  now = Temporal.Instant.from('2026-11-24T22:59:00Z')
  const republishing = startRepublishing({
    environment: environmentAt('2026-11-24T23:02:30Z'),
    server: {
      switchTo(site) {
        live = site
      },
    },
    site: evening,
    now: () => now,
    line: async () => {
      looks += 1
      return 'none'
    },
    log: createLog({ to: { write: () => {} }, messages: true }),
    every: 20,
  })
  const lookAgain = async () => {
    const before = looks
    await expect.poll(() => looks, patiently).toBeGreaterThan(before + 2)
  }
  await lookAgain()
  now = Temporal.Instant.from('2026-11-24T23:01:59Z')
  await lookAgain()
  expect(live).toBe(evening)
  expect(await editions.builds()).toHaveLength(1)
  now = Temporal.Instant.from('2026-11-24T23:02:30Z')
  await expect.poll(() => live !== evening || republishing.problem() !== undefined, patiently).toBe(true)
  await republishing.stop()

  expect(republishing.problem()).toBeUndefined()
  expect(nextCafe(live)).toBe('torsdag 26. november')
  // Same content, same program: what draws pages on demand goes on, so that nights do not fill the memory.
  expect(live.program).toBe(evening.program)
})

const load = <Part>(part: string): Promise<Part> =>
  import(/* @vite-ignore */ pathToFileURL(join(editions.folder, `src/${part}.ts`)).href)
