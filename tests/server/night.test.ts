import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { afterAll, expect, test } from 'vitest'
import { buildVariables, readEnvironment } from '#env.ts'
import { buildSite } from '#publish/build.ts'
import { createLog } from '#server/log.ts'
import { startRepublishing } from '#server/republish.ts'
import { loadSite, type Site } from '#server/site.ts'

const municipality = 'night-test'
let folder: string
afterAll(() =>
  Promise.all([folder, join('dist', municipality)].map((each) => rm(each, { recursive: true, force: true }))),
)

test('after midnight in Oslo the site is built anew, and a passed date is no longer coming', async () => {
  folder = await mkdtemp(join(tmpdir(), 'night-'))
  await cp('content', folder, { recursive: true })
  await cp('content/municipalities/fjordvik', join(folder, 'municipalities', municipality), {
    recursive: true,
  })
  const environmentAt = (now: string) =>
    readEnvironment({ MUNICIPALITY: municipality, PUSTEROM_CONTENT: folder, PUSTEROM_NOW: now })

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
    line: async () => 'none',
    log: createLog({ to: { write: () => {} }, messages: true }),
    every: 20,
  })
  await wait(1000)
  now = Temporal.Instant.from('2026-11-24T23:01:59Z')
  await wait(300)
  expect(live).toBe(evening)
  now = Temporal.Instant.from('2026-11-24T23:02:30Z')
  while (live === evening && republishing.problem() === undefined) await wait(50)
  await republishing.stop()

  expect(republishing.problem()).toBeUndefined()
  expect(nextCafe(live)).toBe('torsdag 26. november')
  // Same content, same program: what draws pages on demand goes on, so that nights do not fill the memory.
  expect(live.program).toBe(evening.program)
}, 400_000)
