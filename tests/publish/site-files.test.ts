import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { layFiles } from '#publish/site-files.ts'

const home = await mkdtemp(join(tmpdir(), 'site-files-'))
afterAll(() => rm(home, { recursive: true }))

const page = (words: string) => `<!doctype html><title>Hei</title>${`<p>${words}</p>`.repeat(20)}`
async function lay(name: string, files: Record<string, string>, earlier?: string) {
  const laying = layFiles(join(home, name), earlier && join(home, earlier))
  for (const [path, content] of Object.entries(files)) laying.lay(path, Buffer.from(content))
  return laying.done()
}
const inode = async (path: string) => (await stat(join(home, path))).ino

test('what is as before is linked with its twins, and what is not is made, also where the build before lacks a twin', async () => {
  const before = { 'index.html': page('Før'), 'a/index.html': page('A'), 'b.html': page('B'), 'c.png': 'C' }
  const first = await lay('first', before)
  await rm(join(home, 'first/b.html.gz'))
  const second = await lay('second', { ...before, 'index.html': page('Nå!') }, 'first')
  expect(second).toMatchObject({ pages: 3, files: 4, bytes: first.bytes })
  expect((await readdir(join(home, 'second'), { recursive: true })).sort()).toEqual(
    [...(await readdir(join(home, 'first'), { recursive: true })), 'b.html.gz'].sort(),
  )
  const isLinked = async (path: string) => (await inode(`first/${path}`)) === (await inode(`second/${path}`))
  for (const path of ['a/index.html', 'a/index.html.br', 'a/index.html.gz', 'c.png'])
    expect(await isLinked(path), path).toBe(true)
  for (const path of ['index.html', 'index.html.br', 'b.html', 'b.html.br'])
    expect(await isLinked(path), path).toBe(false)
  expect(await readFile(join(home, 'first/b.html'), 'utf8')).toBe(page('B'))
  expect(await readFile(join(home, 'second/index.html'), 'utf8')).toBe(page('Nå!'))
})

test('a folder without a front page, or with a file that nobody could read, is refused, naming each', async () => {
  await expect(lay('third', { 'a.html': '<p>', 'b.json': '' })).rejects.toThrow(
    'expected a site that can be served, got:\n  index.html: expected a front page\n  a.html: expected a title, got none\n  b.json: expected content, got an empty file',
  )
})
