/**
 * What the CMS shows beside a text while it is written. Each shipped text is shown as it is, and must give the page
 * that was built from it; then somebody types.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startSession } from '#access/session.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { type Editing, openEditing } from '#editing/editing.ts'
import { kindAt } from '#editing/kind-at.ts'
import { measureReadability } from '#editorial/readability.ts'
import { hardTexts } from '#editorial/report/hard-texts.ts'
import { readEnvironment } from '#env.ts'
import { readContentFiles } from '#publish/content-files.ts'
import { toPage } from '#publish/report-content.ts'
import type { Preview } from '#server/preview/preview.ts'
import { openRuntime, type Runtime } from '#server/runtime.ts'
import { loadSite, type Site } from '#server/site.ts'
import { asking, kari, media } from '../editing/asking.ts'
import { aPicture } from '../editing/pictures.ts'
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

async function post(
  body: string,
  role: Role | undefined = 'editor',
  headers: Record<string, string> = {},
  from: Runtime = runtime,
) {
  const request = new Request('http://localhost/admin/forhandsvisning', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: (role && cookies.get(role)) ?? '', ...headers },
    body,
  })
  const drawn = await site.render(request, { runtime: from }, '192.0.2.1')
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

const right = 'content/pages/nb/rights/avlastning.mdx'
const shipped = (path: string) => files.find((file) => file.path === path)?.data ?? {}

describe('a text that somebody is typing', () => {
  test('shows each word at once, on the page and nowhere else', async () => {
    const typed = { ...shipped(right), promise: 'Du kan få en pause i dag.' }
    expect(mainOf((await show(right, typed)).page)).toContain('<p class="lead">Du kan få en pause i dag.</p>')
    expect(mainOf((await show(right, shipped(right))).page)).not.toContain('en pause i dag')
  })

  test('is shown where its words are read', async () => {
    const notice = {
      title: 'Flyttet',
      text: 'Kafeen er flyttet til biblioteket.',
      from: '2026-11-20',
      until: '2026-11-30',
    }
    const shown = await show('content/municipalities/fjordvik/notices/ny.yaml', notice)
    expect(shown).toMatchObject({ address: '/', problems: [] })
    expect(shown.page).toContain('Kafeen er flyttet til biblioteket.')
    const law = await show('content/laws/hol.yaml', {
      ...shipped('content/laws/hol.yaml'),
      name: 'Omsorgsloven',
    })
    expect(mainOf(law.page)).toContain('Omsorgsloven § ')
    expect(await show('content/search/words.yaml', shipped('content/search/words.yaml'))).not.toHaveProperty(
      'page',
    )
  })

  test('shows a picture as it was saved, before it is live', async () => {
    const content = (await aPicture('jpeg')).toString('base64')
    const asset = { path: `${media}/brygga.jpg`, content, encoding: 'base64' }
    const options = { commitMessage: 'Upload' }
    await asking(runtime.editing as Editing).get(kari, 'persistMedia', { asset, options })
    const picture = { file: '/media/brygga.jpg', alt: 'Brygga' }
    const { page } = await show(right, { ...shipped(right), picture })
    const address = /<img src="?(\S+?)"? alt="?Brygga"? width="?64/.exec(page ?? '')?.[1] ?? ''
    expect(address).toBe('/admin/bilder/brygga.jpg')
    const get = async (path: string) => {
      const headers = { cookie: cookies.get('editor') ?? '' }
      const drawn = await site.render(new Request(`http://localhost${path}`, { headers }), { runtime }, '')
      return [drawn?.response.status, drawn?.response.headers.get('content-type')]
    }
    expect(await get(address)).toEqual([200, 'image/jpeg'])
    expect((await get('/admin/bilder/strand.jpg'))[0]).toBe(404)
    expect((await get('/admin/bilder/municipality.yaml'))[0]).toBe(404)
  })

  test('says what is missing, and shows what was published in its place', async () => {
    const shown = await show(right, {
      ...shipped(right),
      promise: '',
      reviewBy: '2026-02-3',
      sources: [{ law: 'hol' }],
    })
    expect(shown.problems.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['«Løftet»', '«Se over innen»']),
    )
    expect(mainOf(shown.page)).toContain(String((shipped(right) as { promise?: string }).promise))
  })

  test('may have nothing but a title', async () => {
    const shown = await show('content/pages/nb/rights/ny.mdx', { title: 'Helt ny', body: '' })
    expect(shown.problems).toContain('«Løftet»: Må fylles ut')
    expect(shown.lacks).toEqual([expect.stringContaining('Ingen kilde ennå')])
    expect(mainOf(shown.page)).toContain('<h1>Helt ny</h1>')
  })

  test('may lead to pages and offices that do not exist', async () => {
    const wrong = {
      ...shipped(right),
      related: ['/finnes-ikke/'],
      body: 'Ring.\n\n<Contact id="finnes-ikke" />',
    }
    const shown = await show(right, wrong)
    expect(shown.problems.join()).toContain('Her står det som er publisert')
    expect(mainOf(shown.page)).toContain('<h1>Avlastning</h1>')
  })
})

describe('what somebody should not write', () => {
  test.each([
    ['code', '{process.env.HOME}'],
    ['a script', '<script>alert(1)</script>'],
    ['an import', 'import fs from "node:fs"'],
    ['a block of her own', '<Hus onclick="x">\n\nHei\n\n</Hus>'],
    ['a sign that opens a block', 'Mindre enn <to'],
    ['a link that runs', '[her](javascript:alert(1))'],
  ])('is told of in Norwegian and never drawn: %s in the body', async (_, hostile) => {
    const shown = await show(right, { ...shipped(right), body: `Før.\n\n${hostile}\n\nEtter.` })
    expect(shown.problems[0]).toMatch(/^Ved «.+»: /)
    const main = mainOf(shown.page)
    expect(main).toContain('<p>Før.</p>')
    expect(main).toContain('<p>Etter.</p>')
    expect(main).not.toMatch(/<script|onclick|javascript:|process\.env|node:fs|<hus/i)
    expect(main).not.toContain(process.env.HOME ?? '/root')
  })

  test('is text in every field', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'</p>'
    const shown = await show(right, {
      ...shipped(right),
      title: hostile,
      promise: hostile,
      nextStep: hostile,
    })
    expect(shown.page).not.toContain('<img src=x')
    expect(mainOf(shown.page)).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  test('is named when it is a field that does not exist', async () => {
    const shown = await show(
      right,
      JSON.parse(JSON.stringify(shipped(right)).replace('{', '{"__proto__":{"a":1},"x":1,')),
    )
    expect(shown.problems.join()).toContain('finnes ikke her')
    expect(mainOf(shown.page)).toContain('<h1>Avlastning</h1>')
  })

  test.each([
    'content/../../etc/passwd',
    '/etc/passwd',
    'content/municipalities/hamar/municipality.yaml',
    '.git/config',
  ])('is not a file of the site: %s', async (path) => {
    expect((await post(JSON.stringify({ path, data: {} }))).status).toBe(404)
  })

  test('is told of when it is too long', async () => {
    const shown = await show(right, { ...shipped(right), body: 'Ord. '.repeat(60_000) })
    expect(shown.problems[0]).toMatch(/^Teksten er for lang: 3\d\d kB/)
  })
})

/** Words and signs that mean something to a parser, whole and in halves. */
const signs =
  '*|_|**|[|]|](|)|<|>|</|/>|{|}|`|```|\n|\n\n|    |- |1. |> |# |## |---|~~|$|[^1]|[a]: |![|<!--|-->|<!|<?|&amp;|&#x202E;|&#0;|\\|\0|\ud800|\u202e|\ufeff|😀|zz9| |import x from "y"|export const a = 1|<zz9>|</zz9>|<script>zz9</script>|<img src=zz9 onerror=zz9>|<Steps>|</Steps>|<Steps title="|<Contact id="zz9" />|<Blank label="zz9" lines="1" />|<Signatures of="zz9, |[zz9](javascript:zz9)|[zz9](https://zz9.example)|[kommune]|[zz9]|{...zz9}|<>|<a.b.c>|<svg onload=zz9>|\r|"|\''.split(
    '|',
  )
const texts = fc
  .array(fc.constantFrom(...signs), { maxLength: 40 })
  .chain((parts) => fc.constantFrom(1, 2, 30).map((times) => parts.join('').repeat(times)))

test('whatever is typed gets an answer soon, and nothing of it becomes HTML', async () => {
  const said = vi.spyOn(console, 'error')
  onTestFinished(() => said.mockRestore())
  const paths = [right, 'content/attachments/samarbeidsavtale.mdx'] as const
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), texts, async (path, body) => {
      const begun = process.cpuUsage()
      const response = await post(JSON.stringify({ path, data: { ...shipped(path), body } }))
      const { user, system } = process.cpuUsage(begun)
      expect((user + system) / 1000).toBeLessThan(2000)
      expect([200, 413]).toContain(response.status)
      const { page = '', error = '' } = (await response.json()) as Partial<Preview> & { error?: string }
      expect(page || error).not.toBe('')
      expect(page).not.toMatch(/<\/?zz9|<script|<img[^>]*zz9|<svg[^>]*zz9|href="javascript/i)
    }),
    { numRuns: 60, seed: 20261121 },
  )
  expect(said).not.toHaveBeenCalled()
})

describe('the page in its frame', () => {
  test('runs no script and sends nothing', async () => {
    const { page = '' } = await show(right, shipped(right))
    expect(page).not.toMatch(/<script/)
    expect(page).toMatch(
      /<head><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'/,
    )
    expect(page).toContain("form-action 'none'")
  })
})

describe('who may ask', () => {
  const question = JSON.stringify({ path: right, data: {} })

  test('is whoever may edit', async () => {
    for (const role of ['editor', 'coordinator'] as const)
      expect((await post(question, role)).status).toBe(200)
    for (const role of ['reader', 'deputy'] as const) expect((await post(question, role)).status).toBe(404)
    expect((await post(question, undefined, { cookie: '' })).status).toBe(401)
    expect((await post(question, 'editor', { origin: 'https://other.example' })).status).toBe(403)
  })

  test('asks in JSON', async () => {
    expect((await post(question, 'editor', { 'content-type': 'text/plain' })).status).toBe(415)
    for (const body of ['', '[]', '{"path":1,"data":{}}', '{"path":"x"}'])
      expect((await post(body)).status).toBe(400)
  })
})

test('a session that asks without end is told to wait, and another one is answered', async () => {
  // The clock of these tests stands still: it measures no haste unless it passes for a real one.
  const strict = { ...runtime, environment: { ...runtime.environment, fixedNow: undefined } }
  const ask = (role: Role) => post('[]', role, {}, strict)
  for (let times = 0; times < 225; times += 1) expect((await ask('editor')).status).toBe(400)
  const refused = await ask('editor')
  expect(refused.status).toBe(429)
  expect(await refused.json()).toEqual({ error: expect.stringContaining('Vent et minutt') })
  expect((await ask('coordinator')).status).toBe(400)
})

describe('how heavy a text is', () => {
  test('is what the report says, with a reason for each sentence', async () => {
    const sentence =
      'Kommunehelsetjenesten tilbyr hjemmeboende omsorgspersoner individuelle avlastningstiltak etter søknadsbehandling. '
    const body = sentence.repeat(12)
    const { reading } = await show(right, { ...shipped(right), body })
    const page = toPage({ file: right, path: right.slice(8), body }, shipped(right) as never)
    const figures = measureReadability(page.blocks.map(({ text }) => text))
    expect(reading).toMatchObject({
      audience: 'Voksne',
      lix: figures.lix,
      meanSentence: figures.meanSentence,
    })
    expect(hardTexts([page])[0]?.lines.slice(1)).toEqual(reading?.hardest.map(({ text }) => `«${text}»`))
    expect(reading?.advice).toMatch(/^Teksten er litt tung\. Del de merkede setningene/)
    expect(reading?.hardest.map(({ why }) => why).join()).toContain('lange ord: Kommunehelsetjenesten')
  })

  test('is not asked of English', async () => {
    const path = 'content/pages/en/rights/avlastning.mdx'
    expect(await show(path, shipped(path))).not.toHaveProperty('reading')
  })

  test('stops nobody, and neither do facts without a day', async () => {
    const shown = await show(right, { ...shipped(right), reviewBy: '2026-11-01' })
    expect(shown.problems).toEqual([])
    expect(shown.lacks.join()).toContain('Skulle vært sett over innen 1. november 2026')
    expect(shown.lacks.join()).toContain('mangler dagen den ble lest')
  })
})
