import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { cafeSchema } from '#calendar/cafe.ts'
import { checkText } from '#editing/check-text.ts'
import { getPlace } from '#editing/place.ts'
import { rewrite } from '#editing/rewriting/rewrite.ts'
import { searchWordsSchema } from '#search/words.ts'

const paths = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .map((path) => `content/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(yaml|mdx)$/.test(path))
  .sort()
const schemaOf = (path: string) => {
  const place = getPlace(path, /municipalities\/([^/]+)/.exec(path)?.[1] ?? 'hamar')
  if (place.is !== 'text') throw new Error(`expected a text, got ${path}`)
  return place.schema
}

/** Every file as its fields, and a way to write it with others, in a style that is not ours. */
const texts = paths.map((path) => {
  const text = readFileSync(path, 'utf8')
  const [, front = text] = path.endsWith('.mdx') ? (/^---\n([\s\S]*?\n)---/.exec(text) ?? []) : []
  const body = path.endsWith('.mdx') ? text.slice(front.length + 4) : ''
  const write = (values: unknown) => {
    const yaml = stringify(values, { indentSeq: false, lineWidth: 40, singleQuote: true })
    return path.endsWith('.mdx') ? `---\n${yaml}${body}` : yaml
  }
  return { path, text, values: parse(front) as Record<string, unknown>, write, schema: schemaOf(path) }
})

/** What is tried field by field: every fourth, which is every kind. */
const some = texts.filter((_, index) => index % 4 === 0)

/** Lines that are not in both, in order. */
function changedLines(before: string, after: string) {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return { gone: a.slice(head, a.length - tail), come: b.slice(head, b.length - tail) }
}

describe('a file that comes back from the CMS', () => {
  test('is the same bytes when it says the same, for every file there is', () => {
    expect(texts.length).toBeGreaterThan(200)
    const other = texts.filter(({ text, values, write }) => write(values) !== text)
    expect(other.length, 'the style of the CMS is another than ours').toBeGreaterThan(200)
    const changed = texts.filter(
      ({ path, text, values, write, schema }) => rewrite(path, schema, text, write(values)) !== text,
    )
    expect(changed.map(({ path }) => path)).toEqual([])
  })

  test('is the same bytes also with the empty fields that a form leaves behind, and in another order', () => {
    for (const { path, text, values, write, schema } of texts) {
      const shuffled = Object.fromEntries(Object.entries(values).reverse())
      const full = { ...shuffled, zEmpty: '', zNone: null, zList: [], zObject: { inner: '', deeper: {} } }
      expect(rewrite(path, schema, text, write(full)), path).toBe(text)
    }
  })

  test('differs only in the line of the field that was changed, for every text field of every file', () => {
    let tried = 0
    for (const { path, text, values, write, schema } of some)
      for (const [name, value] of Object.entries(values)) {
        if (
          typeof value !== 'string' ||
          /^\d{4}-/.test(value) ||
          new RegExp(`^${name}: [>|]`, 'm').test(text)
        )
          continue
        tried += 1
        const { gone, come } = changedLines(
          text,
          rewrite(path, schema, text, write({ ...values, [name]: `${value} Æ: #x` })),
        )
        expect(
          gone.length <= 1 && come.length <= 1,
          `${path} ${name}: ${gone.join('|')} → ${come.join('|')}`,
        ).toBe(true)
        expect(come.join()).toContain('Æ: #x')
      }
    expect(tried).toBeGreaterThan(200)
  })

  test('loses only the lines of a field or an item that is taken away, for every one of them', () => {
    let tried = 0
    for (const { path, text, values, write, schema } of some.filter((_, index) => index % 2 === 0))
      for (const [name, value] of Object.entries(values)) {
        if (Object.keys(values).length === 1) continue
        const { [name]: _gone, ...rest } = values
        const without = changedLines(text, rewrite(path, schema, text, write(rest)))
        expect(without.come, `${path} without ${name}`).toEqual([])
        for (const index of Array.isArray(value) && value.length > 1
          ? new Set([0, 1, value.length - 1])
          : []) {
          tried += 1
          const list = (value as unknown[]).toSpliced(index, 1)
          const after = rewrite(path, schema, text, write({ ...values, [name]: list }))
          expect(changedLines(text, after).come.length, `${path} ${name} ${index}`).toBeLessThanOrEqual(1)
        }
      }
    expect(tried).toBeGreaterThan(50)
  })

  test('gets back what was taken away, as it was', () => {
    for (const { path, text, values, write, schema } of some) {
      const [name = ''] = Object.entries(values).find(([, value]) => typeof value === 'string') ?? []
      const { [name]: _gone, ...rest } = values
      const back = rewrite(path, schema, rewrite(path, schema, text, write(rest)), write(values))
      expect(rewrite(path, schema, back, write(values)), path).toBe(back)
      expect(back.length, path).toBeGreaterThan(text.length * 0.8)
    }
  })
})

const cafe = `# Kafeen
title: "Kafé Etter-På"  # navnet
summary: >-
  En kafé for
  pårørende.
startTime: "12:00"
endTime: "14:00"

# Datoene
exceptions:
  # Vann
  - kind: cancelled
    date: 2026-10-27
    reason: 'Vannlekkasje: alt er vått'
    changedAt: 2026-10-26
`
const cafeValues = parse(cafe) as Record<string, unknown>
const save = (values: object) =>
  rewrite('content/municipalities/fjordvik/cafes/a.yaml', cafeSchema, cafe, stringify(values))

describe('a café', () => {
  const exceptions = cafeValues.exceptions as object[]

  test('gets one cancellation more below those that it has, and nothing else changes', () => {
    const more = { changedAt: '2026-12-01', kind: 'cancelled', reason: 'Yes', date: '2026-12-08' }
    expect(save({ ...cafeValues, exceptions: [...exceptions, more] })).toBe(
      `${cafe}  - kind: cancelled\n    date: 2026-12-08\n    reason: "Yes"\n    changedAt: 2026-12-01\n`,
    )
  })

  test('gets its first topic, with a line for each field in the order of the form', () => {
    const after = save({ ...cafeValues, topics: [{ title: 'Sorg', speaker: '', date: '2026-12-08' }] })
    expect(after).toBe(`${cafe}topics:\n  - date: 2026-12-08\n    title: Sorg\n`)
  })

  test('keeps its comments, and quotes a time, for without quotes it is a number to the build', () => {
    const after = save({ ...cafeValues, startTime: '13:30', cost: '12:00' })
    expect(after).toBe(`${cafe.replace('"12:00"', '"13:30"')}cost: "12:00"\n`)
  })

  test('keeps the comment behind a value, and writes a folded text anew when it is changed', () => {
    const after = save({ ...cafeValues, title: 'Kafé "Naust"', summary: 'Ny\ntekst' })
    expect(after).toContain('title: "Kafé \\"Naust\\""  # navnet\n')
    expect(after).toContain('summary: |-\n  Ny\n  tekst\nstartTime')
  })
})

test('words on one line get one more and lose one on that line', () => {
  const text = 'ignored: [jeg, du,\n  han]\nsame:\n  # dialekt\n  - [syk, sjuk]\nmeans: []\npages: []\n'
  const at = 'content/search/words.yaml'
  const save = (values: object) => rewrite(at, searchWordsSchema, text, stringify(values))
  const rest = { means: [], pages: [] }
  const same = [['syk', 'sjuk']]
  expect(save({ ignored: ['jeg', 'du', 'han'], same, ...rest })).toBe(text)
  expect(save({ ignored: ['jeg', 'du', 'han', 'på, av'], same, ...rest })).toBe(
    text.replace('han]', 'han, "på, av"]'),
  )
  expect(save({ ignored: ['jeg', 'han'], same, ...rest })).toContain('ignored: [jeg, han]\n')
  expect(save({ ignored: ['jeg', 'du', 'han'], same: [...same, ['heim', 'hjem']], ...rest })).toBe(
    text.replace('sjuk]\n', 'sjuk]\n  - [heim, hjem]\n'),
  )
})

describe('hostile YAML', () => {
  const at = 'content/municipalities/fjordvik/cafes/a.yaml'
  test.each([
    ['references that grow', 'a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n'],
    ['a tag', 'title: !!js/function "function(){}"\n'],
    ['a tag of its own', 'title: !evil x\n'],
    ['two documents', 'title: a\n---\ntitle: b\n'],
    ['a key twice', 'title: a\ntitle: b\n'],
    ['no fields', '- a\n- b\n'],
    ['a text that is none', 'title: "open\n'],
    ['control characters', 'title: "a\u0000b"\n'],
  ])('%s is handed on as it came, and refused', (_name, text) => {
    const after = rewrite(at, cafeSchema, cafe, text)
    expect(checkText(at, cafeSchema, after).length).toBeGreaterThan(0)
  })

  test('names that objects have by themselves are fields like others, and refused as unknown', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const after = rewrite(at, cafeSchema, cafe, `${stringify(cafeValues)}${name}:\n  polluted: ja\n`)
      expect(checkText(at, cafeSchema, after).join(), name).not.toBe('')
      expect(({} as { polluted?: string }).polluted).toBeUndefined()
    }
  })

  test('a value cannot leave its line: breaks, dashes and hashes are text', () => {
    for (const title of [
      'a\nstartTime: "00:00"',
      '- a',
      '# a',
      '--- a',
      'a: b',
      '{a}',
      '[a]',
      '*a',
      '&a',
      '!a',
      '| a',
      '> a',
      '% a',
      '@a',
      '`a',
      "'a",
      '"a',
      'a #b',
      '\ta',
      'a\u2028b',
      '...',
    ]) {
      const after = save({ ...cafeValues, title })
      expect(parse(after), JSON.stringify(title)).toEqual({ ...cafeValues, title })
    }
  })
})
