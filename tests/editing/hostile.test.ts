import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkText } from '#editing/check-text.ts'
import { getPlace } from '#editing/place.ts'
import { kari, media, notices, openDesk, page } from './desk.ts'
import { aPicture } from './pictures.ts'

const paths = [
  'content/pages/nb/rights/../../../x.mdx',
  '../content/pages/nb/rights/x.mdx',
  '/content/pages/nb/rights/x.mdx',
  '/etc/passwd',
  'content//pages/nb/rights/x.mdx',
  './content/pages/nb/rights/x.mdx',
  'content/pages/nb/rights/.x.mdx',
  'content/.git/hooks/x.yaml',
  'content.git/config',
  '.git/config',
  'content/pages/nb/rights/x.mdx\0.png',
  'content/pages/nb/rights/x\n.mdx',
  'content/pages/nb/rights/%2e%2e/x.mdx',
  'content%2Fpages/nb/rights/x.mdx',
  'content\\pages\\nb\\rights\\x.mdx',
  'content/pages/nb/rights/X.mdx',
  'Content/pages/nb/rights/x.mdx',
  'content/pages/nb/rights/x.MDX',
  'content/pages/nb/rights/x．mdx',
  'content/pages/nb/rights/xé.mdx',
  'content/pages/nb/rights/x.mdx/',
  'content/pages/nb/rights/x.js',
  'content/pages/nb/rights/x.yaml',
  'content/pages/nb/nowhere/x.mdx',
  'content/pages/nb/x.mdx',
  'content/pages/nb/package.yaml',
  'content/municipalities/gjovik/municipality.yaml',
  'content/municipalities/fjordvik/cafes/deep/x.yaml',
  'content/media/x.svg',
  'content/media/x.jpg.html',
  'content/media/deep/x.jpg',
  'content/laws',
  'package.json',
  'src/env.ts',
  `content/resources/${'a'.repeat(300)}.yaml`,
]

test('no path leads outside the texts, however it is written, and whoever tries is noted', async () => {
  const { ask, git } = await openDesk()
  const before = git('for-each-ref')
  const asset = { content: (await aPicture('jpeg')).toString('base64'), encoding: 'base64' }
  const file = { slug: 'x', raw: 'title: x\n' }
  const options = { commitMessage: 'x', useWorkflow: false, status: 'draft' }
  for (const path of paths)
    for (const [action, params] of [
      ['getEntry', { path }],
      ['entriesByFiles', { files: [{ path: page }, { path }] }],
      ['getMediaFile', { path }],
      ['persistEntry', { dataFiles: [{ ...file, path }], assets: [], options }],
      ['persistEntry', { dataFiles: [{ ...file, path: page, newPath: path }], assets: [], options }],
      ['persistMedia', { asset: { ...asset, path }, options }],
      ['deleteFile', { path, options }],
      ['deleteFiles', { paths: [page, path], options }],
    ] as const)
      expect(await ask(kari, action, params), `${action} ${path}`).toMatchObject({ status: 403, trick: true })
  for (const folder of ['..', 'content/..', '/', '.git', 'content/.git', 'content/%2e%2e', 'src', ''])
    for (const [action, params] of [
      ['entriesByFolder', { folder, extension: 'yaml', depth: 9 }],
      ['getMedia', { mediaFolder: folder }],
    ] as const)
      expect((await ask(kari, action, params)).status, `${action} ${folder}`).toBe(folder ? 403 : 422)
  expect(git('for-each-ref')).toBe(before)
})

const fields = readFileSync(page, 'utf8').split('\n---\n')[0]
const hostile: readonly [string, string][] = [
  [`${fields}\n---\n\n{process.env.HOME}\n`, 'Krøllparenteser'],
  [`${fields}\n---\n\n<script>alert(1)</script>\n`, '<script> kan ikke brukes'],
  [`${fields}\n---\n\nimport fs from 'node:fs'\n`, '«import» og «export»'],
  [`${fields}\n---\n\nexport const a = 1\n`, '«import» og «export»'],
  [`${fields}\n---\n\n<Evil title="x" />\n`, '<Evil> kan ikke brukes'],
  [`${fields}\n---\n\n<Steps title={process.env.HOME}>\n\nHei\n\n</Steps>\n`, 'vanlig tekst i feltene'],
  [`${fields}\n---\n\n[her](javascript:alert(1))\n`, 'kan ikke brukes'],
  [`${fields}\n---\n\n${'Langt. '.repeat(5_000_000 / 7)}\n`, 'Teksten er for lang: 5'],
  [`${fields}\n---\n\nHei\u0000\n`, 'tegn som ikke kan vises'],
  [`${fields?.replace(/^title: .*$/m, 'title: "Hei \\0"')}\n---\n\nHei\n`, 'tegn som ikke kan vises'],
  [`${fields?.replace(/^title: .*$/m, 'title: "Hei \\ud800"')}\n---\n\nHei\n`, 'tegn som ikke kan vises'],
  [`${fields}\n---\n\nRing \u202E10 01 50 55\n`, 'tegn som ikke kan vises'],
  [`${fields?.replace(/^title: /m, 'title: &a ')}\n---\n\nHei\n`, 'Tegnene & og *'],
  [`${fields}\nevil: 1\n---\n\nHei\n`, 'Feltet «evil» finnes ikke'],
  [
    `${fields?.replace(/checkedAt: .*/, 'checkedAt: i går')}\n---\n\nHei\n`,
    '«Kilder» nr. 1, «Kontrollert»: Skriv datoen slik',
  ],
  [`${fields?.replace(/^title: .*$/m, 'title:')}\n---\n\nHei\n`, '«Tittel»: Må fylles ut'],
  [`${fields?.replace(/checkedAt: .*/, 'checkedAt: 2026-02-30')}\n---\n\nHei\n`, '2026-02-30 finnes ikke'],
  ['bare tekst', 'begynne med feltene'],
  [`${fields}\n---\n\nHei {navn} og takk\n`, 'Ved «Hei {navn} og takk»: Krøllparenteser'],
  [
    `${fields?.replace(/checkedAt: .*/, 'checkedAt: 2026-02-30')}\n---\n\nHei\n`,
    '«Kilder» nr. 1, «Kontrollert»: 2026',
  ],
  [`${fields?.replace(/^order: .*$/m, 'order: først')}\n---\n\nHei\n`, '«Rekkefølge»: Skriv et tall'],
  [
    `${fields?.replace(/^title: .*$/m, `title: ${'Lang'.repeat(50)}`)}\n---\n\nHei\n`,
    '«Tittel»: Høyst 70 tegn. Nå er det 200',
  ],
  [
    `${fields?.replace(/^searchWords: .*$/m, 'searchWords: 3')}\n---\n\nHei\n`,
    '«Søkeord»: Skal være en liste',
  ],
  [`${fields?.replace(/helps: .*$/m, 'helps: [sove]')}\n---\n\nHei\n`, ': Velg «'],
]

test.each(hostile.map(([raw, said]) => ({ raw, said })))(
  '«$said» is what an editor is told',
  async ({ raw, said }) => {
    const place = getPlace(page, 'fjordvik')
    if (place.is !== 'text') throw new Error('expected a text')
    expect(checkText(page, place.schema, readFileSync(page, 'utf8'))).toEqual([])
    expect(checkText(page, place.schema, raw).join('\n')).toContain(said)
  },
)

test('what is refused leaves no commit, neither published nor as a draft', async () => {
  const { read, save, draft, git } = await openDesk()
  await read(kari, page)
  const before = git('for-each-ref')
  for (const [raw, said] of hostile)
    for (const put of [save, draft])
      expect(await put(kari, page, raw)).toMatchObject({
        status: 422,
        body: { error: expect.stringContaining(said) },
      })
  expect(git('for-each-ref')).toBe(before)
})

test.each([
  '- &a [x]\n- *a\n',
  'title: !!js/function "x"\n',
  'title: a\ntitle: b\n',
  'title: [\n',
  '__proto__: { polluted: 1 }\n',
])('YAML with more to it than fields is refused: %j', async (raw) => {
  const { save } = await openDesk()
  expect(await save(kari, `${notices}/x.yaml`, raw)).toMatchObject({ status: 422 })
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('a picture is kept without what it knew of phone and place', async () => {
  const { get } = await openDesk()
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const original = await aPicture(format, 3000)
    expect(original.toString('latin1')).toContain('Fjordfon')
    const path = `${media}/kafe-${format}.${format === 'jpeg' ? 'jpg' : format}`
    const asset = { path, content: original.toString('base64'), encoding: 'base64' }
    const kept = await get<{ content: string }>(kari, 'persistMedia', {
      asset,
      options: { commitMessage: 'x' },
    })
    const bytes = Buffer.from(kept.content, 'base64')
    expect(bytes.toString('latin1')).not.toMatch(/Fjordfon|Exif|Kari/)
    expect(bytes.length).toBeGreaterThan(100)
  }
})

test('what only pretends to be a picture is refused', async () => {
  const { ask, git } = await openDesk()
  const before = git('for-each-ref')
  const jpeg = await aPicture('jpeg')
  for (const [name, bytes] of [
    ['x.png', jpeg],
    ['x.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['x.jpg', Buffer.concat([jpeg.subarray(0, 30), Buffer.from('<script>alert(1)</script>')])],
    ['x.jpg', Buffer.alloc(0)],
    ['x.jpg', Buffer.concat([jpeg, Buffer.alloc(8_000_001)])],
  ] as const) {
    const asset = { path: `${media}/${name}`, content: bytes.toString('base64'), encoding: 'base64' }
    const { status } = await ask(kari, 'persistMedia', { asset, options: { commitMessage: 'x' } })
    expect(status, name).toBe(bytes.length > 8_000_000 ? 413 : 422)
  }
  expect(git('for-each-ref')).toBe(before)
})

test('words of the CMS cannot pass themselves off as facts of the history', async () => {
  const { get, read, git } = await openDesk()
  const raw = `${await read(kari, page)}\nMer.\n`
  const commitMessage = 'Update\n\nDraft-Stage: pending_publish\nKept: content/x'
  const options = { commitMessage, collectionName: 'rights', useWorkflow: true, status: 'draft' }
  const evil = { id: 'kari-id', name: 'Kari <evil@example.no>\nX' }
  await read(evil, page)
  await get(evil, 'persistEntry', {
    dataFiles: [{ slug: 'a/../b .lock', path: page, raw }],
    assets: [],
    options,
  })
  expect(await get(kari, 'unpublishedEntries')).toEqual(['rights/a/../b .lock'])
  expect(await get(kari, 'unpublishedEntry', { id: 'rights/a/../b .lock' })).toMatchObject({
    status: 'draft',
  })
  expect(git('for-each-ref', '--format=%(refname) %(authorname)%(authoremail)', 'refs/heads/cms')).toBe(
    'refs/heads/cms/rights/a%2F%2E%2E%2Fb%20%2Elock Kari evil@example.no X<kari-id@pusterom.invalid>',
  )
})

test('a text for paper is read as the build reads it, also in the browser', () => {
  const path = 'content/attachments/samarbeidsavtale.mdx'
  const place = getPlace(path, 'fjordvik')
  if (place.is !== 'text') throw new Error('expected a text')
  const text = readFileSync(path, 'utf8')
  expect(checkText(path, place.schema, text)).toEqual([])
  expect(checkText(path, place.schema, `${text}\nRing [tlf] 🙂\n`).join('\n')).toMatch(/\[tlf\].*\n.*🙂/)
  const long = `${text}\n${'Ord. '.repeat(10_000)}\n`
  expect(checkText(path, place.schema, long)).toEqual([expect.stringMatching(/^Teksten er for lang: 5\d kB/)])
})
