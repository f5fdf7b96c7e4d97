/**
 * What the CMS shows beside a text while it is written. Each shipped text is shown as it is, and must give the page
 * that was built from it; then somebody types.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '#access/session.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { openEditing } from '#editing/editing.ts'
import { kindAt } from '#editing/kind-at.ts'
import { readEnvironment } from '#env.ts'
import { readContentFiles } from '#publish/content-files.ts'
import type { Preview } from '#server/preview/preview.ts'
import { openRuntime, type Runtime } from '#server/runtime.ts'
import { loadSite, type Site } from '#server/site.ts'
import { buildFolder, fixedNow } from '../sites.ts'

const municipality = 'fjordvik'
// Pages on demand read the clock of the process.
Object.assign(process.env, { MUNICIPALITY: municipality, PUSTEROM_NOW: fixedNow })
const built = buildFolder(municipality)
const now = Temporal.Instant.from(fixedNow)
const files = (await readContentFiles('content', municipality)).map(({ path, data, body }) => ({
  path: `content/${path}`,
  data: { ...(data as Record<string, unknown>), ...(path.endsWith('.mdx') && { body }) },
}))

let site: Site
let runtime: Runtime & { close(): Promise<void> }
let dataFolder: string
const cookies = new Map<Role, string>()

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'preview-'))
  const environment = readEnvironment({
    MUNICIPALITY: municipality,
    PUSTEROM_DATA: dataFolder,
    PUSTEROM_NOW: fixedNow,
  })
  const opened = await openRuntime(environment, pino({ level: 'silent' }))
  const searchPath = process.env.PATH ?? ''
  const editing = await openEditing({
    dataFolder,
    contentFolder: 'content',
    searchPath,
    municipality,
    now: () => now,
  })
  runtime = { ...opened, editing }
  site = await loadSite(built)
  for (const role of ['coordinator', 'deputy', 'editor', 'reader'] as const) {
    const { id } = await addStaff(runtime.db, runtime.vault, {
      name: role,
      email: `${role}@fjordvik.example`,
      role,
      now,
    })
    const cookie = await startSession(runtime, new Request('http://localhost/'), id)
    cookies.set(role, cookie.split(';')[0] ?? '')
  }
})
afterAll(async () => {
  await runtime.editing?.stop()
  await runtime.close()
  await rm(dataFolder, { recursive: true })
})

async function post(body: string, role: Role | undefined = 'editor', headers: Record<string, string> = {}) {
  const request = new Request('http://localhost/admin/forhandsvisning', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: (role && cookies.get(role)) ?? '', ...headers },
    body,
  })
  const drawn = await site.render(request, { runtime }, '192.0.2.1')
  if (!drawn) throw new Error('expected an answer, got none')
  return drawn.response
}
const show = async (path: string, data: object): Promise<Preview> =>
  (await post(JSON.stringify({ path, data }))).json()

const mainOf = (html = '') =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/\s+/g, ' ')

describe('a text as it is published', () => {
  test.each(files.filter(({ path }) => kindAt(path, municipality)))(
    '$path shows as it was built',
    async ({ path, data }) => {
      const { page, address, problems } = await show(path, data)
      expect(problems).toEqual([])
      if (!address) return
      const file = join(built, 'client', address === '/404/' ? '404.html' : `${address}index.html`)
      const html = await readFile(file, 'utf8').catch(() => undefined)
      expect(mainOf(page).length, address).toBeGreaterThan(200)
      if (html) expect(mainOf(page)).toBe(mainOf(html))
    },
  )
})
