import { expect, test } from 'vitest'
import { publishDraft } from '#editing/drafting.ts'
import { createOpenings } from '#editing/openings.ts'
import { openRepository } from '#editing/repository.ts'
import { now } from '../db/databases.ts'
import { asking, draftOfPage, kari, ola, openDesk, page, searchPath } from './desk.ts'

test('two editors open the same text: the second one to save is told, and neither loses a word', async () => {
  const { read, save, git } = await openDesk()
  const [karis, olas] = [await read(kari, page), await read(ola, page)]
  expect(await save(kari, page, `${karis}\nKaris ord.\n`)).toMatchObject({ status: 200 })
  const refused = await save(ola, page, `${olas}\nOlas ord.\n`)
  expect(refused).toMatchObject({ status: 409 })
  expect((refused.body as { error: string }).error).toMatch(
    /^Kari Fjordheim endret siden lørdag 21\. november( 2026)? kl\. 09\.00 mens du skrev\. .*Kopier/,
  )
  expect(git('show', `main:${page}`)).toContain('Karis ord.')

  const fresh = await read(ola, page)
  expect(await save(ola, page, `${fresh}\nOlas ord.\n`)).toMatchObject({ status: 200 })
  expect(git('show', `main:${page}`)).toMatch(/Karis ord\.\s+Olas ord\.$/)
})

test('an editor saves time after time without opening the text anew', async () => {
  const { read, save } = await openDesk()
  const words = await read(kari, page)
  for (const more of ['Én.', 'To.', 'Tre.'])
    expect(await save(kari, page, `${words}\n${more}\n`)).toMatchObject({ status: 200 })
})

test('the version that the CMS names counts, also for one person in two windows', async () => {
  const { get, save } = await openDesk()
  const opened = await get<{ data: string; file: { id: string } }>(kari, 'getEntry', { path: page })
  const base = opened.file.id
  expect(await save(kari, page, `${opened.data}\nVindu 1.\n`, { base })).toMatchObject({ status: 200 })
  await get(kari, 'getEntry', { path: page })
  expect(await save(kari, page, `${opened.data}\nVindu 2.\n`, { base })).toMatchObject({ status: 409 })
})

test('a text that was never opened is not replaced, and one that was taken away is not brought back', async () => {
  const { get, read, save } = await openDesk()
  const words = (await read(kari, page)).replace(/^title: .*$/m, 'title: Ny side')
  // A page that no other names: one that is named is not taken away.
  const path = page.replace('avlastning', 'ny-side')
  expect(await save(kari, path, words)).toMatchObject({ status: 200 })
  expect(await save(ola, path, words.replace('title:', 'title: Ny'))).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining('Det finnes alt en side med dette navnet') },
  })
  await get(ola, 'deleteFile', { path, options: { commitMessage: 'Delete' } })
  expect(await save(kari, path, `${words}\nMer.\n`)).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining('Ola Nordvik slettet siden') },
  })
})

test('many editors save at once: one of them is first, and all others are told', async () => {
  const { read, save, git } = await openDesk()
  const people = Array.from({ length: 8 }, (_, index) => ({ id: `id-${index}`, name: `Redaktør ${index}` }))
  const words = await Promise.all(people.map((who) => read(who, page)))
  const saved = await Promise.all(
    people.map((who, index) => save(who, page, `${words[index]}\n${who.name}.\n`)),
  )
  expect(saved.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
  const first = saved.findIndex(({ status }) => status === 200)
  expect(git('show', `main:${page}`)).toContain(`Redaktør ${first}.`)
})

test('two processes save different texts at once, and both are kept', async () => {
  const desk = await openDesk()
  const other = await desk.open()
  const elsewhere = asking(other)
  const second = page.replace('avlastning', 'omsorgsstonad')
  const [mine, theirs] = [await desk.read(kari, page), await elsewhere.read(ola, second)]
  const turns = Array.from({ length: 4 }, (_, index) => `\nTur ${index}.\n`)
  const mySaves = turns.map((more) => desk.save(kari, page, mine + more))
  const theirSaves = turns.map((more) => elsewhere.save(ola, second, theirs + more))
  const all = await Promise.all([...mySaves, ...theirSaves])
  expect(all.map(({ status }) => status)).toEqual(Array(8).fill(200))
  for (const path of [page, second]) expect(desk.git('show', `main:${path}`)).toContain('Tur 3.')
  expect(desk.git('rev-list', '--count', 'main')).toBe('9')
})

test('a draft is published over other texts that changed meanwhile, and not over its own', async () => {
  const { get, read, save, draft, ask, git } = await openDesk()
  const other = page.replace('avlastning', 'omsorgsstonad')
  const words = await read(kari, page)
  await draft(kari, page, `${words}\nKaris utkast.\n`)
  await get(kari, 'updateUnpublishedEntryStatus', { ...draftOfPage, newStatus: 'pending_publish' })

  await save(ola, other, `${await read(ola, other)}\nEn annen side.\n`)
  await save(ola, page, `${await read(ola, page)}\nOlas ord.\n`)
  const refused = await ask(kari, 'publishUnpublishedEntry', draftOfPage)
  expect(refused).toMatchObject({
    status: 409,
    body: { error: expect.stringMatching(/Ola Nordvik endret siden/) },
  })
  expect(await get(kari, 'unpublishedEntries')).toEqual(['rights/avlastning'])

  await save(ola, page, words)
  await get(kari, 'publishUnpublishedEntry', draftOfPage)
  expect(git('show', `main:${page}`)).toContain('Karis utkast.')
  expect(git('show', `main:${other}`)).toContain('En annen side.')
})

test('a draft that another process takes back while it is published stays a draft, and nothing is published', async () => {
  const { dataFolder, get, read, draft, git } = await openDesk()
  await draft(kari, page, `${await read(kari, page)}\nKaris utkast.\n`)
  const setStage = (newStatus: string) =>
    get(kari, 'updateUnpublishedEntryStatus', { ...draftOfPage, newStatus })
  await setStage('pending_publish')

  const opened = await openRepository({ dataFolder, searchPath })
  let takenBack = false
  const repository: typeof opened = {
    ...opened,
    async git(args, call) {
      const out = await opened.git(args, call)
      // Its commit is made, and no branch knows it yet.
      if (args[0] === 'commit-tree' && !takenBack) {
        takenBack = true
        await setStage('draft')
      }
      return out
    },
  }
  const desk = { repository, municipality: 'fjordvik', openings: createOpenings(), now: () => now }
  await expect(publishDraft(desk, ola, draftOfPage)).rejects.toThrow('Utkastet er ikke merket som klart')
  expect(takenBack).toBe(true)
  expect(git('show', `main:${page}`)).not.toContain('Karis utkast.')
  expect(await get(kari, 'unpublishedEntry', draftOfPage)).toMatchObject({ status: 'draft' })
})
