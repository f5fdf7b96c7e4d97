import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildVariables, readEnvironment } from '#env.ts'
import { buildSite, getBuiltSite } from '#publish/build.ts'
import { type Builder, openBuilder } from '#publish/builder.ts'
import { dayOf } from '#publish/night.ts'
import { stampOf } from '#publish/stamp.ts'

// A folder of its own below dist/: a developer's builds stay as they are.
const municipality = 'build-test'
const lines: string[] = []
const builder = openBuilder()
const variablesOf = (variables: Record<string, string>) =>
  buildVariables(readEnvironment({ MUNICIPALITY: 'fjordvik', ...variables }))
const build = (variables: Record<string, string>, more: { builder?: Builder } = {}) =>
  buildSite({
    municipality,
    variables: variablesOf(variables),
    now: () => Temporal.Instant.from(variables.PUSTEROM_NOW as string),
    onProgress: (line) => {
      lines.push(line)
      onLine(line)
    },
    ...more,
  })
let onLine: (line: string) => void = () => {}
/** The processes that build for this one. */
const processes = () =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([pid, parent, ...args]) =>
      Number(parent) === process.pid && args.join(' ').includes('astro-build') ? Number(pid) : [],
    )

const morning = { PUSTEROM_NOW: '2026-11-21T05:00:00Z', PUBLIC_LINE: 'none' }
const evening = { PUSTEROM_NOW: '2026-11-21T22:30:00Z', PUBLIC_LINE: 'none' }
let saved: string
/** From nothing, then with other texts, then by the same process with the first texts again. */
let [anew, changed, again] = ['', '', '']
/** Among the papers that are kept from build to build. */
const unused = join(readEnvironment({}).dataFolder, 'paper', 'of-1970')
let shown: Awaited<ReturnType<typeof filesOf>>
beforeAll(async () => {
  saved = await mkdtemp(join(tmpdir(), 'saved-'))
  await cp('content', saved, { recursive: true })
  await changeTexts(saved)
  anew = (await build(evening)).folder
  // It begins before there is anything to build.
  const variables = variablesOf(morning)
  const stamp = await stampOf(variables, dayOf(Temporal.Instant.from(morning.PUSTEROM_NOW)))
  await Promise.all([1, 2].map(() => builder.warm(async () => ({ variables, stamp }))))
  const begun = processes()
  changed = (await build({ ...morning, PUSTEROM_CONTENT: saved }, { builder })).folder
  shown = await filesOf(changed)
  await writeFile(unused, '')
  await utimes(unused, 0, 0)
  again = (await build(morning, { builder })).folder
  expect([begun.length, processes()]).toEqual([1, begun])
})
afterAll(async () => {
  builder.end()
  await rm(saved, { recursive: true, force: true })
  await rm(join('dist', municipality), { recursive: true, force: true, maxRetries: 10 })
})

/** One text with other words, a new page, a café less, another date, a picture that nobody had. */
async function changeTexts(content: string) {
  const edit = async (path: string, from: RegExp, to: string) => {
    const text = await readFile(join(content, path), 'utf8')
    expect(text, path).toMatch(from)
    await writeFile(join(content, path), text.replace(from, to))
  }
  const own = 'municipalities/fjordvik'
  await edit('pages/nb/rights/avlastning.mdx', /^title: .*$/m, 'title: Hvilehjelp')
  await cp(join(content, 'pages/nb/rights/avlastning.mdx'), join(content, 'pages/nb/rights/hvile.mdx'))
  await edit('pages/nb/rights/hvile.mdx', /^title: .*$/m, 'title: Åndehull')
  await rm(join(content, own, 'cafes/etter-pa.yaml'))
  await edit(`${own}/cafes/asen.yaml`, /^title: .*$/m, 'title: Kafé Ny')
  await edit('attachments/livsarket.mdx', /^title: .*$/m, 'title: Arket om livet')
  await mkdir(join(content, 'media'), { recursive: true })
  await writeFile(join(content, 'media/benk.png'), 'PNG')
}

async function filesOf(folder: string, part = 'client') {
  const client = join(folder, part)
  const entries = await readdir(client, { recursive: true, withFileTypes: true })
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const pairs = paths.sort().map(async (path) => [path.slice(client.length), await readFile(path)] as const)
  return new Map(await Promise.all(pairs))
}

describe('a build', () => {
  test('of the same texts on the same day in Oslo gives the same bytes, also where other texts were drawn before', async () => {
    const [first, second] = [await filesOf(anew), await filesOf(again)]
    expect(first.size).toBeGreaterThan(100)
    expect([...second.keys()]).toEqual([...first.keys()])
    for (const [path, bytes] of first) expect(bytes.equals(second.get(path) as Buffer), path).toBe(true)
    const texts = (folder: string) => readFile(join(folder, 'texts.json'), 'utf8')
    expect((await texts(again)) === (await texts(anew))).toBe(true)
  })

  test('shows what was saved everywhere that it stands, and nothing of what is gone', async () => {
    const [before, after] = [await filesOf(anew), shown]
    const says = (files: typeof after, path: string, words: string) => String(files.get(path)).includes(words)
    for (const [words, paths] of Object.entries({
      Hvilehjelp: ['rettigheter/avlastning/', 'rettigheter/', 'a-til-aa/'].map(
        (path) => `/${path}index.html`,
      ),
      Åndehull: ['/rettigheter/hvile/index.html', '/a-til-aa/index.html', '/sok/sider.json'],
      'Kafé Ny': [
        '/kafe/asen/index.html',
        '/kafe/asen.ics',
        '/kalender.ics',
        '/kalender.json',
        '/nyheter.atom',
      ],
      'Arket om livet': ['/modellen/vedlegg/livsarket/index.html', '/sok/sider.json'],
    }))
      for (const path of paths)
        expect([says(after, path, words), says(before, path, words)], `${words} ${path}`).toEqual([
          true,
          false,
        ])
    const gone = [...before.keys()].filter((path) => !after.has(path) && !path.includes('pf_'))
    expect(gone.filter((path) => !path.startsWith('/kafe/etter-pa'))).toEqual([])
    expect(gone.length).toBeGreaterThan(0)
    expect([...after.keys()].filter((path) => path.startsWith('/kafe/etter-pa'))).toEqual([])
    expect(after.has('/media/benk.png')).toBe(true)
    for (const path of ['/modellen/vedlegg/livsarket.pdf', '/modellen/vedlegg/alle.zip'])
      expect(before.get(path)?.equals(after.get(path) as Buffer), path).toBe(false)
  })

  test('lays a smaller twin in brotli and gzip beside every text', async () => {
    const files = await filesOf(again)
    const pages = [...files].filter(([path]) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(30)
    for (const [path, bytes] of pages) {
      expect(brotliDecompressSync(files.get(`${path}.br`) as Buffer).equals(bytes), path).toBe(true)
      expect(gunzipSync(files.get(`${path}.gz`) as Buffer).equals(bytes), path).toBe(true)
      expect((files.get(`${path}.br`) as Buffer).length, path).toBeLessThan(bytes.length / 2)
    }
  })

  test('ships no script that no page asks for', async () => {
    const files = await filesOf(again)
    const asking = [...files, ...(await filesOf(again, 'server'))]
    const texts = asking.filter(([path]) => /\.(html|m?js)$/.test(path)).map(([, bytes]) => String(bytes))
    const scripts = [...files.keys()].filter((path) => path.endsWith('.js'))
    expect(scripts.filter((path) => !texts.some((text) => text.includes(path)))).toEqual([])
  })

  test('takes away what no build has used for long, also where the process stays', () => {
    expect(existsSync(unused)).toBe(false)
  })

  test('says what it does while one waits', () => {
    expect(lines[0]).toBe(`Building the site of ${municipality} …`)
    expect(lines.join('\n')).toMatch(
      /Built \d+ pages and \d+ other files in [\d.]+ s: \d+ kB, \d+ kB as sent/,
    )
  })

  test('is the current one when it is done, and a failed one leaves it so', async () => {
    expect(await getBuiltSite(municipality)).toEqual({ folder: again })
    const broken = { ...morning, PUSTEROM_CONTENT: '/nonexistent' }
    await expect(build(broken, { builder })).rejects.toThrow('expected the build to end well')
    expect(await getBuiltSite(municipality)).toEqual({ folder: again })
    expect(existsSync(join(again, 'client/index.html'))).toBe(true)
    const beside = (await readdir(dirname(again))).sort()
    expect(beside).toEqual([
      ...[anew, changed, again].map((each) => basename(each)).sort(),
      'current',
      'journal',
    ])
  })

  test('comes whole from another process when the one that has built before is killed', async () => {
    again = (await build(morning, { builder })).folder
    const [warm = 0] = processes()
    onLine = (line) => {
      if (!line.startsWith('read')) return
      onLine = () => {}
      process.kill(warm, 'SIGKILL')
    }
    const { folder } = await build({ ...morning, PUSTEROM_CONTENT: saved }, { builder })
    expect(processes()).not.toContain(warm)
    expect([...(await filesOf(folder))]).toEqual([...shown])
  })

  test('that takes too long is ended, and leaves the current one', async () => {
    const current = await getBuiltSite(municipality)
    await expect(build(morning, { builder: openBuilder(1) })).rejects.toThrow('It had not ended after')
    expect(await getBuiltSite(municipality)).toEqual(current)
  })

  test('that was never made is asked for', async () => {
    await expect(getBuiltSite('atlantis')).rejects.toThrow('npm run build')
  })
})
