/** A flyer as a picture for social media and screens: its heading, what comes first, the code and its address. */
import type { FlyerBlock, FlyerSheet } from '#editorial/flyer-sheet.ts'
import { qrPath } from '#editorial/qr.ts'
import { colours } from '../flyer/colours.ts'
import type { Span } from '../lines.ts'
import { type TextBox, textBox } from './glyphs.ts'

export const pictureSizes = { kvadrat: [1080, 1080], bred: [1920, 1080] } as const
export type PictureName = keyof typeof pictureSizes

const margin = 72
const bandHeight = 104
const codeSize = 250
const panelHeight = codeSize + 80
/** Of the heading, in pixels. */
const largest = 132
const smallest = 48

/** PNG. The same sheet always gives the same bytes. */
export async function flyerPicture(sheet: FlyerSheet, name: PictureName): Promise<Uint8Array> {
  const [width, height] = pictureSizes[name]
  // A function on a serverless host may lack it, and draws no pictures.
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svgOf(sheet, width, height)))
    .png({ palette: true, colours: 64, compressionLevel: 9, effort: 7 })
    .toBuffer()
}

function svgOf(sheet: FlyerSheet, width: number, height: number): string {
  const { base, onBase, strong, tint } = colours[sheet.theme]
  const { link, contact } = sheet
  const inner = width - 2 * margin
  const panelTop = height - panelHeight
  const { path, size } = qrPath(link.href)
  const beside = margin + codeSize + 48
  const besideWidth = width - margin - beside
  const brand = textBox(sheet.brand, { width: inner, size: 44, colour: onBase, bold: true })
  const panel = [
    textBox(link.action, { width: besideWidth, size: 46, colour: strong, bold: true, leading: 1.15 }),
    textBox(link.shown, { width: besideWidth, size: 38, colour: '#1a1a1a', bold: true }),
    textBox(contact.number ? `${contact.text} ${contact.number}` : contact.text, {
      width: besideWidth,
      size: 34,
      colour: '#1a1a1a',
    }),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<rect width="${width}" height="${bandHeight}" fill="${base}"/>`,
    brand.at(margin, 24),
    `<rect y="${panelTop}" width="${width}" height="${panelHeight}" fill="${tint}"/>`,
    stacked(bodyOf(sheet, inner, panelTop - bandHeight - 64, strong), margin, bandHeight + 36),
    `<rect x="${margin}" y="${panelTop + 40}" width="${codeSize}" height="${codeSize}" fill="#ffffff"/>`,
    `<path transform="translate(${margin} ${panelTop + 40}) scale(${codeSize / size})" d="${path}" stroke="#000000" stroke-width="1" shape-rendering="crispEdges"/>`,
    stacked(panel, beside, panelTop + 40, 12),
    '</svg>',
  ].join('')
}

/** As large as there is room for. */
function bodyOf(sheet: FlyerSheet, width: number, height: number, strong: string): TextBox[] {
  const texts = [...(sheet.draft ? [sheet.draft] : []), ...sheet.blocks.flatMap(shown)]
  const boxes = (size: number) => [
    textBox(sheet.title, { width, size, colour: strong, bold: true, balanced: true, leading: 1.1 }),
    textBox(sheet.intro, { width, size: size * 0.46, colour: '#1a1a1a', leading: 1.3 }),
    ...texts.map((text) => textBox(text, { width, size: Math.max(26, size * 0.32), colour: '#1a1a1a' })),
  ]
  for (let size = largest; size > smallest; size -= 4) {
    const found = boxes(size)
    if (heightOf(found, 22) <= height) return found
  }
  // Rather without the details than without room.
  return boxes(smallest).slice(0, 2)
}

/** What of a flyer is short enough for a glance: the line about volunteers, and the first dates or numbers. */
function shown(block: FlyerBlock, index: number, all: readonly FlyerBlock[]): (readonly Span[])[] {
  if (block.kind === 'loud') return [[{ text: block.text, bold: true }]]
  const before = all[index - 1]
  if (block.kind !== 'lines' || before?.kind !== 'heading') return []
  const lines = block.lines.slice(0, 3).map(({ strong, text }): Span[] => {
    const [first = ''] = text.split(/(?<=[.]) (?=\p{Lu})/u)
    return [{ text: first ? `${strong}. ` : strong, bold: true }, ...(first ? [{ text: first }] : [])]
  })
  return [[{ text: before.text, bold: true }], ...lines]
}

const heightOf = (boxes: readonly TextBox[], gap: number) =>
  boxes.reduce((sum, { height }) => sum + height + gap, -gap)

function stacked(boxes: readonly TextBox[], x: number, y: number, gap = 22): string {
  let top = y
  return boxes
    .map((box) => {
      const svg = box.at(x, top)
      top += box.height + gap
      return svg
    })
    .join('')
}
