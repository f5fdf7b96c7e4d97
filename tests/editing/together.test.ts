import { expect, test } from 'vitest'
import { kari, openDesk, page } from './desk.ts'

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
    '«Avlastning»: lenken /rettigheter/finnes-ikke/ fører ingen steder. Rett adressen, eller fjern lenken.\nIngenting er endret.',
  )
})
