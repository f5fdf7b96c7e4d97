import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { arrows, boxes, size } from '#components/model/flow.ts'
import { attachmentSchema } from '#editorial/attachment.ts'
import { formsOf, linesByRole, modelStepSchema, namedSteps } from '#editorial/model-step.ts'
import { quoteSchema } from '#editorial/quote.ts'
import { definitions } from '#forms/forms.ts'
import { files, read } from '../rules/source.ts'

const fields = (file: string): unknown => parse(/^---\n([\s\S]*?)\n---/.exec(read(file))?.[1] ?? read(file))
const below = (folder: string) => files.filter((file) => file.startsWith(`content/${folder}/`))
const steps = namedSteps.map((step) => {
  const data = modelStepSchema.parse(fields(`content/model-steps/${step.slug}.mdx`))
  return { step, data }
})
const forms = definitions.filter(({ forEach }) => !forEach).map(({ path }) => ({ href: path }))

describe('the seven steps', () => {
  test('are seven, numbered in their order, with a file each and no file more', () => {
    expect(namedSteps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(below('model-steps')).toEqual(
      namedSteps.map(({ slug }) => `content/model-steps/${slug}.mdx`).sort(),
    )
  })

  test('name only forms of this site, and most of those that families and staff fill in', () => {
    const named = steps.flatMap(({ step, data }) => formsOf(step, data, forms).map(({ href }) => href))
    expect(named).toEqual(expect.arrayContaining(['/bli-frivillig/', '/meld-behov/', '/ta-en-kaffe/']))
  })

  test('stop the build when one names a form that is not there, and say which', () => {
    const [first] = steps
    if (!first) throw new Error('expected a step, got none')
    expect(() => formsOf(first.step, { forms: ['/meld-behovet/'] }, forms)).toThrow(
      /model-steps\/forankring\.mdx, forms: expected one of .*\/meld-behov\/.* got \/meld-behovet\//,
    )
  })

  test('have something to use each: a sheet, which says its number itself, or a form', () => {
    const numbers = below('attachments').map((file) => attachmentSchema.parse(fields(file)).step)
    expect(numbers.length).toBeGreaterThan(10)
    const without = steps.filter(
      ({ step, data }) => !numbers.includes(step.number) && data.forms.length === 0,
    )
    expect(without).toEqual([])
  })

  test('give every role its lines in the order of the steps', () => {
    const lines = linesByRole(steps)
    const all = steps.flatMap(({ data }) => data.who)
    expect(lines.flatMap((each) => each.lines)).toHaveLength(all.length)
    for (const { lines: own } of lines) {
      const numbers = own.map(({ step }) => step.number)
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }
  })
})

describe('the drawing', () => {
  test('has a box for each step, with its number and whole name, inside the frame and off the others', () => {
    expect(boxes.map(({ lines }) => lines.join(' '))).toEqual(
      namedSteps.map(({ number, name }) => `${number} ${name}`),
    )
    for (const a of boxes) {
      expect(a.x + a.width).toBeLessThan(size.width)
      expect(a.y + a.height).toBeLessThan(size.height)
      for (const b of boxes.filter((each) => each !== a))
        expect(
          a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height,
        ).toBe(true)
    }
    expect(arrows).toHaveLength(boxes.length + 1)
  })
})

test('every quotation says who, where and when', () => {
  const quotes = below('quotes').map((file) => quoteSchema.parse(fields(file)))
  expect(quotes.length).toBeGreaterThan(2)
  expect(quoteSchema.safeParse({ text: 'Det hjalp', who: 'Pårørende' }).success).toBe(false)
  expect(quotes.filter(({ text }) => /[«»]/.test(text))).toEqual([])
})
