/** A table with a row of headings, which stands again at the top of each page. */
import { columnWidths, isForWriting } from '../columns.ts'
import { isHeldItem } from '../held.ts'
import { breakLines, type Text } from '../lines.ts'
import { type Block, heightOf, type Setting, type Strip } from './block.ts'
import { decorate } from './decorate.ts'
import { drawLine } from './draw-line.ts'
import { tag } from './tag.ts'
import { textStrips } from './text.ts'

interface Cell {
  readonly x: number
  readonly strips: readonly Strip[]
}

/** @param rows the first is the row of headings; a cell without text is for writing in */
export const table =
  (rows: readonly (readonly Text[])[]): Block =>
  (setting) => {
    const [headings, ...others] = rows
    if (!headings) return []
    const own = tag(setting.doc, 'Table', setting.parent)
    const widths = columnWidths(rows, setting.width, setting.size)
    const draft = { ...setting, parent: own }
    const head = rowStrip(headings, widths, draft, true)
    const again = { ...head, draw: (x: number, y: number) => drawHeadings(headings, widths, setting, x, y) }
    const below = others.map((row) => ({
      ...rowStrip(row, widths, draft, false, isForWriting(row, rows) ? roomToWrite : 0),
      below: again,
    }))
    const isShort = heightOf([head, ...below]) <= setting.size * heldLines
    return [
      { ...head, space: setting.size * 0.8, glued: true },
      ...below.map((strip, index) => ({
        ...strip,
        glued: isHeldItem(index, below.length) || (isShort && index < below.length - 1),
      })),
    ]
  }

/** A table that is no higher is not divided between pages. In lines of running text. */
const heldLines = 24

/** Points: as from one line to the next in a blank. */
const roomToWrite = 24

const padding = (size: number) => ({ x: size * 0.5, y: size * 0.3 })

function rowStrip(
  row: readonly Text[],
  widths: readonly number[],
  setting: Setting,
  isHead: boolean,
  least = 0,
): Strip {
  const { doc, size, parent } = setting
  const own = tag(doc, 'TR', parent)
  const pad = padding(size)
  let left = 0
  const cells = widths.map((width, index): Cell & { open: () => void } => {
    const cell = tag(doc, isHead ? 'TH' : 'TD', own, isHead ? { scope: 'Column' } : {})
    const inside = { ...setting, parent: cell, width: width - 2 * pad.x }
    const strips = textStrips('P', row[index] ?? '', inside, { bold: isHead })
    const x = left + pad.x
    left += width
    // Also an empty cell is one: the columns are counted by it.
    return { x, strips, open: () => void cell.element }
  })
  const heights = cells.map(({ strips }) => strips.reduce((sum, { height }) => sum + height, 0))
  const height = Math.max(...heights, least) + 2 * pad.y
  return {
    height,
    draw: (x, y) => {
      decorate(doc, () => drawRules(setting, x, y, height, isHead))
      for (const cell of cells) {
        cell.open()
        let top = y + pad.y
        for (const strip of cell.strips) {
          strip.draw(x + cell.x, top)
          top += strip.height
        }
      }
    },
  }
}

/** The headings once more, for the eye only. */
function drawHeadings(
  headings: readonly Text[],
  widths: readonly number[],
  setting: Setting,
  x: number,
  y: number,
) {
  const { doc, size, colour } = setting
  const pad = padding(size)
  let left = x + pad.x
  let lowest = 0
  for (const [index, width] of widths.entries()) {
    const text = headings[index] ?? ''
    const spans =
      typeof text === 'string' ? [{ text, bold: true }] : text.map((span) => ({ ...span, bold: true }))
    const lines = breakLines(spans, width - 2 * pad.x, size)
    for (const [row, line] of lines.entries())
      drawLine(doc, line, { x: left, y: y + pad.y + (row * 1.4 + 0.08) * size, size, colour })
    lowest = Math.max(lowest, lines.length)
    left += width
  }
  drawRules(setting, x, y, lowest * size * 1.4 + 2 * pad.y, true)
}

function drawRules({ doc, width, size }: Setting, x: number, y: number, height: number, isHead: boolean) {
  const bottom = y + height
  doc
    .lineWidth(size * (isHead ? 0.1 : 0.05))
    .moveTo(x, bottom)
    .lineTo(x + width, bottom)
  doc.stroke(isHead ? '#1a1a1a' : '#8a8a8a')
}
