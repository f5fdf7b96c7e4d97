/**
 * Every page that there is × everybody × looking and acting. The pages are read from src/pages, so a new one cannot be
 * forgotten; who may what is said here once more, so that a change of src/access/permission.ts must be meant.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeOf, roles } from '#access/permission.ts'
import { startSession } from '#access/session.ts'
import { addStaff } from '#db/staff.ts'
import { readEnvironment } from '#env.ts'
import { openRuntime, type Runtime } from '#server/runtime.ts'
import { loadSite, type Site } from '#server/site.ts'
import { buildFolder, fixedNow } from '../sites.ts'

const everybody = ['nobody', ...roles] as const
type Somebody = (typeof everybody)[number]

/** Who may look | who may act, by /admin/ or the first part below /koordinator/. What is not named is for those who do the work. */
const doers: readonly Somebody[] = ['coordinator', 'deputy']
const counters: readonly Somebody[] = [...doers, 'reader']
const table: Readonly<Record<string, readonly [readonly Somebody[], readonly Somebody[]]>> = {
  'min-tilgang': [roles, roles],
  kafe: [counters, doers],
  tall: [counters, doers],
  kapasitet: [counters, doers],
  publisering: [
    ['coordinator', 'editor'],
    ['coordinator', 'editor'],
  ],
  tilbakemeldinger: [['coordinator', 'deputy', 'editor'], doers],
  admin: [
    ['coordinator', 'editor'],
    ['coordinator', 'editor'],
  ],
  revisjon: [['coordinator'], []],
}
const recordTables: Readonly<Record<string, string>> = {
  frivillige: 'volunteers',
  henvendelser: 'referrals',
  koblinger: 'matches',
  innsendinger: 'submissions',
  kurs: 'sign_ups',
}

const record = '3f0c8a52-6d1e-4b7a-9c55-0e2f4d6a8b10'

/** The addresses of all pages that are drawn on demand, with the id of some record in each. */
const pages = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(astro|ts)$/.test(file) && !/(^|\/)_/.test(file))
  .filter((file) => /prerender = false/.test(readFileSync(join('src/pages', file), 'utf8')))
  .map((file) => `/${file.replace(/\.(astro|ts)$/, '').replace(/(^|\/)index$/, '$1')}`)
  .map((path) => path.replace(/\[[^\]]+\]/g, record).replace(/\/?$/, /\.\w+$/.test(path) ? '' : '/'))
  .sort()
const staffPages = pages.filter((path) => /^\/(koordinator|admin)\//.test(path))
/** What a program asks, and not a person in a browser: it is told why, and led nowhere. */
const programPages = ['/admin/api/v1/', '/admin/forhandsvisning/']

let site: Site
let runtime: Runtime & { close(): Promise<void> }
let dataFolder: string
const ids = new Map<Somebody, string>()

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'rights-'))
  const environment = readEnvironment({
    MUNICIPALITY: 'fjordvik',
    PUSTEROM_DATA: dataFolder,
    PUSTEROM_NOW: fixedNow,
  })
  runtime = await openRuntime(environment, pino({ level: 'silent' }))
  site = await loadSite(buildFolder('fjordvik'))
  const now = Temporal.Instant.from(fixedNow)
  for (const role of roles) {
    const person = { name: role, email: `${role}@fjordvik.example`, role, now }
    ids.set(role, (await addStaff(runtime.db, runtime.vault, person)).id)
  }
})
afterAll(async () => {
  await runtime.close()
  await rm(dataFolder, { recursive: true })
})

/** As the server asks a page, in a session of its own. */
async function ask(path: string, who: Somebody, method: string) {
  const url = `http://localhost${path}`
  const id = ids.get(who)
  const setCookie = id && (await startSession(runtime, new Request(url), id))
  const headers = { ...(setCookie && { cookie: setCookie.split(';')[0] ?? '' }) }
  const body = method === 'POST' ? new URLSearchParams({ nothing: '' }) : null
  const drawn = await site.render(new Request(url, { method, headers, body }), { runtime }, '192.0.2.1')
  const { response } = drawn ?? { response: new Response(null, { status: 404 }) }
  return { status: response.status, to: response.headers.get('location'), text: await response.text() }
}

const linesOf = async () => {
  const lines = await runtime.db.selectFrom('audit_lines').selectAll().where('act', '=', 'refuse').execute()
  await runtime.db.deleteFrom('audit_lines').where('act', '=', 'refuse').execute()
  return lines.map((line) => ({ actor: line.actor, table: line.table_name, row: line.row_id }))
}

describe('every page', () => {
  test('is found, with and without a record', () => {
    expect(staffPages).toContain('/koordinator/')
    expect(staffPages.some((path) => path.includes(record))).toBe(true)
    expect(pages.length).toBeGreaterThan(staffPages.length)
  })

  test.each(staffPages)('%s is for those who may, and for others not there', async (path) => {
    const [, first = '', second = ''] = path.split('/')
    const part = first === 'admin' ? first : second
    const [readers, actors] = table[part] ?? [doers, doers]
    for (const who of everybody)
      for (const method of ['GET', 'POST']) {
        const answer = await ask(path, who, method)
        const said = `${method} by ${who}`
        const lines = await linesOf()
        if (who === 'nobody') {
          if (programPages.includes(path)) expect(answer, said).toMatchObject({ status: 401, to: null })
          else expect(answer, said).toMatchObject({ status: 303, to: '/logg-inn/', text: '' })
          expect(lines, said).toEqual([])
        } else if ((method === 'GET' ? readers : actors).includes(who)) {
          expect(lines, said).toEqual([])
          // Here nobody edits texts, and a program is told so.
          if (!path.startsWith('/admin/') || answer.status !== 501)
            expect(answer.status, said).toBeLessThan(500)
          expect([answer.status, answer.to], said).not.toEqual([303, '/logg-inn/'])
        } else {
          expect(answer, said).toMatchObject({ status: 404, to: null })
          if (!programPages.includes(path)) expect(answer.text, said).toBe('')
          const isRecord = path.includes(record) && recordTables[part]
          const on = isRecord ? { table: isRecord, row: record } : { table: 'pages' }
          expect(lines, said).toEqual([expect.objectContaining({ actor: ids.get(who), ...on })])
        }
      }
  })

  test.each(pages.filter((path) => !staffPages.includes(path)))(
    '%s asks nobody who they are',
    async (path) => {
      for (const who of ['nobody', 'reader'] as const) {
        const answer = await ask(path, who, 'GET')
        expect(answer.status).toBeLessThan(500)
        if (!path.startsWith('/logg-')) expect(answer.to).not.toBe('/logg-inn/')
      }
      expect(await linesOf()).toEqual([])
    },
  )
})

test.each(roles)('the page that a %s starts at is there', async (role) => {
  expect((await ask(homeOf(role), role, 'GET')).status).toBe(200)
})

test.each(['reader', 'editor'] as const)('a %s learns nothing from the address of a record', async (who) => {
  const there = await ask(`/koordinator/innsendinger/${record}/`, who, 'GET')
  expect(await linesOf()).toEqual([{ actor: ids.get(who), table: 'submissions', row: record }])
  expect(there).toEqual(await ask('/koordinator/finnes-ikke/', who, 'GET'))
})

test('what somebody types is not in the log', async () => {
  for (const typed of ['kari-hemmelig', 'Kari%20Hemmelig', `${record}-hemmelig`])
    await ask(`/koordinator/innsendinger/${typed}/`, 'reader', 'GET')
  const nothing = { actor: ids.get('reader'), table: 'pages', row: '/koordinator/innsendinger' }
  expect(await linesOf()).toEqual([nothing, nothing, nothing])
})
