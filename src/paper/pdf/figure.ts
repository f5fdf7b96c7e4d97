/** Pictures made of paths, and QR codes among them. */
import { qrPath } from '#editorial/qr.ts'
import type { Block, Setting } from './block.ts'
import type { Document } from './document.ts'
import { tag } from './tag.ts'

interface Figure {
  /** What it shows, in words. */
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly align?: 'left' | 'center' | 'right'
  /** With its own corner at 0, 0. */
  draw(doc: Document): void
}

const figure =
  ({ alt, width, height, align = 'left', draw }: Figure): Block =>
  (setting) => {
    const shift = align === 'left' ? 0 : (setting.width - width) / (align === 'center' ? 2 : 1)
    return [
      {
        height,
        space: setting.size * 0.6,
        draw: (x, y) => drawFigure(setting, alt, [x + shift, y, x + shift + width, y + height], draw),
      },
    ]
  }

/** A QR code on white with the quiet zone that readers need, `width` points wide. */
export const qr = (text: string, alt: string, width: number, align: Figure['align'] = 'left'): Block => {
  const { path, size } = qrPath(text)
  return figure({
    alt,
    width,
    height: width,
    align,
    draw: (doc) => {
      doc.rect(0, 0, width, width).fill('#ffffff')
      doc
        .scale(width / size)
        .path(path)
        .lineWidth(1)
        .stroke('#000000')
    },
  })
}

function drawFigure(
  { doc, parent, note }: Setting,
  alt: string,
  bbox: readonly [number, number, number, number],
  draw: (doc: Document) => void,
) {
  note(`figure: ${alt}`)
  tag(doc, 'Figure', parent, { alt, bbox }).draw(() => {
    doc.save().translate(bbox[0], bbox[1])
    draw(doc)
    doc.restore()
  })
}
