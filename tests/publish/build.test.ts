import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildVariables, readEnvironment } from '#env.ts'
import { buildSite, getBuiltSite } from '#publish/build.ts'

// A folder of its own below dist/: a developer's builds stay as they are.
const municipality = 'build-test'
const lines: string[] = []
const build = (variables: Record<string, string>) =>
  buildSite({
    municipality,
    variables: buildVariables(readEnvironment({ MUNICIPALITY: 'fjordvik', ...variables })),
    now: () => Temporal.Instant.from(variables.PUSTEROM_NOW as string),
    onProgress: (line) => lines.push(line),
  })

let morning: string
let evening: string
beforeAll(async () => {
  morning = (await build({ PUSTEROM_NOW: '2026-11-21T05:00:00Z' })).folder
  evening = (await build({ PUSTEROM_NOW: '2026-11-21T22:30:00Z' })).folder
})
afterAll(() => rm(join('dist', municipality), { recursive: true, force: true }))

async function filesOf(folder: string, part = 'client') {
  const client = join(folder, part)
  const entries = await readdir(client, { recursive: true, withFileTypes: true })
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const pairs = paths.sort().map(async (path) => [path.slice(client.length), await readFile(path)] as const)
  return new Map(await Promise.all(pairs))
}

describe('a build', () => {
  test('of the same content on the same day in Oslo gives the same bytes', async () => {
    const [first, second] = [await filesOf(morning), await filesOf(evening)]
    expect(first.size).toBeGreaterThan(100)
    expect([...second.keys()]).toEqual([...first.keys()])
    for (const [path, bytes] of first) expect(bytes.equals(second.get(path) as Buffer), path).toBe(true)
  })

  test('lays a smaller twin in brotli and gzip beside every text', async () => {
    const files = await filesOf(evening)
    const pages = [...files].filter(([path]) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(30)
    for (const [path, bytes] of pages) {
      expect(brotliDecompressSync(files.get(`${path}.br`) as Buffer).equals(bytes), path).toBe(true)
      expect(gunzipSync(files.get(`${path}.gz`) as Buffer).equals(bytes), path).toBe(true)
      expect((files.get(`${path}.br`) as Buffer).length, path).toBeLessThan(bytes.length / 2)
    }
  })

  test('ships no script that no page asks for', async () => {
    const files = await filesOf(evening)
    const asking = [...files, ...(await filesOf(evening, 'server'))]
    const texts = asking.filter(([path]) => /\.(html|m?js)$/.test(path)).map(([, bytes]) => String(bytes))
    const scripts = [...files.keys()].filter((path) => path.endsWith('.js'))
    expect(scripts.filter((path) => !texts.some((text) => text.includes(path)))).toEqual([])
  })

  test('says what it does while one waits', () => {
    expect(lines[0]).toBe(`Building the site of ${municipality} …`)
    expect(lines.join('\n')).toMatch(
      /Built \d+ pages and \d+ other files in [\d.]+ s: \d+ kB, \d+ kB as sent/,
    )
  })

  test('is the current one when it is done, and a failed one leaves it so', async () => {
    expect(await getBuiltSite(municipality)).toEqual({ folder: evening })
    const broken = { PUSTEROM_CONTENT: '/nonexistent', PUSTEROM_NOW: '2026-11-21T22:30:00Z' }
    await expect(build(broken)).rejects.toThrow('expected the build to end well')
    expect(await getBuiltSite(municipality)).toEqual({ folder: evening })
    expect(existsSync(join(evening, 'client/index.html'))).toBe(true)
    const beside = (await readdir(dirname(evening))).sort()
    expect(beside).toEqual([...[morning, evening].map((each) => basename(each)).sort(), 'current', 'journal'])
  })

  test('that was never made is asked for', async () => {
    await expect(getBuiltSite('atlantis')).rejects.toThrow('npm run build')
  })
})
