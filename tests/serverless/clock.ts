/** The clock of each host, made to strike once: what it would do is read from the build. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Variables = Readonly<Record<string, string>>

export async function ringClock(host: string, folder: string, variables: Variables): Promise<void> {
  const { PUBLIC_URL: origin = '', SCHEDULE_SECRET: secret } = variables
  if (host === 'netlify') {
    Object.assign(globalThis, { Netlify: { env: { get: (name: string) => variables[name] } } })
    const file = pathToFileURL(join(folder, '.netlify/v1/functions/runde.mjs')).href
    const { default: run, config } = await import(/* @vite-ignore */ file)
    expectEveryMinute(config.schedule)
    await run()
  } else if (host === 'vercel') {
    // https://vercel.com/docs/cron-jobs/manage-cron-jobs#securing-cron-jobs
    const { crons } = JSON.parse(await readFile(join(folder, '.vercel/output/config.json'), 'utf8'))
    expectEveryMinute(crons[0].schedule)
    await fetch(new URL(crons[0].path, origin), { headers: { authorization: `Bearer ${secret}` } })
  } else {
    const { triggers } = JSON.parse(
      await readFile(join(folder, 'dist/cloudflare/server/wrangler.json'), 'utf8'),
    )
    expectEveryMinute(triggers.crons[0])
    await fetch(`${origin}/cdn-cgi/local/scheduled`)
  }
}

function expectEveryMinute(schedule: string): void {
  if (schedule !== '* * * * *') throw new Error(`expected a call every minute, got ${schedule}`)
}
