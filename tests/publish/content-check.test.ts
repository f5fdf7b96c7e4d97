import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
