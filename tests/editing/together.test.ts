import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mainRef, openRepository } from '#editing/repository.ts'
import { expectTogether } from '#editing/together.ts'
import { listFiles } from '#editing/tree.ts'
import { siteNames } from '../sites.ts'
import { cafe, kari, openDesk, page, searchPath } from './desk.ts'

const other = 'content/pages/nb/rights/bpa.mdx'

test('a page or picture that others name is not deleted, and the editor is told where it is named', async () => {
  const { ask, read, save, git } = await openDesk()
  expect(await read(kari, page)).toContain('/rettigheter/bpa/')
  const remove = (path: string) => ask(kari, 'deleteFile', { path, options: { commitMessage: 'Delete' } })
  const head = git('rev-parse', 'main')
  const { status, body } = await remove(other)
  expect(status).toBe(422)
  expect((body as { error: string }).error).toContain(
    '«Avlastning» viser til /rettigheter/bpa/. Fjern det der først.',
  )
  expect(git('rev-parse', 'main')).toBe(head)

  const lonely = 'content/pages/nb/rights/lonely.mdx'
  expect((await save(kari, lonely, await read(kari, page), { base: null })).status).toBe(200)
  expect((await remove(lonely)).status).toBe(200)
})

test('a link to a page that is not there is refused before it is published, and says which', async () => {
  const { read, save } = await openDesk()
  const text = `${await read(kari, page)}\n[Les mer](/rettigheter/finnes-ikke/)\n`
  const { status, body } = await save(kari, page, text)
  expect(status).toBe(422)
  expect((body as { error: string }).error).toBe(
    '«Avlastning»: lenken /rettigheter/finnes-ikke/ fører ingen steder. Rett adressen, eller fjern lenken.',
  )
})

test('what a text names must be there: a picture, a law, a contact with words in its language, a page', async () => {
  const { ask, read, save, git } = await openDesk()
  const english = page.replace('/nb/', '/en/')
  const head = git('rev-parse', 'main')
  for (const [path, more, said] of [
    [page, '<Contact id="finnes-ikke" />', 'tilbudet «finnes-ikke» finnes ikke'],
    [english, '<Contact id="demenslinjen" />', 'tilbudet «demenslinjen» er ikke oversatt'],
    [page, '[her](/kafe/finnes-ikke/)', 'lenken /kafe/finnes-ikke/ fører ingen steder'],
    [page, '[her](/modellen/vedlegg/finnes-ikke/)', 'fører ingen steder'],
    [page, '[her](/finnes-ikke/)', 'lenken /finnes-ikke/ fører ingen steder'],
  ] as const) {
    const { status, body } = await save(kari, path, `${await read(kari, path)}\n${more}\n`)
    expect({ status, body }).toMatchObject({ status: 422, body: { error: expect.stringContaining(said) } })
  }
  for (const [path, from, to, said] of [
    [page, 'law: hol', 'law: finnes-ikke', 'loven «finnes-ikke» finnes ikke'],
    [cafe, 'rule:', 'picture:\n  file: /media/x.jpg\n  alt: x\nrule:', 'bildet x.jpg finnes ikke'],
  ] as const) {
    const { status, body } = await save(kari, path, (await read(kari, path)).replace(from, to))
    expect({ status, body }).toMatchObject({ status: 422, body: { error: expect.stringContaining(said) } })
  }
  for (const [path, said] of [
    ['content/resources/nav.yaml', 'viser til tilbudet «nav». Fjern det der først.'],
    ['content/laws/hol.yaml', '«Avlastning» viser til loven «hol».'],
    ['content/pages/nb/model/roller.mdx', 'ikke være uten'],
    ['content/forms/coffee.yaml', 'ikke være uten'],
  ] as const)
    expect(await ask(kari, 'deleteFile', { path, options: { commitMessage: 'Delete' } })).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining(said) },
    })
  expect(git('rev-parse', 'main')).toBe(head)
})

test('every text that is shipped names what is there, and every page that code makes may be named', async () => {
  const { dataFolder, read, save } = await openDesk()
  const repository = await openRepository({ dataFolder, searchPath })
  const all = await listFiles(repository, mainRef)
  expect(all.length).toBeGreaterThan(250)
  const changes = new Map(all.map(({ path, blob }) => [path, blob]))
  for (const municipality of siteNames) await expectTogether({ repository, municipality }, mainRef, changes)

  const folders = readdirSync('src/pages', { withFileTypes: true })
  const made = folders.flatMap(({ name }) => (/^[a-z-]+$/.test(name) ? [`/${name}/`] : []))
  expect(made.length).toBeGreaterThan(10)
  const notForPeople = ['/feil/', '/p/', '/api/', '/media/']
  const links = made.filter((href) => !notForPeople.includes(href)).map((href) => `[her](${href})`)
  expect(await save(kari, page, `${await read(kari, page)}\n${links.join(' ')}\n`)).toMatchObject({
    status: 200,
  })
})
