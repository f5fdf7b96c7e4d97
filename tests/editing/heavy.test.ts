import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { completeFields } from '#editing/complete.ts'
import { completeBody } from '#editing/complete-body.ts'
import { getPlace } from '#editing/place.ts'
import { align } from '#editing/rewriting/align.ts'
import { rewriteBody } from '#editing/rewriting/body.ts'
import { checkBody } from '#editorial/mdx.ts'
import { tangled } from '#editorial/tangled.ts'
import { workOf } from '../work.ts'
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
/** This one in forty words: each tag doubled the time. */
const endless = `Hei.\n\nSå {${'<a> '.repeat(40)}`
const yaml: Readonly<Record<string, string>> = {
  brackets: `title: ${'['.repeat(190_000)}`,
  keys: `${'? '.repeat(90_000)}x`,
  fields: Array.from({ length: 19_000 }, (_, index) => `a${index}: 1`).join('\n'),
}
const [fields] = readFileSync(page, 'utf8').split('\n---\n')

/** Milliseconds. Each takes less than a tenth of it, and took 5 seconds or more while nothing was done about it. */
const most = 2000

/** While this process works, nobody else is answered. */
const expectQuick = async (act: () => unknown) => expect(await workOf(act)).toBeLessThan(most)

test('a text full of knots is refused at once, with the reason, wherever it comes in', async () => {
  const { save, draft, git } = await openDesk()
  const before = git('for-each-ref')
  const asked = [
    ...Object.values(knots).map((body) => [page, `${fields}\n---\n\n${body}\n`] as const),
    ...Object.values(yaml).map((raw) => [`${notices}/x.yaml`, raw] as const),
  ]
  for (const [path, raw] of asked)
    for (const put of [save, draft])
      await expectQuick(async () =>
        expect(await put(kari, path, raw)).toMatchObject({ status: 422, body: { error: tangled } }),
      )
  for (const body of Object.values(knots))
    await expectQuick(() => expect(checkBody(body)).toEqual([{ line: 1, message: tangled }]))
  expect(git('for-each-ref')).toBe(before)
})

test('a brace with tags behind it is refused as any brace, and keeps nobody waiting', async () => {
  const { save, draft } = await openDesk()
  const message = 'Krøllparenteser kan ikke brukes. Bruk vanlige parenteser'
  for (const put of [save, draft])
    await expectQuick(async () =>
      expect(await put(kari, page, `${fields}\n---\n\n${endless}\n`)).toMatchObject({
        status: 422,
        body: { error: expect.stringContaining(message) },
      }),
    )
  await expectQuick(() => expect(checkBody(endless)).toEqual([{ line: 3, message }]))
  await expectQuick(() => expect(completeBody(endless, 'Gap.')).toBe('Hei.\n\nGap.'))
  const long = `${'{<a> '.repeat(2)}${'x '.repeat(95_000)}`
  await expectQuick(() => expect(checkBody(long)).not.toEqual([]))
})

test('a text of nothing but spaces keeps nobody waiting', () =>
  expectQuick(() => checkBody(`${' '.repeat(190_000)}x`)))

test('two long texts that have nothing in common are not compared paragraph by paragraph', async () => {
  const paragraphs = (word: string) => Array.from({ length: 2400 }, (_, index) => `${word} ${index}`)
  const [before, after] = [paragraphs('Gammel'), paragraphs('Ny')]
  let compared = 0
  align(before, after, () => {
    compared += 1
    return false
  })
  expect(compared).toBeLessThan(before.length * 100)
  const text = `${after.join('\n\n')}\n`
  await expectQuick(() => expect(rewriteBody(`${before.join('\n\n')}\n`, text)).toBe(text))
})

test('a preview gives up on what nobody types', async () => {
  const wrong = Array.from({ length: 900 }, () => '<').join('\n\n')
  await expectQuick(() => expect(completeBody(wrong, 'Gap.')).toBe('Gap.'))
  const links = Array.from({ length: 180 }, (_, index) => `[${index}](http://x)`).join('\n\n')
  await expectQuick(() => expect(completeBody(`Fint.\n\n${links}`)).toMatch(/^Fint\./))
  const place = getPlace(page, 'fjordvik')
  if (place.is !== 'text') throw new Error('expected a text')
  const sources = Array.from({ length: 20_000 }, () => 1)
  await expectQuick(() => expect(completeFields(place.schema, { title: 'Hei', sources })).toBeUndefined())
})
