import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSite } from '#server/site.ts'
import { writeSmallSite } from './small-site.ts'

test('the next site goes on with every file that is the same, and with no other', async () => {
  const folder = await writeSmallSite()
  try {
    const live = await loadSite(folder)
    const [front, other] = ['/', '/kalender.json'].map((path) => live.find(path))
    expect([front, other]).toEqual([{ file: expect.anything() }, { file: expect.anything() }])
    await writeFile(join(folder, 'client/index.html'), '<title>Ny</title>')
    const next = await loadSite(folder, live)
    const fileAt = (site: typeof next, path: string) => (site.find(path) as { file: unknown }).file
    expect(fileAt(next, '/kalender.json')).toBe(fileAt(live, '/kalender.json'))
    expect(fileAt(next, '/')).not.toBe(fileAt(live, '/'))
    expect(fileAt(next, '/')).toMatchObject({
      variants: { identity: { bytes: Buffer.from('<title>Ny</title>') } },
    })
  } finally {
    await rm(folder, { recursive: true })
  }
})
