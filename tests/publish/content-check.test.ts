import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkContent } from '#publish/content-check.ts'
import { siteEnvironment } from '../sites.ts'

const folder = mkdtempSync(join(tmpdir(), 'pusterom-content-'))
const content = join(folder, 'content')
cpSync('content', content, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a real build stops before it runs code that an editor typed, and says where', async () => {
  expect(await checkContent(content)).toEqual([])
  const witness = join(folder, 'witness')
  writeFileSync(
    join(content, 'pages/nb/rights/ond.mdx'),
    `---\ntitle: Ond\n---\n\nHei {process.getBuiltinModule('fs').writeFileSync('${witness}', '')}\n`,
  )

  const env = siteEnvironment('hamar', { PUSTEROM_CONTENT: content })
  const out = join(folder, 'out')
  const { status, stderr } = spawnSync('node', ['src/publish/astro-build.ts', out], { env, encoding: 'utf8' })

  expect(status).toBe(1)
  expect(stderr).toContain('pages/nb/rights/ond.mdx:5: Krøllparenteser kan ikke brukes')
  expect(existsSync(witness)).toBe(false)
})

test('signs that nobody sees are found in every file, with the line, however they are written', async () => {
  const own = join(folder, 'signs')
  mkdirSync(own)
  const text = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`
  const files = {
    'a.yaml': 'name: Fjordvik </w:t> (\\) ]]> &\r\nfull: Fjordvik\u0007 kommune\n',
    'b.yaml': 'name: "Fjordvik\\0"\n',
    'c.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xc3, 0x28]),
    'd.mdx': text('"\\ud800"', 'Hei'),
    'e.mdx': text('Hei', 'Ring \u202e62 00 00 00'),
    'f.mdx': text('Hei', 'Ring &#x202e;62 00 00 00'),
    'g.mdx': text('Hei 👨‍👩‍👧', 'Du &amp; jeg\tog نحن'),
  }
  for (const [name, words] of Object.entries(files)) writeFileSync(join(own, name), words)
  const problems = await checkContent(own)
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'a.yaml:2',
    'b.yaml:1',
    'c.yaml:1',
    'd.mdx:2',
    'e.mdx:5',
    'f.mdx:5',
  ])
  for (const { message } of problems) expect(message).toContain('et tegn som ikke kan vises')
})
