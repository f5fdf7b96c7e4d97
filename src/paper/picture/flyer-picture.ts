/** A flyer as a picture for social media and screens: its heading, what comes first, the code and its address. */
import type { FlyerBlock, FlyerSheet } from '#editorial/flyer-sheet.ts'
import { qrPath } from '#editorial/qr.ts'
import { colours, sunAt, sunOf } from '../flyer/colours.ts'
import type { Span } from '../lines.ts'
import { widthOf } from '../typeface.ts'
import { type TextBox, textBox } from './glyphs.ts'

export const pictureSizes = { kvadrat: [1080, 1080], bred: [1920, 1080] } as const
export type PictureName = keyof typeof pictureSizes

const margin = 72
/** Above the sender, and below it. */
const senderTop = 28
const senderBreath = 30
const codeSize = 250
const panelHeight = codeSize + 80
const panelBreath = 36
const panelGap = 8
const ink = '#1a1a1a'
/** Below the words on the field of colour, and around the text under it. */
const breath = 28
/** Between two texts. */
const gap = 22
/** Of the heading, in pixels. */
const largest = 140
const smallest = 84
/** Of everything else. */
const least = 34
const intro = { balanced: true, leading: 1.3 } as const

/** PNG. The same sheet always gives the same bytes. */
export async function flyerPicture(sheet: FlyerSheet, name: PictureName): Promise<Uint8Array> {
  // A function on a serverless host may lack it, and draws no pictures.
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(flyerSvg(sheet, name)))
    .png({ palette: true, colours: 64, compressionLevel: 9, effort: 7 })
    .toBuffer()
}

/** The same as SVG: a text is a group of paths, each glyph with its place and size. */
export function flyerSvg(sheet: FlyerSheet, name: PictureName): string {
  const [width, height] = pictureSizes[name]
  const { base, onBase, strong, tint, sun } = colours[sheet.theme]
  const { link } = sheet
  const inner = width - 2 * margin
  const panelTop = height - panelHeight
  const { path, size } = qrPath(link.href)
  const beside = margin + codeSize + 48
  const besideWidth = width - margin - beside
  const sender = [sheet.brand, ...(sheet.draft ? [sheet.draft] : [])].map((text) =>
    textBox(text, { width: inner, size: 36, colour: onBase, bold: true }),
  )
  const top = senderTop + heightOf(sender, 0) + senderBreath
  const panel = panelBoxes(sheet, besideWidth, strong)
  const room = panelTop - top - breath
  const { promise, more } = bodyOf(sheet, inner, room, onBase)
  // All of the field of colour, when there is nothing to say below it.
  const below = more.length > 0 ? heightOf(more) + 2 * breath : -breath
  const spare = room - heightOf(promise) - below
  const fieldHeight = top + heightOf(promise) + breath + spare
  const rings = sunOf(sun).map(
    ({ radius, colour }) =>
      `<circle cx="${width * sunAt}" cy="${fieldHeight}" r="${height * radius}" fill="${colour}"/>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${base}"/>`,
    ...rings,
    `<rect y="${fieldHeight}" width="${width}" height="${height}" fill="#ffffff"/>`,
    stacked(sender, margin, senderTop, 0),
    stacked(promise, margin, top + spare / 2),
    stacked(more, margin, fieldHeight + breath),
    `<rect y="${panelTop}" width="${width}" height="${panelHeight}" fill="${tint}"/>`,
    `<rect x="${margin}" y="${panelTop + 40}" width="${codeSize}" height="${codeSize}" fill="#ffffff"/>`,
    `<path transform="translate(${margin} ${panelTop + 40}) scale(${codeSize / size})" d="${path}" stroke="#000000" stroke-width="1" shape-rendering="crispEdges"/>`,
    stacked(panel, beside, panelTop + panelBreath, panelGap),
    '</svg>',
  ].join('')
}

/** What stands beside the code, as large as there is room for. */
function panelBoxes({ link, contact }: FlyerSheet, width: number, strong: string): TextBox[] {
  const text = [
    { text: contact.text },
    ...(contact.number ? [{ text: ` ${contact.number}`, bold: true }] : []),
  ]
  const ofSize = (size: number) => [
    textBox(link.action, { width, size: size * 1.1, colour: strong, bold: true, leading: 1.12 }),
    addressBox(link.shown, width, size),
    textBox(text, { width, size, colour: ink }),
  ]
  let size = 40
  while (size > 20 && heightOf(ofSize(size), panelGap) > panelHeight - 2 * panelBreath) size -= 2
  return ofSize(size)
}

/** On one line, however long: somebody may have to type it. */
function addressBox(text: string, width: number, most: number): TextBox {
  const size = Math.min(most, width / widthOf(text, 'bold', 1))
  return textBox(text, { width: width + 1, size, colour: ink, bold: true })
}

interface Body {
  readonly promise: readonly TextBox[]
  /** What stands below the field of colour. */
  readonly more: readonly TextBox[]
}

/** As large as there is room for. Rather without the last dates than with a small heading. */
function bodyOf(sheet: FlyerSheet, width: number, height: number, onBase: string): Body {
  const texts = sheet.blocks.flatMap(shown)
  const ofSize = (size: number, kept: number): Body => ({
    promise: [
      textBox(sheet.title, { width, size, colour: onBase, bold: true, balanced: true, leading: 1.1 }),
      textBox(sheet.intro, { ...intro, width, size: Math.max(least, size * 0.46), colour: onBase }),
    ],
    more: texts
      .slice(0, kept)
      .map((text) => textBox(text, { width, size: Math.max(least, size * 0.36), colour: ink })),
  })
  for (let kept = texts.length; kept >= 0; kept = kept === 2 ? 0 : kept - 1)
    for (let size = largest; size >= smallest; size -= 4) {
      const found = ofSize(size, kept)
      if (heightOf(found.promise) + heightOf(found.more) + 3 * breath <= height) return found
    }
  return ofSize(smallest, 0)
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

const heightOf = (boxes: readonly TextBox[], between = gap) =>
  boxes.length === 0 ? 0 : boxes.reduce((sum, { height }) => sum + height + between, -between)

function stacked(boxes: readonly TextBox[], x: number, y: number, between = gap): string {
  let top = y
  return boxes
    .map((box) => {
      const svg = box.at(x, top)
      top += box.height + between
      return svg
    })
    .join('')
}
