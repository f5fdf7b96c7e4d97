import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadSite } from '#server/site.ts'

test('a build that was copied without its program is not served, for its forms would be gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'client'))
  await writeFile(join(folder, 'client/index.html'), 'Hei')
  expect((await loadSite(folder)).find('/')).toBeDefined()
  await symlink('../.program/gone/server', join(folder, 'server'))
  await expect(loadSite(folder)).rejects.toThrow('expected the program in dist/.program')
})
