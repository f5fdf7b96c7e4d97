import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { completeFields } from '#editing/complete.ts'
import { completeBody } from '#editing/complete-body.ts'
import { getPlace } from '#editing/place.ts'
import { rewriteBody } from '#editing/rewriting/body.ts'
import { checkBody } from '#editorial/mdx.ts'
import { tangled } from '#editorial/tangled.ts'
import { kari, notices, openDesk, page } from './desk.ts'

/** Each kept a parser busy for 5 to 100 seconds, and with it every reader of the site. */
const knots: Readonly<Record<string, string>> = {
  quotations: '>'.repeat(190_000),
  braces: '{'.repeat(190_000),
  tags: '<a '.repeat(60_000),
  comments: '<!--'.repeat(45_000),
  lists: `${'- '.repeat(90_000)}x`,
  dashes: ')\\>--'.repeat(36_000),
  stress: '_a'.repeat(90_000),
  ends: 'a/]]'.repeat(40_000),
  addresses: ' (www.'.repeat(30_000),
}
const yaml: Readonly<Record<string, string>> = {
  brackets: `title: ${'['.repeat(190_000)}`,
  keys: `${'? '.repeat(90_000)}x`,
  fields: Array.from({ length: 19_000 }, (_, index) => `a${index}: 1`).join('\n'),
}
const [fields] = readFileSync(page, 'utf8').split('\n---\n')

/** Milliseconds that nobody else was answered. */
async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

test('a text full of knots is refused at once, with the reason, wherever it comes in', async () => {
  const { save, draft, git } = await openDesk()
  const before = git('for-each-ref')
  const asked = [
    ...Object.values(knots).map((body) => [page, `${fields}\n---\n\n${body}\n`] as const),
    ...Object.values(yaml).map((raw) => [`${notices}/x.yaml`, raw] as const),
  ]
  for (const [path, raw] of asked)
    for (const put of [save, draft]) {
      const took = await timed(async () =>
        expect(await put(kari, path, raw)).toMatchObject({ status: 422, body: { error: tangled } }),
      )
      expect(took).toBeLessThan(2000)
    }
  for (const body of Object.values(knots)) {
    expect(await timed(() => expect(checkBody(body)).toEqual([{ line: 1, message: tangled }]))).toBeLessThan(
      500,
    )
  }
  expect(git('for-each-ref')).toBe(before)
})

test('a text of nothing but spaces keeps nobody waiting', async () => {
  expect(await timed(() => checkBody(`${' '.repeat(190_000)}x`))).toBeLessThan(2000)
})

test('two long texts that have nothing in common are compared without filling the memory', async () => {
  const text = (word: string) => Array.from({ length: 2400 }, (_, index) => `${word} ${index}`).join('\n\n')
  const after = `${text('Ny')}\n`
  expect(await timed(() => expect(rewriteBody(`${text('Gammel')}\n`, after)).toBe(after))).toBeLessThan(5000)
})

test('a preview gives up on what nobody types', async () => {
  const wrong = Array.from({ length: 900 }, () => '<').join('\n\n')
  expect(await timed(() => expect(completeBody(wrong)).not.toContain('<'))).toBeLessThan(3000)
  const links = Array.from({ length: 180 }, (_, index) => `[${index}](http://x)`).join('\n\n')
  expect(await timed(() => expect(completeBody(`Fint.\n\n${links}`)).toMatch(/^Fint\./))).toBeLessThan(3000)
  const place = getPlace(page, 'fjordvik')
  if (place.is !== 'text') throw new Error('expected a text')
  const sources = Array.from({ length: 20_000 }, () => 1)
  expect(
    await timed(() => expect(completeFields(place.schema, { title: 'Hei', sources })).toBeUndefined()),
  ).toBeLessThan(3000)
})
