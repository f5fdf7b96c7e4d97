/** A PDF that everybody can read: tagged, with its language, title, fonts and outline. The same in, the same bytes out. */
import { createHash } from 'node:crypto'
import { breakLines } from '../lines.ts'
import { type Block, heightOf, type Setting, stack } from './block.ts'
import { decorate } from './decorate.ts'
import { Document } from './document.ts'
import { drawLine } from './draw-line.ts'
import { outlineOf } from './outline.ts'
import { flow, place } from './place.ts'
import { tag } from './tag.ts'

export interface PdfOptions {
  readonly title: string
  /** BCP 47, `nb-NO`. */
  readonly language: string
  readonly size?: PageSize
  /** The day of the content, `2026-11-22`: the file counts as made then. */
  readonly date: string
  readonly author?: string
  /** Of running text, in points. */
  readonly typeSize?: number
  /** From the edge of the page, in points. Nothing: what suits the size. */
  readonly margin?: number
  /** On the left at the foot of every page, with the number of the page on the right. Nothing: no foot. */
  readonly foot?: string
}

export const pageSizes = { A3: [841.89, 1190.55], A4: [595.28, 841.89], A5: [419.53, 595.28] } as const
export type PageSize = keyof typeof pageSizes

const defaults: Readonly<Record<PageSize, { margin: number; typeSize: number }>> = {
  A3: { margin: 72, typeSize: 17 },
  A4: { margin: 54, typeSize: 11.5 },
  A5: { margin: 38, typeSize: 10 },
}

/** Where and how blocks are put at a place of their own. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly typeSize?: number
  readonly colour?: string
}

export interface Pdf {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly typeSize: number
  /** For what no block can. Draw inside `decorate`, or the page is no longer accessible. */
  readonly doc: Document
  /** From the top of the page to its bottom, and on over as many as it takes. */
  flow(blocks: readonly Block[]): void
  /** At a place of its own on the page. Returns the y below. */
  place(blocks: readonly Block[], spot: Spot): number
  /** How high the blocks become, without drawing them. */
  measure(blocks: readonly Block[], spot: Pick<Spot, 'width' | 'typeSize'>): number
  /** How many pages `flow` would fill with them in that type, from the top of the first. */
  count(blocks: readonly Block[], typeSize: number): number
  /** Lines, fields of colour and pictures that say nothing: screen readers pass them by. */
  decorate(draw: (doc: Document) => void): void
  newPage(): void
  /** The bytes. Nothing can be drawn after. */
  close(): Promise<Uint8Array>
}

/**
 * Opens a document with its first page.
 *
 * @example
 * const pdf = openPdf({ title: 'Kurs', language: 'nb-NO', date: '2026-11-22' })
 * pdf.flow([heading(1, 'Kurs'), paragraph('Tre kvelder.')])
 * const bytes = await pdf.close()
 */
export function openPdf(options: PdfOptions): Pdf {
  const { title, language, size = 'A4', date, author = '' } = options
  const [width, height] = pageSizes[size]
  const margin = options.margin ?? defaults[size].margin
  const typeSize = options.typeSize ?? defaults[size].typeSize
  const doc = new Document({
    size: [width, height],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: language,
    displayTitle: true,
    // Not the default: it would be named, and not embedded.
    font: null as unknown as string,
    info: { Title: title, Author: author, Creator: 'Pusterom', CreationDate: new Date(`${date}T00:00:00Z`) },
  })
  const drawn = createHash('sha256').update(JSON.stringify(options))
  const bytes = collect(doc)
  const setting: Setting = {
    doc,
    parent: tag(doc, 'Document'),
    width: width - 2 * margin,
    size: typeSize,
    colour: '#1a1a1a',
    note: (written) => drawn.update(`${written}\n`),
    outline: outlineOf(doc),
  }
  const footOf = (size: number) => (options.foot === undefined ? 0 : size * 1.6)
  const frame = { x: margin, top: margin, bottom: height - margin - footOf(typeSize) }
  const settingOf = (spot: Pick<Spot, 'width' | 'typeSize' | 'colour'>): Setting => ({
    ...setting,
    width: spot.width,
    size: spot.typeSize ?? typeSize,
    colour: spot.colour ?? setting.colour,
  })
  let y = frame.top
  const newPage = () => {
    doc.addPage()
    y = frame.top
  }
  return {
    width,
    height,
    margin,
    typeSize,
    doc,
    flow: (blocks) => {
      y = flow(stack(blocks, setting), { ...frame, y, newPage, decorate: (draw) => decorate(doc, draw) })
    },
    place: (blocks, spot) => place(stack(blocks, settingOf(spot)), spot),
    measure: (blocks, spot) => heightOf(stack(blocks, settingOf(spot))),
    count: (blocks, size) => {
      let pages = 1
      const undrawn = stack(blocks, { ...setting, size }).map((strip) => ({ ...strip, draw: () => {} }))
      const bottom = height - margin - footOf(size)
      flow(undrawn, { ...frame, bottom, y: frame.top, newPage: () => pages++, decorate: () => {} })
      return pages
    },
    decorate: (draw) => decorate(doc, () => draw(doc)),
    newPage,
    close: () => {
      if (options.foot !== undefined) drawFeet(doc, options.foot, { margin, width, height, typeSize })
      doc.identify(drawn)
      doc.end()
      return bytes
    },
  }
}

/** The number of the page belongs to the paper and not to the text: no screen reader reads it in the middle of one. */
function drawFeet(
  doc: Document,
  foot: string,
  { margin, width, height, typeSize }: { margin: number; width: number; height: number; typeSize: number },
) {
  const size = typeSize * 0.78
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    const number = breakLines(`Side ${page + 1} av ${count}`, width, size)[0]
    const y = height - margin + size * 0.4
    const text = breakLines(foot, width - 2 * margin - (number?.width ?? 0) - 24, size)[0]
    if (text) drawLine(doc, text, { x: margin, y, size, colour: '#555555' })
    if (number) drawLine(doc, number, { x: width - margin - number.width, y, size, colour: '#555555' })
    doc.endMarkedContent()
  }
}

async function collect(doc: Document): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of doc) chunks.push(chunk)
  return Buffer.concat(chunks)
}
