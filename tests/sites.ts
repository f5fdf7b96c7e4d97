/** The sites that the tests look at: three municipalities, built once with the same clock. */
import { resolve } from 'node:path'

/** A Saturday in November: café dates lie ahead, and winter time has begun. */
export const fixedNow = '2026-11-21T08:00:00Z'

/**
 * `hamar` and `gjovik` are drafts with real words; `fjordvik` is invented and fully confirmed. Every page of
 * `hamar` is looked at in depth, in the others one page of each type.
 */
export const siteNames = ['hamar', 'gjovik', 'fjordvik'] as const
export type SiteName = (typeof siteNames)[number]

/** Where `tests/run.ts` builds a site to. */
export const buildFolder = (name: SiteName) => resolve('.test', name)

/** The environment of a build or a server of the tests. Nothing of the developer's own leaks in. */
export function siteEnvironment(name: SiteName, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ASTRO_TELEMETRY_DISABLED: '1',
    MUNICIPALITY: name,
    PUSTEROM_NOW: fixedNow,
    ...more,
  }
}
