import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mainLocale } from '#editorial/site.ts'

/** Pages in another language that stand beside one in Norwegian. */
const pairs = globSync('content/pages/*/*/*.mdx')
  .map((file) => ({ file, norwegian: file.replace(/^content\/pages\/[^/]+/, `content/pages/${mainLocale}`) }))
  .filter(({ file, norwegian }) => file !== norwegian && globSync(norwegian).length > 0)

function read(file: string) {
  const [, matter = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  return { fields: parse(matter) as Record<string, unknown>, body }
}

/** What of a page is the same in every language: where its facts come from, and when it is the answer. */
function facts({ sources, fit, order, owner, complaint, reviewBy }: Record<string, unknown>) {
  const { why, ...conditions } = (fit ?? {}) as Record<string, unknown>
  const origins = ((sources ?? []) as Record<string, unknown>[]).map(({ title, ...origin }) => origin)
  return { origins, conditions, order, owner, complaint, reviewBy }
}

/** The figures of a text, so that none is lost or misread on the way: `205`, `819 294`, `12-10`. */
const figures = (text: string) =>
  [...new Set(text.match(/\d+(?: \d{3})*(?:[.-]\d+)?/g) ?? [])].filter((figure) => figure.length > 1).sort()

test('there are pairs to compare', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(12)
})

describe.each(pairs)('$file', ({ file, norwegian }) => {
  const [theirs, ours] = [read(file), read(norwegian)]

  test('rests on the same sources, and fits the same people, as in Norwegian', () => {
    expect(facts(theirs.fields)).toEqual(facts(ours.fields))
  })

  test('gives the same amounts, deadlines and numbers', () => {
    const { cost, promise } = theirs.fields
    expect(figures(`${cost}`)).toEqual(figures(`${ours.fields.cost}`))
    expect(figures(`${promise}`)).toEqual(figures(`${ours.fields.promise}`))
    expect(figures(theirs.body)).toEqual(figures(ours.body))
  })

  test('names the same places to call', () => {
    const contacts = (text: string) => text.match(/<Contact [^>]*>/g) ?? []
    expect(contacts(theirs.body)).toEqual(contacts(ours.body))
  })
})

describe('a place to turn in another language', () => {
  const texts = globSync('content/pages/*/resources/*.yaml').map((file) => ({
    file,
    id: file.split('/').at(-1),
  }))

  test.each(texts)('$file opens at the same hours as in Norwegian', ({ file, id }) => {
    const [theirs, ours] = [file, `content/resources/${id}`].map(
      (each) => (parse(readFileSync(each, 'utf8')) as { openingHours?: string[] }).openingHours ?? [],
    )
    const hours = (lines: string[] = []) => lines.map((line) => line.match(/\d+(\.\d+)?/g) ?? [])
    expect(hours(theirs)).toEqual(hours(ours))
  })
})
