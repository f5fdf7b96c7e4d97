/** A built site behind the real server in this process: quicker than in one of its own, and its database is at hand. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readEnvironment } from '#env.ts'
import type { Runtime } from '#server/runtime.ts'
import { serve } from '#server/serve.ts'
import { buildFolder, type SiteName, siteEnvironment } from './sites.ts'

export interface SiteHere {
  readonly origin: string
  readonly dataFolder: string
  /** What the pages work with, to put in its database what a test needs to find. */
  readonly runtime: Runtime
  readonly stop: () => Promise<void>
}

/** @param variables of its environment. A data folder of the caller's stays when the server has stopped. */
export async function serveHere(name: SiteName, variables: Record<string, string> = {}): Promise<SiteHere> {
  const dataFolder = variables.PUSTEROM_DATA ?? mkdtempSync(join(tmpdir(), `pusterom-${name}-`))
  const all = siteEnvironment(name, { PORT: '0', ...variables, PUSTEROM_DATA: dataFolder })
  const log = pino({ level: 'silent' })
  const { port, runtime, stop } = await serve(readEnvironment(all), buildFolder(name), log)
  return {
    origin: `http://127.0.0.1:${port}`,
    dataFolder,
    runtime,
    async stop() {
      await stop()
      if (!variables.PUSTEROM_DATA) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
