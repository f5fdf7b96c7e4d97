/**
 * What tags, an outline, line breaking of our own and fonts in parts cost, beside pdfkit as its manual shows it: the
 * same words in the same typeface, without any of that. Then all texts drawn and kept.
 */
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { readBody } from '#editorial/prose.ts'
import { keepIn } from '#paper/keep.ts'
import type { Sheet } from '#paper/sheet.ts'
import { sheetDocx } from '#paper/sheet-docx.ts'
import { sheetPdf } from '#paper/sheet-pdf.ts'
import { getFace } from '#paper/typeface.ts'
import { madeUpSheet } from '../paper/made-up-sheet.ts'
import { readPdf } from '../paper/read-pdf.ts'

const rounds = 15
const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(10)
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
const say = (name: string, ours: string, other: string, ratio: number) =>
  console.log(`${name.padEnd(62)}${ours}${other}${ratio.toFixed(2).padStart(9)}`)
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** The median of each, and what it made. They take turns, so that a slow moment of the machine meets all. */
async function race(acts: readonly (() => Promise<Uint8Array>)[]): Promise<{ time: number; size: number }[]> {
  const times = acts.map((): number[] => [])
  const sizes: number[] = []
  for (let round = -2; round < rounds; round++)
    for (const [index, act] of acts.entries()) {
      const start = performance.now()
      sizes[index] = (await act()).length
      // The first rounds warm up the compiler.
      if (round >= 0) times[index]?.push(performance.now() - start)
    }
  return times.map((each, index) => ({ time: median(each), size: sizes[index] ?? 0 }))
}

const texts = globSync('content/{attachments,course-folder}/*.mdx').sort()
const sheets: Sheet[] = texts.map((file) => {
  const [, body = ''] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  return madeUpSheet('', { title: file, body: readBody(body) })
})
const [sheet] = sheets.toSorted((a, b) => b.body.children.length - a.body.children.length)
if (!sheet) throw new Error('expected texts for paper in content/, got none')

const words = (await readPdf(await sheetPdf(sheet))).elements.map(({ text }) => text)

/** pdfkit's own: text that flows, and nothing that says what it is. */
async function plainPdf(): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 58, font: null as unknown as string })
  doc.font(getFace('regular') as unknown as PDFKit.Mixins.PDFFontSource, 'regular', 11.5)
  for (const block of words) doc.text(block.trim()).moveDown(0.5)
  doc.end()
  const chunks: Buffer[] = []
  for await (const chunk of doc) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const plainWords = (await readPdf(await plainPdf())).artifacts.replace(/\s+/g, '')
const missing = words.filter((block) => !plainWords.includes(block.replace(/\s+/g, '').slice(0, 40)))
if (missing.length > 0) throw new Error(`expected the same words in both, got none of ${missing[0]}`)

const [pdf, plain, docx] = await race([() => sheetPdf(sheet), plainPdf, () => sheetDocx(sheet)])
if (!pdf || !plain || !docx) throw new Error('expected three times, got fewer')
say('a sheet as PDF, pdfkit without tags', ms(pdf.time), ms(plain.time), pdf.time / plain.time)
say('  its size', kB(pdf.size), kB(plain.size), pdf.size / plain.size)
say('the sheet as DOCX, its PDF', ms(docx.time), ms(pdf.time), docx.time / pdf.time)
say('  its size', kB(docx.size), kB(pdf.size), docx.size / pdf.size)

const folder = await mkdtemp(join(tmpdir(), 'papers-'))
const drawAll = async () => {
  const keep = keepIn(folder, 'bench')
  const start = performance.now()
  for (const each of sheets) {
    await keep('sheet.pdf', each, sheetPdf)
    await keep('sheet.docx', each, sheetDocx)
  }
  return performance.now() - start
}
const drawn = await drawAll()
const kept = median(await Promise.all([await drawAll(), await drawAll(), await drawAll()]))
say(`${sheets.length} sheets found again, ${sheets.length} drawn`, ms(kept), ms(drawn), kept / drawn)
await rm(folder, { recursive: true })
