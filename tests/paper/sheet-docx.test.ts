import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { bookDocx } from '#paper/book.ts'
import { sheetDocx } from '#paper/sheet-docx.ts'
import { bare } from './check-pdf.ts'
import { everything, madeUpSheet } from './made-up-sheet.ts'

const run = promisify(execFile)
let bytes: Uint8Array
let files: Record<string, string>
let html: string

beforeAll(async () => {
  bytes = await sheetDocx(madeUpSheet())
  files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, each]) => [name, strFromU8(each)]))
  html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
})

describe('a sheet as a DOCX', () => {
  test('has headings, lists, a table and links that a word processor knows', () => {
    expect(html).toContain('<h1>Avtale &lt;til&gt; Åse &amp; co</h1>')
    expect(html.match(/<h2>[^<]*/g)).toEqual(['<h2>Før møtet', '<h2>Godt å vite'])
    expect(html).toContain('<h3>Sjekkliste</h3>')
    expect(html).toMatch(
      /<ul><li>Første punkt<\/li><li>Andre punkt.*<ul><li>Inni punktet<\/li><\/ul><\/li><\/ul>/,
    )
    expect(html).toContain('<ol><li>Først dette</li><li>Så dette</li></ol>')
    expect(html.match(/<th>/g)).toHaveLength(3)
    expect(html.match(/<td>/g)).toHaveLength(6)
    expect(html).toContain('<a href="https://parorende.fjordvik.example/kurs/">om kurset</a>')
    expect(html).toContain('<strong>må ikke</strong>')
  })

  test('says a name also where its signs mean something to the file', () => {
    const name = 'Fjordvik &lt;/w:t&gt; (\\) ]]&gt; &amp; kommune'
    expect(html).toContain(`<p>${name} · Versjon 1.0, 22. november 2026`)
    expect(files['docProps/core.xml']).toContain(`<dc:creator>${name}</dc:creator>`)
  })

  test('has boxes to tick and fields to type in, each with its name', () => {
    expect(html.match(/<input type="checkbox" \/>/g)).toHaveLength(2)
    const fields = [...(files['word/document.xml'] ?? '').matchAll(/<w:alias w:val="([^"]*)"\/>/g)]
    expect(fields.map(([, name]) => name)).toEqual(['Navn', 'Hva er viktig for deg?'])
  })

  test('is titled, and in Norwegian for whoever reads it aloud or checks the spelling', () => {
    expect(files['docProps/core.xml']).toContain('<dc:title>Avtale &lt;til&gt; Åse &amp; co</dc:title>')
    expect(files['docProps/core.xml']).toContain('2026-11-22T00:00:00Z')
    expect(files['word/styles.xml']).toContain('<w:lang w:val="nb-NO"/>')
  })

  test('says at the foot of each page which version it is, and whose', () => {
    expect(files['word/footer1.xml']).toContain('Versjon 1.0 · Laget av prosjektet')
  })

  test('begins each numbered list where the text does', async () => {
    const sheet = madeUpSheet('1. En\n2. To\n\nMellom.\n\n1. En igjen\n\nMellom.\n\n5. Fem\n')
    const read = unzipSync(await sheetDocx(sheet))
    const numbers = [
      ...strFromU8(read['word/document.xml'] as Uint8Array).matchAll(/<w:numId w:val="(\d+)"/g),
    ]
    expect(numbers.map(([, id]) => id)).toHaveLength(4)
    expect(new Set(numbers.map(([, id]) => id)).size).toBe(3)
    expect(strFromU8(read['word/numbering.xml'] as Uint8Array)).toContain('<w:start w:val="5"/>')
  })

  test('is the same bytes every time, also in another time zone and another process', async () => {
    expect(Buffer.compare(await sheetDocx(madeUpSheet()), bytes)).toBe(0)
    const script = `
      const { sheetDocx } = await import('#paper/sheet-docx.ts')
      const { madeUpSheet } = await import('./tests/paper/made-up-sheet.ts')
      const { createHash } = await import('node:crypto')
      console.log(createHash('sha256').update(await sheetDocx(madeUpSheet())).digest('hex'))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { TZ: 'America/Los_Angeles', LC_ALL: 'C' },
    })
    expect(stdout.trim()).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('is packed without the clock, and with nothing random in it', async () => {
    const other = await sheetDocx(madeUpSheet(everything.replace('Bestill', 'Finn')))
    expect(Buffer.compare(other, bytes)).not.toBe(0)
    expect(Object.values(files).join('')).not.toMatch(/"rId[a-z0-9_-]{21}"/)
    // 1 January 1980, 00:00, in the first local header: APPNOTE 4.4.6.
    expect(Buffer.from(bytes).readUInt32LE(10)).toBe(0x00210000)
  })

  test('holds more levels of lists than Word knows', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await sheetDocx(madeUpSheet(`${'- '.repeat(15)}Innerst\n`))),
    })
    expect(value).toContain('Innerst')
  })

  test('keeps together what belongs together, and holds a number to its sign', async () => {
    const rows = '| § 3-6 | Støtte |\n'.repeat(12)
    const sheet = madeUpSheet(
      `Jeg lover å tie etter § 13.\n\n<Signatures of="Frivillig" />\n\n| Lov | Om |\n|---|---|\n${rows}`,
    )
    const document = strFromU8(unzipSync(await sheetDocx(sheet))['word/document.xml'] as Uint8Array)
    const paragraphs = document.match(/<w:p>.*?<\/w:p>/gs) ?? []
    const held = (words: string) =>
      paragraphs.filter((each) => each.includes(words)).map((each) => each.includes('<w:keepNext/>'))
    expect(held('Jeg lover å tie etter §\u00a013.')).toEqual([true])
    expect(held('Frivillig')).toEqual([true])
    expect(held('Støtte')).toEqual([true, ...Array(9).fill(false), true, false])
  })

  test('gives its looks names that an employee knows, and one typeface to change', () => {
    const styles = files['word/styles.xml'] ?? ''
    for (const name of ['Ingress', 'Sjekkliste', 'Felt å fylle ut', 'Sluttlinje'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`)
    expect(styles.match(/w:ascii="Arial"/g)).toHaveLength(1)
    expect(files['word/document.xml']).not.toContain('w:ascii=')
  })

  test('begins each part of a book at the top of a page, the first below the title', async () => {
    const part = (title: string) => ({ title, body: madeUpSheet('## Mål\n\nÅ lytte.').body })
    const contents = { heading: 'Innhold', page: 'Side' }
    const book = { ...madeUpSheet(), contents, parts: ['En', 'To', 'Tre'].map(part) }
    const document = strFromU8(unzipSync(await bookDocx(book))['word/document.xml'] as Uint8Array)
    const headings = (document.match(/<w:p>.*?<\/w:p>/gs) ?? []).filter((each) => each.includes('Heading2'))
    expect(headings.map((each) => each.includes('<w:pageBreakBefore/>'))).toEqual([false, true, true])
  })

  test('says the same to every reader: to a parser, and saved by LibreOffice where there is one', async () => {
    const wordsOf = async (docx: Uint8Array) =>
      bare((await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value)
    const words = await wordsOf(bytes)
    for (const each of ['Avtale <til> Åse & co', 'Bestill rom', 'Koordinator', 'Hva er viktig for deg?'])
      expect(words).toContain(bare(each))
    const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find(existsSync)
    if (!office) return
    const folder = await mkdtemp(join(tmpdir(), 'docx-'))
    await writeFile(join(folder, 'sheet.docx'), bytes)
    const own = `-env:UserInstallation=file://${folder}/profile`
    const saved = join(folder, 'saved')
    await run(office, [
      own,
      '--headless',
      '--convert-to',
      'docx',
      '--outdir',
      saved,
      join(folder, 'sheet.docx'),
    ])
    expect(await wordsOf(await readFile(join(saved, 'sheet.docx')))).toBe(words)
    await rm(folder, { recursive: true })
  })
})
