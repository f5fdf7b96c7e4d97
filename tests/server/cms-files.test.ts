import { readFile } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { openCmsFiles } from '#server/cms-files.ts'
import { cmsFolder } from '#server/cms-page.ts'

vi.mock('node:fs/promises', { spy: true })
afterEach(() => vi.mocked(readFile).mockClear())

const find = openCmsFiles()

test('a file of the CMS is read once, however often and by however many it is asked for', async () => {
  const asked = Array.from({ length: 5 }, () => find(`${cmsFolder}decap-cms.js`))
  const [first, ...others] = await Promise.all(asked)
  expect(first?.encodings).toContain('br')
  for (const each of [...others, await find(`${cmsFolder}decap-cms.js`)]) expect(each).toBe(first)
  expect(readFile).toHaveBeenCalledTimes(1)
})

test('an address that is no file is not kept in memory: anybody may make up as many as she likes', async () => {
  for (const turn of [1, 2]) {
    expect(await find(`${cmsFolder}999999.decap-cms.js`)).toBeUndefined()
    expect(readFile).toHaveBeenCalledTimes(turn)
  }
  expect(await find(`${cmsFolder}../../package.json`)).toBeUndefined()
  expect(readFile).toHaveBeenCalledTimes(2)
})
