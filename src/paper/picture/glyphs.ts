/** Text as paths from the embedded typeface: a picture looks the same on every machine, whatever fonts it has. */
import { balanceLines, evenLines, type Line, type Span } from '../lines.ts'
import { ascent, getFace } from '../typeface.ts'

interface Style {
  readonly width: number
  readonly size: number
  readonly colour: string
  readonly bold?: boolean
  /** Lines of about the same length, as a heading wants. */
  readonly balanced?: boolean
  /** From one line to the next, in parts of the size. */
  readonly leading?: number
}

export interface TextBox {
  readonly height: number
  /** As SVG, with the upper left corner there. */
  at(x: number, y: number): string
}

/** A text broken into lines, in pixels. */
export function textBox(text: string | readonly Span[], style: Style): TextBox {
  const { width, size, colour, bold = false, balanced = false, leading = 1.25 } = style
  const spans = typeof text === 'string' ? [{ text, bold }] : text
  const lines = (balanced ? balanceLines : evenLines)(spans, width, size)
  return {
    height: lines.length * size * leading,
    at: (x, y) => {
      const drawn = lines.map((line, index) => pathsOf(line, x, y + (index * leading + ascent) * size, size))
      return `<g fill="${colour}">${drawn.join('')}</g>`
    },
  }
}

function pathsOf({ runs }: Line, x: number, baseline: number, size: number): string {
  return runs
    .map((run) => {
      let left = x + run.x
      return run.pieces
        .map(({ text, face }) => {
          const font = getFace(face)
          const scale = size / font.unitsPerEm
          const { glyphs, positions } = font.layout(text)
          return glyphs
            .map((glyph, index) => {
              const path = glyph.path.toSVG()
              const at = left
              left += (positions[index]?.xAdvance ?? 0) * scale
              const move = `translate(${round(at)} ${round(baseline)}) scale(${round(scale)} ${round(-scale)})`
              return path ? `<path transform="${move}" d="${path}"/>` : ''
            })
            .join('')
        })
        .join('')
    })
    .join('')
}

const round = (number: number) => Number(number.toFixed(5))
