/** A table with a row of headings, which the word processor repeats on each page. */
import { BorderStyle, HeightRule, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { columnWidths, isForWriting } from '../columns.ts'
import { isHeldItem } from '../held.ts'
import type { Span } from '../lines.ts'
import { textWidth } from './blank.ts'
import { runsOf } from './runs.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '8a8a8a' }

export function table(rows: readonly (readonly (readonly Span[])[])[]): Table {
  const widths = columnWidths(rows, textWidth / 20, 11.5).map((width) => Math.round(width * 20))
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: thin,
      insideHorizontal: thin,
      insideVertical: none,
    },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map((row, index) =>
      rowOf(row, widths, {
        isHead: index === 0,
        toWriteIn: index > 0 && isForWriting(row, rows),
        isHeld:
          index === 0 ||
          isHeldItem(index - 1, rows.length - 1) ||
          (rows.length <= heldRows && index < rows.length - 1),
      }),
    ),
  })
}

/** A table with no more rows is not divided between pages, unless it is longer than one. */
const heldRows = 10

interface RowLook {
  readonly isHead: boolean
  readonly toWriteIn: boolean
  /** On the page of the next row. */
  readonly isHeld: boolean
}

function rowOf(
  row: readonly (readonly Span[])[],
  widths: readonly number[],
  { isHead, toWriteIn, isHeld }: RowLook,
): TableRow {
  return new TableRow({
    ...(isHead && { tableHeader: true }),
    cantSplit: true,
    ...(toWriteIn && { height: { value: 600, rule: HeightRule.ATLEAST } }),
    children: widths.map((width, index) => {
      const spans = (row[index] ?? []).map((span) => (isHead ? { ...span, bold: true } : span))
      const text = new Paragraph({ keepNext: isHeld, spacing: { after: 0 }, children: runsOf(spans) })
      return new TableCell({ width: { size: width, type: WidthType.DXA }, children: [text] })
    }),
  })
}
