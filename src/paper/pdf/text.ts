/** Headings and paragraphs. */
import { balanceLines, evenLines, type Line, type Text } from '../lines.ts'
import { plain } from '../spans.ts'
import type { Block, Setting, Strip } from './block.ts'
import { drawRun } from './draw-line.ts'
import { type Tag, tag } from './tag.ts'

interface TextOptions {
  /** In parts of running text. */
  readonly scale?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
  /** Above, in parts of the size of its own type. */
  readonly space?: number
  /** From the top of one line to the next, in parts of the size. */
  readonly leading?: number
  /** Lines of about the same length, as a heading wants. */
  readonly balanced?: boolean
  /** On the same page as what follows. */
  readonly glued?: boolean
}

/** Of H1 to H4, in parts of running text. */
const scales = [2.1, 1.4, 1.15, 1] as const

/** A heading, which is also in the outline of the file. It never stands last on a page. */
export const heading = (level: 1 | 2 | 3 | 4, text: Text, options: TextOptions = {}): Block => {
  return (setting) => {
    const scale = options.scale ?? scales[level - 1] ?? 1
    const strips = textStrips(`H${level}`, text, setting, {
      bold: true,
      leading: 1.2,
      space: level === 1 ? 0.4 : 0.95,
      ...options,
      scale,
    })
    const [first, ...rest] = strips
    if (!first) return []
    const marked: Strip = {
      ...first,
      draw: (x, y) => {
        setting.outline(level, typeof text === 'string' ? text : plain(text))
        first.draw(x, y)
      },
    }
    return [marked, ...rest].map((strip) => ({ ...strip, glued: true }))
  }
}

/** A paragraph. Its first line never stands alone at the foot of a page, nor its last at the head of one. */
export const paragraph =
  (text: Text, options: TextOptions = {}): Block =>
  (setting) =>
    textStrips('P', text, setting, { space: 0.6, leading: 1.4, ...options })

/** Lines of text in an element of the structure. */
export function textStrips(type: string, text: Text, setting: Setting, options: TextOptions): Strip[] {
  const { scale = 1, bold = false, colour = setting.colour, align = 'left', leading = 1.4 } = options
  const size = setting.size * scale
  const spans =
    typeof text === 'string' ? [{ text, bold }] : text.map((span) => (bold ? { ...span, bold } : span))
  const lines = (options.balanced ? balanceLines : evenLines)(spans, setting.width, size)
  const own = tag(setting.doc, type, setting.parent)
  return lines.map((line, index): Strip => {
    const shift = align === 'left' ? 0 : (setting.width - line.width) / (align === 'center' ? 2 : 1)
    const keeps = lines.length > 1 && (index === 0 || index === lines.length - 2)
    return {
      height: size * leading,
      space: index === 0 ? size * (options.space ?? 0) : 0,
      glued: options.glued || keeps,
      draw: (x, y) => {
        const at = { x: x + shift, y: y + (size * (leading - 1.24)) / 2, size, colour }
        drawTagged(setting, own, line, at)
      },
    }
  })
}

/** A line inside its element, with each link as an element of its own. */
function drawTagged(
  setting: Setting,
  own: Tag,
  line: Line,
  at: { x: number; y: number; size: number; colour: string },
) {
  const { doc, note } = setting
  for (const run of line.runs) {
    const { href } = run
    const x = at.x + run.x
    note(run.pieces.map(({ text }) => text).join(''))
    if (!href) {
      own.draw(() => drawRun(doc, run, { ...at, x }))
      continue
    }
    note(href)
    const link = tag(doc, 'Link', own)
    link.draw(() => {
      drawRun(doc, run, { ...at, x, colour: linkColour })
      const under = at.y + at.size * 1.08
      doc
        .lineWidth(at.size * 0.05)
        .moveTo(x, under)
        .lineTo(x + run.width, under)
        .stroke(linkColour)
    })
    const words = run.pieces
      .map(({ text }) => text)
      .join('')
      .trim()
    doc.link(x, at.y, run.width, at.size * 1.24, href, {
      structParent: link.element,
      Contents: new String(words),
    } as object)
    // While its page is the current one: pdfkit says then on which page the link is.
    link.end()
  }
}

const linkColour = '#0b4f8a'
