import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folderOf, kinds } from '#editing/kinds.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { folderName } from '#publish/new-municipality.ts'
import { siteEnvironment } from '../sites.ts'

const folder = mkdtempSync(join(tmpdir(), 'pusterom-new-'))
const content = join(folder, 'content')
const own = join(content, 'municipalities/ostre-slidre')
const environment = {
  ...siteEnvironment('hamar'),
  MUNICIPALITY: 'ostre-slidre',
  PUSTEROM_CONTENT: content,
  PUSTEROM_DATA: join(folder, 'data'),
  PORT: '0',
}
/** Runs a file of ours to its end. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', args, { env: environment, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}
const make = (...names: string[]) => run('src/commands/new-municipality.ts', ...names)

beforeAll(() => {
  cpSync('content', content, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a name', () => {
  test.each([
    ['Hamar', 'hamar'],
    ['Østre Slidre', 'ostre-slidre'],
    ['Nord-Fron', 'nord-fron'],
    ['Nore og Uvdal', 'nore-og-uvdal'],
    ['Ål', 'al'],
    ['Kárášjohka', 'karasjohka'],
  ])('%s becomes the folder %s', (name, slug) => expect(folderName(name)).toBe(slug))

  test.each([
    '',
    'hamar',
    'Hamar kommune',
    'Hamar Kommune',
    '../Hamar',
    'Hamar\n',
    'Oslo2',
    '<b>',
    'A'.repeat(50),
  ])('«%s» is refused, and the message shows how to write it', (name) =>
    expect(() => folderName(name)).toThrow(/stor bokstav og uten ordet kommune: "Vestre Toten"/),
  )
})

/** A template with a number in the place of its zeros, which no file may keep. */
const called = (template: string) => template.replaceAll('00 00 00 00', '62 00 00 01')

describe('the command', () => {
  test('refuses two names, a bad one and one that is there, and writes nothing', () => {
    const before = readdirSync(join(content, 'municipalities'))
    for (const names of [[], ['Vestre', 'Toten'], ['hamar'], ['Hamar']]) {
      const { status, said } = make(...names)
      expect({ names, status }).toEqual({ names, status: 1 })
      expect(said).toMatch(/Skriv ett navn|stor bokstav|finnes fra før/)
    }
    expect(readdirSync(join(content, 'municipalities'))).toEqual(before)
  })

  test('makes the whole folder, and says what to do next', () => {
    const { status, said } = make('Østre Slidre')
    expect(said).toContain('MUNICIPALITY=ostre-slidre npm run report')
    expect(status).toBe(0)
    const left = readdirSync(own, { recursive: true, encoding: 'utf8' }).flatMap((file) =>
      /\.\w+$/.test(file) ? (readFileSync(join(own, file), 'utf8').match(/\{\w+\}/g) ?? []) : [],
    )
    expect(left).toEqual([])
  })

  test('leaves no field of a municipality unmentioned, and fills in none that it does not know', () => {
    const text = readFileSync(join(own, 'municipality.yaml'), 'utf8')
    expect(municipalitySchema.parse(parse(text))).not.toHaveProperty('respite')
    const isDemo = (key: string) => key === 'invented'
    const missing = Object.keys(municipalitySchema.shape).filter(
      (key) => !isDemo(key) && !new RegExp(`^(# )?${key}:`, 'm').test(text),
    )
    expect(missing).toEqual([])
    const allIn = text
      .replace(/^# (?=[a-zA-Z]+:| +(- )?\S+:| +- )/gm, '')
      .replaceAll('age1…', `age1${'q'.repeat(58)}`)
    const { error } = municipalitySchema.safeParse(parse(allIn))
    const refused = error?.issues.map(({ path }) => path.join('.')).sort()
    expect(refused).toEqual(
      ['allocation', 'respite', 'switchboard', 'volunteerCentre'].map((each) => `${each}.phone`),
    )
    expect(municipalitySchema.parse(parse(called(allIn))).respite?.confirmedAt).toBe('2027-01-31')
  })

  test('has a template in each folder of local files that is itself a file of its kind', () => {
    const local = Object.values(kinds).filter((kind) => 'local' in kind && kind.pattern === '*.yaml')
    expect(local.length).toBeGreaterThan(4)
    for (const kind of local) {
      const file = join(content, folderOf(kind, 'ostre-slidre'), 'mal.txt')
      const { error } = kind.schema.safeParse(parse(called(readFileSync(file, 'utf8'))))
      expect({ file: kind.folder, error }).toEqual({ file: kind.folder, error: undefined })
    }
  })
})

describe('the site of a municipality that has one folder and nothing in it', () => {
  let server: ChildProcess
  let origin: string
  beforeAll(async () => {
    const out = join(folder, 'site')
    expect(run('src/publish/astro-build.ts', out)).toMatchObject({ status: 0 })
    server = spawn('node', ['src/commands/serve.ts', out], { env: environment })
    origin = await new Promise((resolve, reject) => {
      let said = ''
      const hear = (chunk: Buffer) => {
        said += chunk
        const port = /http:\/\/localhost:(\d+)\D/.exec(said)?.[1]
        if (port) resolve(`http://127.0.0.1:${port}`)
      }
      server.stdout?.on('data', hear)
      server.stderr?.on('data', hear)
      server.on('exit', () => reject(new Error(`expected the site to start, got:\n${said}`)))
    })
  }, 120_000)
  afterAll(async () => {
    const ended = server && once(server, 'exit')
    server?.kill()
    await ended
  })

  const open = async (path: string) => {
    const response = await fetch(origin + path)
    return { status: response.status, html: await response.text() }
  }
  const phones = (html: string) =>
    [...html.matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number).filter((each) => each !== '113')

  test('says its name, that it is a draft, and no phone but national ones', async () => {
    const { html } = await open('/')
    expect(html).toContain('Utkast – ikke kontrollert av Østre Slidre kommune')
    expect(new Set(phones(html))).toEqual(new Set(['90904848']))
  })

  test.each(['/', '/kafe/', '/kurs/'])('guesses no address of its website at %s', async (path) => {
    const { html } = await open(path)
    expect(html).toContain('Østre Slidre')
    expect(html).not.toMatch(/href="[^"]*(?:slidre|kommunen?\.no|invalid)/)
  })

  test.each([
    '/kafe/',
    '/kurs/',
    '/kalender/',
    '/tilbud/',
    '/bli-frivillig/',
    '/modellen/',
    '/modellen/samarbeid/',
  ])('opens %s', async (path) => expect((await open(path)).status).toBe(200))

  test('tells the reader to ask the municipality where nobody has confirmed an office', async () => {
    const { html } = await open('/er-du-parorende/hvor-henvender-jeg-meg/')
    expect(html).toMatch(/Vi har ikke fått bekreftet nummeret ennå. Spør Østre Slidre kommune\.<\/p>/)
    expect(html).not.toContain('00 00 00 00')
  })

  test.each(['/bli-frivillig/', '/meld-behov/', '/ta-en-kaffe/', '/endret-behov/parorende/'])(
    'has a form at %s',
    async (path) => expect((await open(path)).html).toMatch(/<form[^>]*method="post"/),
  )

  test('receives a form and gives a receipt, though nobody’s phone is known', async () => {
    const { html } = await open('/ta-en-kaffe/')
    const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ])
    const answers = { name: 'Torbjørg Myrdun', phone: '45 00 00 01', area: 'Bygda' }
    const response = await fetch(`${origin}/ta-en-kaffe/`, {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...answers }),
      headers: { origin },
    })
    expect(response.url).toMatch(/\/ta-en-kaffe\/kvittering\/[A-Z0-9-]+\/$/)
    expect(phones(await response.text())).toContain('90904848')
  })

  test('has a report that says what is missing, its website and the coordinator’s phone first, the approval last', () => {
    const { said } = run('src/commands/report.ts')
    const order = [
      'Kommunens nettsted (website): ikke fylt ut',
      'Koordinator for frivillig avlastning (respite): ikke bekreftet',
      'Servicekontor',
      'Tildelingskontor',
      'approvedAt',
      'Politiattest',
      'Fylke',
      'Ingen kafé',
      'Ingen samarbeidspartnere',
    ]
    const places = order.map((words) => said.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('says in which line the municipality’s own file cannot be read, without the insides', () => {
    const file = join(own, 'municipality.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, `${text}\nrespite:\nphone 62 00 00 01: nå\n  name: Koordinator\n`)
    const { status, said } = run('src/commands/report.ts')
    writeFileSync(file, text)
    expect(said).toMatch(/municipality\.yaml: feltene kan ikke leses \(.* at line \d+/)
    expect([status, said.includes('node_modules')]).toEqual([1, false])
  })

  test('shows a café as soon as its template is filled in, for the cost of one file', () => {
    expect(existsSync(join(own, 'cafes/etter-pa.yaml'))).toBe(false)
    writeFileSync(join(own, 'cafes/etter-pa.yaml'), readFileSync(join(own, 'cafes/mal.txt')))
    expect(run('src/commands/report.ts').said).not.toContain('Ingen kafé.')
  })
})
