/** Builds the site for a serverless host, into the folders where that host looks. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { build } from 'astro'
import type { Environment, HostName } from '#env.ts'
import { hosts } from './hosts.ts'
import { fileHeaders, writeHeaders, writePolicies } from './protect.ts'

/** Every minute, in the notation of all three. */
const schedule = '* * * * *'
const path = '/api/runde'

/**
 * @returns the folder with the files; the function lies where the host's own tools look for it
 * @throws when the content is refused or the adapter is missing
 */
export async function buildHosted(host: HostName, { publicUrl }: Environment): Promise<string> {
  const { files } = hosts[host]
  // Astro's warnings are of its insides.
  await build({ outDir: `dist/${host}`, logLevel: 'error' })
  await writePolicies(files)
  if (host === 'vercel') await finishVercel(publicUrl)
  else await writeHeaders(files, publicUrl)
  if (host === 'netlify') await addNetlifySchedule()
  return files
}

/** https://vercel.com/docs/build-output-api/configuration */
async function finishVercel(publicUrl: URL | undefined): Promise<void> {
  const file = '.vercel/output/config.json'
  const config = JSON.parse(await readFile(file, 'utf8'))
  const protect = { src: '/.*', headers: fileHeaders(publicUrl), continue: true }
  const crons = [{ path, schedule }]
  await writeFile(file, JSON.stringify({ ...config, routes: [protect, ...config.routes], crons }))
}

/**
 * A function of its own, since only those without an address can have a schedule there:
 * https://docs.netlify.com/build/functions/scheduled-functions/
 */
async function addNetlifySchedule(): Promise<void> {
  const folder = '.netlify/v1/functions'
  await mkdir(folder, { recursive: true })
  await writeFile(
    `${folder}/runde.mjs`,
    `export default async () => {
  const headers = { authorization: \`Bearer \${Netlify.env.get('SCHEDULE_SECRET')}\` }
  const { status } = await fetch(new URL('${path}', Netlify.env.get('PUBLIC_URL')), { headers })
  if (status !== 200) throw new Error(\`expected 200 from ${path}, got \${status}\`)
}
export const config = { schedule: '${schedule}' }
`,
  )
}
