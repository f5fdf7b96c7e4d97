import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkBuilt } from '#publish/built-check.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const page = '<!doctype html><html lang="nb"><head><title>Hei</title></head></html>'
const sound = {
  'index.html': page,
  'kafe/index.html': page,
  'kalender.json': '{"dates":[]}',
  'nytt.xml': '<?xml version="1.0"?><feed><link href="/"/><entry><title>Ny</title></entry></feed>',
}
/** What is found in a build of the sound files and these. */
async function look(files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'built-'))
  folders.push(folder)
  for (const [path, content] of Object.entries({ ...sound, ...files })) {
    await mkdir(dirname(join(folder, 'client', path)), { recursive: true })
    await writeFile(join(folder, 'client', path), content)
  }
  return checkBuilt(folder)
}

test('a sound build has no problem', async () => {
  expect(
    await look({
      'kalender.ics': readFileSync('tests/calendar/golden/moved-cancelled-and-extra.ics', 'utf8'),
    }),
  ).toEqual([])
})

test.each([
  ['without a front page', { 'index.html': '' }, 'index.html: expected content'],
  ['with an empty file', { 'bilde.svg': '' }, 'bilde.svg: expected content, got an empty file'],
  ['with a page that has no title', { 'a.html': '<title> </title>' }, 'a.html: expected a title'],
  ['with broken data', { 'kalender.json': '{"dates":' }, 'kalender.json: '],
  [
    'with a feed that is cut off',
    { 'a.ics': 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n' },
    'a.ics: expected END:VEVENT',
  ],
  [
    'with a line in a feed that is none',
    { 'a.ics': 'BEGIN:VCALENDAR\r\nhei\r\nEND:VCALENDAR\r\n' },
    'got "hei"',
  ],
  ['with a feed of another kind', { 'a.ics': page }, 'a.ics: expected one VCALENDAR'],
  ['with broken XML', { 'nytt.xml': '<feed><entry></feed>' }, 'nytt.xml: expected </feed>'],
])('a build %s is refused', async (_, files, problem) => {
  expect((await look(files)).join('\n')).toContain(problem)
})
