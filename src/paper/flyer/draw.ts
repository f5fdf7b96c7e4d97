/** A flyer as a tagged PDF of one page. A3 and A5 are the A4 made larger and smaller: the sheets have one shape. */
import type { FlyerBlock, FlyerLine, FlyerSheet } from '#editorial/flyer-sheet.ts'
import type { Block } from '../pdf/block.ts'
import { qr } from '../pdf/figure.ts'
import { list } from '../pdf/list.ts'
import { openPdf, type PageSize, type Pdf, pageSizes } from '../pdf/open.ts'
import { heading, paragraph } from '../pdf/text.ts'
import { colours, sunAt, sunOf } from './colours.ts'

/** Lengths on A4, in points. */
const margin = 44
/** Above the sender, and below it. */
const senderTop = 16
const senderBreath = 6
/** Below the words on the field of colour, and above the text under it. */
const breath = 16
/** Of the panel without its foot line. */
const panelHeight = 140
const codeWidth = 116
const footBreath = 10
/** Of running text: as large as there is room for. */
const largest = 20
const smallest = 6
const panelType = 12

/** The same sheet always gives the same bytes. */
export function flyerPdf(sheet: FlyerSheet, size: PageSize): Promise<Uint8Array> {
  const scale = pageSizes[size][0] / pageSizes.A4[0]
  const { base, onBase, strong, tint, sun } = colours[sheet.theme]
  const pdf = openPdf({
    title: sheet.documentTitle,
    language: 'nb-NO',
    size,
    date: sheet.day,
    author: sheet.brand,
    margin: margin * scale,
    typeSize: panelType * scale,
  })
  const left = margin * scale
  const width = pdf.width - 2 * left
  const foot = paragraph(sheet.foot, { scale: 1.07 })
  const footTop = pdf.height - footBreath * scale - pdf.measure([foot], { width })
  const panelTop = footTop - panelHeight * scale
  const sender = [sheet.brand, ...(sheet.draft ? [sheet.draft] : [])].map((text) =>
    paragraph(text, { colour: onBase, bold: true, scale: 1.2, space: 0 }),
  )
  const top = (senderTop + senderBreath) * scale + pdf.measure(sender, { width })
  const promise = [
    heading(1, sheet.title, { scale: 2.9, colour: onBase, leading: 1.08, balanced: true }),
    paragraph(sheet.intro, { scale: 1.35, colour: onBase, space: 0.4, leading: 1.3, balanced: true }),
  ]
  const blocks = sheet.blocks.map((block) => drawn(block, strong))
  const room = panelTop - top - 3 * breath * scale
  const typeSize = roomFor(pdf, [...promise, ...blocks], { width, height: room, largest, scale })
  const spot = { x: left, width, typeSize }
  const promiseHeight = pdf.measure(promise, spot)
  // A flyer with few words has a larger field of colour rather than a large field of nothing.
  const spare = Math.max(0, room - promiseHeight - pdf.measure(blocks, spot))
  const fieldHeight = top + promiseHeight + spare * 0.55 + breath * scale
  pdf.decorate((doc) => {
    doc.rect(0, 0, pdf.width, fieldHeight).fill(base)
    doc.save().rect(0, 0, pdf.width, fieldHeight).clip()
    for (const { radius, colour } of sunOf(sun))
      doc.circle(pdf.width * sunAt, fieldHeight, pdf.width * radius).fill(colour)
    doc.restore()
    doc.rect(0, panelTop, pdf.width, pdf.height - panelTop).fill(tint)
  })
  pdf.place(sender, { x: left, y: senderTop * scale, width })
  pdf.place(promise, { ...spot, y: top + spare * 0.275 })
  pdf.place(blocks, { ...spot, y: fieldHeight + breath * scale })
  drawPanel(pdf, sheet, { left, width, top: panelTop, scale, strong })
  pdf.place([foot], { x: left, y: footTop, width })
  return pdf.close()
}

function drawn(block: FlyerBlock, strong: string): Block {
  switch (block.kind) {
    case 'heading':
      return heading(2, block.text, { scale: 1.35, colour: strong, space: 0.7 })
    case 'text':
      return paragraph(block.text, { space: 0.35, leading: 1.32 })
    case 'loud':
      return paragraph(block.text, { bold: true, scale: 1.35, colour: strong, space: 0.6 })
    case 'points':
      return list(block.points.map((point) => ({ blocks: [paragraph(point, { leading: 1.32 })] })))
    case 'lines': {
      const [only, ...more] = block.lines
      return only && more.length === 0
        ? line(only)
        : list(block.lines.map((each) => ({ blocks: [line(each)] })))
    }
  }
}

const line = ({ strong, text }: FlyerLine): Block =>
  paragraph([{ text: text ? `${strong}. ` : strong, bold: true }, ...(text ? [{ text }] : [])], {
    leading: 1.32,
    space: 0.35,
  })

interface Room {
  readonly width: number
  readonly height: number
  /** Of type, on A4. */
  readonly largest: number
  readonly scale: number
}

/** The largest type that all of it has room in, to a quarter of a point. */
function roomFor(pdf: Pdf, blocks: readonly Block[], { width, height, largest, scale }: Room): number {
  let [fits, tooLarge] = [smallest, largest + 0.25]
  while (tooLarge - fits > 0.25) {
    const size = Math.round((fits + tooLarge) * 2) / 4
    if (pdf.measure(blocks, { width, typeSize: size * scale }) <= height) fits = size
    else tooLarge = size
  }
  return fits * scale
}

interface Panel {
  readonly left: number
  readonly width: number
  readonly top: number
  readonly scale: number
  readonly strong: string
}

/** What the reader does: the code, the address beside it, and a number to call. */
function drawPanel(pdf: Pdf, { link, contact }: FlyerSheet, panel: Panel) {
  const { left, width, top, scale, strong } = panel
  const beside = left + (codeWidth + 20) * scale
  const besideWidth = left + width - beside
  const code = codeWidth * scale
  const tel = contact.number && `tel:${contact.number.replaceAll(' ', '')}`
  const blocks = [
    paragraph(link.action, { bold: true, scale: 1.5, colour: strong, leading: 1.15 }),
    paragraph([{ text: link.shown, href: link.href, bold: true }], { scale: 1.25, space: 0.3 }),
    paragraph(contact.text, { scale: 1.2, space: 0.6, leading: 1.2 }),
    ...(tel && contact.number
      ? [
          paragraph([{ text: contact.number, href: tel, bold: true }], {
            scale: 2.3,
            space: 0.05,
            leading: 1.15,
          }),
        ]
      : []),
  ]
  pdf.place([qr(link.href, link.alt, code)], { x: left, y: top + 14 * scale, width: code })
  const room = {
    width: besideWidth,
    height: (panelHeight - 20) * scale,
    largest: panelType,
    scale,
  }
  const typeSize = roomFor(pdf, blocks, room)
  pdf.place(blocks, { x: beside, y: top + 16 * scale, width: besideWidth, typeSize })
}
