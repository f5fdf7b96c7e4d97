import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cafe, draftOfPage, kari, media, notices, ola, openDesk, page } from './desk.ts'
import { aPicture } from './pictures.ts'

const shipped = (path: string) => readFileSync(path, 'utf8')

test('the CMS learns that it may use drafts', async () => {
  const { get } = await openDesk()
  expect(await get(kari, 'info')).toEqual({
    repo: 'content',
    publish_modes: ['simple', 'editorial_workflow'],
    type: 'local_git',
  })
})

test('texts are read as they were shipped, by folder, by name and one by one', async () => {
  const { get } = await openDesk()
  const params = { folder: 'content/pages/nb/rights', extension: 'mdx', depth: 1 }
  const all = await get<{ data: string; file: { path: string; id: string } }[]>(
    kari,
    'entriesByFolder',
    params,
  )
  expect(all.length).toBeGreaterThan(10)
  expect(all.find(({ file }) => file.path === page)?.data).toBe(shipped(page))
  expect(await get(kari, 'entriesByFolder', { folder: 'content/pages', extension: 'mdx', depth: 1 })).toEqual(
    [],
  )

  const absent = `${notices}/finnes-ikke.yaml`
  const files = [{ path: cafe, label: 'Kafé' }, { path: absent }]
  const [first, second] = await get<typeof all>(kari, 'entriesByFiles', { files })
  expect(first).toMatchObject({ data: shipped(cafe), file: { path: cafe, label: 'Kafé' } })
  expect(second).toMatchObject({ data: null, file: { path: absent, id: null } })

  const one = await get<(typeof all)[0]>(kari, 'getEntry', { path: page })
  expect(one).toEqual({
    data: shipped(page),
    file: { path: page, id: all.find(({ file }) => file.path === page)?.file.id },
  })
})

test('a saved text is one commit by its editor, and what the next build reads', async () => {
  const { editing, git, read, save, published } = await openDesk()
  const before = git('rev-parse', 'main')
  const words = (await read(kari, cafe)).replace(/^title: .*$/m, 'title: Kafé Nytt Navn')
  expect(await save(kari, cafe, words)).toMatchObject({ status: 200 })
  expect(git('log', '--format=%an <%ae> %s', `${before}..main`)).toBe(
    'Kari Fjordheim <kari-id@pusterom.invalid> Update avlastning',
  )
  expect(git('show', '--format=', '--name-only', 'main')).toBe(cafe)
  expect(published()).toBe(1)
  const { folder } = await editing.published()
  expect(readFileSync(join(folder, cafe.slice('content/'.length)), 'utf8')).toBe(words)

  expect(await save(kari, cafe, words)).toMatchObject({ status: 200 })
  expect(published()).toBe(1)
})

test('a new text is made, gets another name, and is taken away; one that the site needs stays', async () => {
  const { get, git, save, ask } = await openDesk()
  const [from, to] = [`${notices}/stengt.yaml`, `${notices}/stengt-i-jula.yaml`]
  const words = 'title: Stengt\ntext: Vi holder stengt.\nfrom: 2026-12-24\nuntil: 2026-12-26\n'
  expect(await save(kari, from, words)).toMatchObject({ status: 200 })
  expect(await save(kari, from, words.replace('Vi', 'Alle'), { newPath: to })).toMatchObject({ status: 200 })
  expect(git('ls-tree', '-r', '--name-only', 'main', notices)).not.toContain(from)
  expect(git('show', `main:${to}`)).toContain('Alle holder stengt.')
  await get(kari, 'deleteFiles', { paths: [to], options: { commitMessage: 'Delete' } })
  await get(kari, 'deleteFile', { path: cafe, options: { commitMessage: 'Delete' } })
  expect(git('ls-tree', '-r', '--name-only', 'main', to, cafe)).toBe('')

  const path = 'content/pages/nb/interface.yaml'
  const refused = await ask(kari, 'deleteFile', { path, options: { commitMessage: 'Delete' } })
  expect(refused).toMatchObject({ status: 422, body: { error: expect.stringContaining('ikke være uten') } })
})

test('a draft is written, passed on and published, and each step says who took it', async () => {
  const { get, git, read, draft, published, ask } = await openDesk()
  const words = `${await read(kari, page)}\nEt nytt avsnitt.\n`
  expect(await get(kari, 'unpublishedEntries')).toEqual([])
  expect(await ask(kari, 'unpublishedEntry', draftOfPage)).toMatchObject({ status: 404 })

  await draft(kari, page, words)
  expect(await get(kari, 'unpublishedEntries')).toEqual(['rights/avlastning'])
  const said = { ...draftOfPage, status: 'draft', diffs: [{ id: page, path: page, newFile: false }] }
  expect(await get(ola, 'unpublishedEntry', { id: 'rights/avlastning' })).toMatchObject(said)
  expect(await get(ola, 'unpublishedEntry', draftOfPage)).toMatchObject(said)
  const file = await get(ola, 'unpublishedEntryDataFile', { ...draftOfPage, id: page, path: page })
  expect(file).toMatchObject({ data: words })
  expect(await get(ola, 'getDeployPreview', draftOfPage)).toBeNull()
  expect(published()).toBe(0)

  const early = await ask(ola, 'publishUnpublishedEntry', draftOfPage)
  expect(early).toMatchObject({ status: 422, body: { error: expect.stringContaining('klart') } })
  await get(kari, 'updateUnpublishedEntryStatus', { ...draftOfPage, newStatus: 'pending_review' })
  await get(ola, 'updateUnpublishedEntryStatus', { ...draftOfPage, newStatus: 'pending_publish' })
  await get(ola, 'publishUnpublishedEntry', draftOfPage)
  expect(published()).toBe(1)
  expect(git('show', `main:${page}`)).toBe(words.trim())
  expect(await get(kari, 'unpublishedEntries')).toEqual([])
  expect(git('log', '-4', '--topo-order', '--format=%an: %s', 'main').split('\n')).toEqual([
    'Ola Nordvik: Publish rights avlastning',
    'Ola Nordvik: Pass on: pending_publish',
    'Kari Fjordheim: Pass on: pending_review',
    'Kari Fjordheim: Update avlastning',
  ])
})

test('a draft is thrown away, and the published text is as it was', async () => {
  const { get, git, read, draft } = await openDesk()
  await draft(kari, page, `${await read(kari, page)}\nEt nytt avsnitt.\n`)
  expect(await get(kari, 'unpublishedEntries')).toHaveLength(1)
  await get(kari, 'deleteUnpublishedEntry', draftOfPage)
  expect(await get(kari, 'unpublishedEntries')).toEqual([])
  expect(git('show', `main:${page}`)).toBe(shipped(page).trim())
})

test('a picture is kept, listed by name alone and read; with a draft it waits for the draft', async () => {
  const { get, git, read, draft } = await openDesk()
  const asset = {
    path: `${media}/kafe.jpg`,
    content: (await aPicture('jpeg')).toString('base64'),
    encoding: 'base64',
  }
  const kept = await get<{ id: string; content: string }>(kari, 'persistMedia', {
    asset,
    options: { commitMessage: 'Upload' },
  })
  expect(kept).toMatchObject({ path: asset.path, name: 'kafe.jpg', encoding: 'base64' })
  const listed = [{ id: kept.id, path: asset.path, name: 'kafe.jpg' }]
  expect(await get(kari, 'getMedia', { mediaFolder: media })).toEqual(listed)
  expect(await get(kari, 'getMediaFile', { path: asset.path })).toEqual(kept)

  const other = { ...asset, path: `${media}/kaffe.jpg` }
  const words = `${await read(kari, page)}\nMed bilde.\n`
  await draft(kari, page, words, { assets: [other] })
  expect(await get(kari, 'getMedia', { mediaFolder: media })).toHaveLength(1)
  const asked = { ...draftOfPage, id: other.path, path: other.path }
  const waiting = await get<typeof asset>(kari, 'unpublishedEntryMediaFile', asked)

  const ref = 'refs/heads/cms/rights/avlastning'
  const blob = git('rev-parse', `${ref}:${other.path}`)
  const again = { path: other.path, content: waiting.content, encoding: 'base64' }
  await draft(kari, page, `${words}Mer.\n`, { assets: [again] })
  expect(git('rev-parse', `${ref}:${other.path}`), 'a picture on its way back is not drawn again').toBe(blob)
  await draft(kari, page, words, { assets: [] })
  expect(git('ls-tree', '-r', '--name-only', ref, media)).toBe(asset.path)
})

test.each([
  [{}, 'action: expected one of info'],
  [null, 'action: expected one of info'],
  [{ action: 'constructor' }, 'action: expected one of info'],
  [{ action: 'getEntry', params: { branch: 'main' } }, 'path'],
  [{ action: 'getEntry', params: { branch: 'cms/rights/avlastning', path: page } }, 'branch'],
  [
    { action: 'persistEntry', params: { branch: 'main', dataFiles: [], assets: [], options: {} } },
    'dataFiles',
  ],
])('%j is no request of the protocol', async (body, said) => {
  const { editing } = await openDesk()
  expect(await editing.answer(kari, body)).toMatchObject({
    status: 422,
    body: { error: expect.stringContaining(said) },
  })
})
