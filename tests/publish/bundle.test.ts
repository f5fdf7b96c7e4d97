import { mkdir, mkdtemp, readdir, rm, symlink, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { removeUnused } from '#publish/bundle.ts'

test('a program stays while a build points to it or somebody has just built with it', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'dist-'))
  onTestFinished(() => rm(dist, { recursive: true }))
  const now = Date.UTC(2026, 10, 22)
  const hoursAgo = { live: 900, earlier: 800, elsewhere: 23, idle: 25, older: 900, 'new-a': 0.5, 'new-b': 2 }
  for (const [name, hours] of Object.entries(hoursAgo)) {
    const folder = join(dist, '.program', name)
    await mkdir(join(folder, 'server'), { recursive: true })
    await utimes(folder, 0, (now - hours * 3_600_000) / 1000)
  }
  await point('hamar/build-2', 'live')
  await point('gjovik/build-1', 'earlier')
  await removeUnused(dist, now)
  expect((await readdir(join(dist, '.program'))).sort()).toEqual(['earlier', 'elsewhere', 'live', 'new-a'])

  async function point(build: string, program: string) {
    await mkdir(join(dist, build), { recursive: true })
    await symlink(`../../.program/${program}/server`, join(dist, build, 'server'))
  }
})
