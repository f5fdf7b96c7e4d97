/** The texts that are shipped for paper: page, PDF and DOCX say the same, word by word. */
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import mammoth from 'mammoth'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { municipalitySchema } from '#editorial/municipality.ts'
import { fillPlaceholders, placeholdersOf } from '#editorial/placeholders.ts'
import { readBody } from '#editorial/prose.ts'
import type { Sheet } from '#paper/sheet.ts'
import { sheetDocx } from '#paper/sheet-docx.ts'
import { sheetPdf } from '#paper/sheet-pdf.ts'
import { blocks } from '../../src/components/blocks/blocks.ts'
import { Prose } from '../../src/components/prose/Prose.tsx'
import { bare, problemsOfPdf } from './check-pdf.ts'
import { madeUpSheet } from './made-up-sheet.ts'
import { readPdf } from './read-pdf.ts'

const site = 'https://parorende.fjordvik.example'
const fjordvik = municipalitySchema.parse(
  parse(readFileSync('content/municipalities/fjordvik/municipality.yaml', 'utf8')),
)
const words = placeholdersOf(fjordvik, site)
const texts = globSync('content/{attachments,course-folder}/*.mdx').sort()

function sheetOf(file: string): Sheet {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  const { title, description } = parse(front) as { title: string; description: string }
  const root = readBody(body, (text) => fillPlaceholders(text, words))
  return madeUpSheet('', { title, intro: description, body: root })
}

/** What the page says of the body. */
function pageOf({ body, words: blockWords }: Sheet): string {
  const all = blocks({ municipality: fjordvik, words: { blocks: blockWords }, locale: 'nb' } as never, [])
  const html = renderToStaticMarkup(createElement(Prose, { root: body, blocks: all }))
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

describe.each(texts)('%s', (file) => {
  const sheet = sheetOf(file)

  test('says the same on the page, in the PDF and in the DOCX', async () => {
    const pdf = await readPdf(await sheetPdf(sheet))
    expect(problemsOfPdf(pdf, { title: sheet.title, language: 'nb-NO' })).toEqual([])
    const inPdf = pdf.elements.map(({ said }) => said).join('')
    const page = pageOf(sheet)
    expect(page.length).toBeGreaterThan(200)
    expect(bare(inPdf)).toContain(bare(page))
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await sheetDocx(sheet)) })
    expect(bare(value)).toBe(bare(inPdf))
  })
})

test('there are texts to look at', () => {
  expect(texts.length).toBeGreaterThan(15)
  expect(texts.map((file) => basename(file))).toContain('samarbeidsavtale.mdx')
})
