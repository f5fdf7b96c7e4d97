import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import fullTextIndex from '#publish/full-text-index.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const entry = (path: string) => ({ path, title: 'A', extra: 'gryn', searchWords: 'pause' })

/** Two made-up pages, one of which is drawn on demand and has no file. Gives every byte of their index. */
async function buildIndex(): Promise<Map<string, Buffer>> {
  const client = mkdtempSync(join(tmpdir(), 'pusterom-index-'))
  folders.push(client)
  mkdirSync(join(client, 'sok'))
  mkdirSync(join(client, 'kafe'))
  const entries = [entry('/kafe/'), entry('/bli-frivillig/')]
  writeFileSync(join(client, 'sok/sider.json'), JSON.stringify({ entries }))
  writeFileSync(
    join(client, 'kafe/index.html'),
    '<html lang="nb"><body><header>Topp</header><main id="innhold"><h1>Kafé</h1><p>Vi drikker kaffe.</p></main></body></html>',
  )
  // Its type asks for more than a hook of ours takes.
  const done = fullTextIndex().hooks['astro:build:done'] as (options: { dir: URL }) => Promise<void>
  await done({ dir: pathToFileURL(`${client}/`) })
  const files = readdirSync(join(client, 'pagefind'), { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((file) => file.isFile())
      .map((file) => [file.name, readFileSync(join(file.parentPath, file.name))] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  )
}

test('the same pages give the same bytes, and only what a browser fetches', async () => {
  const [first, second] = [await buildIndex(), await buildIndex()]
  expect([...first.keys()].filter((name) => name.endsWith('.pf_fragment'))).toHaveLength(1)
  expect([...first.keys()].filter((name) => /ui|highlight|worker|unknown/.test(name))).toEqual([])
  expect(second).toEqual(first)
})
