import { expect, test } from 'vitest'
import { find } from '#search/find.ts'
import { getEngine } from '#searchable.ts'
import { oncePerFile } from '#texts/once-per-file.ts'
import { readTexts } from '#texts/read.ts'
import { oncePerTexts, withTexts } from '#texts/scope.ts'
import type { Texts } from '#texts/text.ts'
import { listRights } from '../../src/content.ts'

const texts = await readTexts('content', 'fjordvik')
const saved: Texts = {
  ...texts,
  rights: texts.rights.map((text) =>
    text.id === 'nb/rights/avlastning' ? { ...text, data: { ...text.data, title: 'Hvilehjelp' } } : text,
  ),
}

test('what is made of the texts is made once, and anew of others and for another question', async () => {
  let times = 0
  const count = oncePerTexts(async (name: string) => `${name} ${++times}`)
  const ask = (of: Texts, name: string) => withTexts(of, () => count(name))
  expect(await Promise.all([ask(texts, 'a'), ask(texts, 'a'), ask(texts, 'b')])).toEqual([
    'a 1',
    'a 1',
    'b 2',
  ])
  expect([await ask(saved, 'a'), await ask(texts, 'a')]).toEqual(['a 3', 'a 1'])
})

test('a running server finds a page by its new title at once', async () => {
  const search = (of: Texts) => withTexts(of, async () => find(await getEngine(), 'Hvilehjelp'))
  const title = (of: Texts) =>
    withTexts(of, async () => (await listRights()).find(({ slug }) => slug === 'avlastning')?.data.title)
  expect(await search(texts)).toEqual([])
  expect(await title(texts)).not.toBe('Hvilehjelp')
  expect((await search(saved)).map(({ path }) => path)).toEqual(['/rettigheter/avlastning/'])
  expect(await title(saved)).toBe('Hvilehjelp')
})

test('what a file says is read again when it says something else', () => {
  let times = 0
  const read = oncePerFile((path, text, municipality: string) => `${path} ${text} ${municipality} ${++times}`)
  expect([read('a', 'x', 'hamar'), read('a', 'x', 'hamar')]).toEqual(['a x hamar 1', 'a x hamar 1'])
  expect([read('a', 'y', 'hamar'), read('a', 'y', 'gjovik')]).toEqual(['a y hamar 2', 'a y gjovik 3'])
})
