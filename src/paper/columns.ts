/** How wide the columns of a table become, in the PDF and in the DOCX. */
import { breakLines, type Text } from './lines.ts'

/** Whether a row is for writing in: its table has a column with nothing below its heading, or it has nothing itself. */
export const isForWriting = (row: readonly Text[], rows: readonly (readonly Text[])[]): boolean =>
  emptyColumns(rows).some(Boolean) || row.every((cell) => cell.length === 0)

const emptyColumns = (rows: readonly (readonly Text[])[]): boolean[] =>
  Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, index) =>
    rows.slice(1).every((row) => (row[index] ?? '').length === 0),
  )

/**
 * Never so narrow that a word is broken, as long as there is room. Beyond that a column with little in it gets what that
 * needs, and those with more to read share the rest, by the root of what they lack: so the rows become low. A column to
 * write in gets as much as an ordinary one.
 */
export function columnWidths(rows: readonly (readonly Text[])[], width: number, size: number): number[] {
  const empty = emptyColumns(rows)
  const columns = empty.map((isEmpty, index) => {
    const cells = rows.map((row) => row[index] ?? '')
    const least = Math.max(...cells.map((cell) => longestWord(cell, size))) + size
    const natural = Math.max(...cells.map((cell) => naturalWidth(cell, size))) + size
    return { least, natural: Math.max(least, natural, isEmpty ? width / empty.length : 0) }
  })
  const least = sum(columns.map((column) => column.least))
  if (least >= width) return columns.map((column) => (column.least / least) * width)
  const widths = columns.map((column) => column.least)
  let spare = width - least
  const lacks = columns.map(({ natural, least }, index) => ({ index, lack: natural - least }))
  let roots = sum(lacks.map(({ lack }) => Math.sqrt(lack)))
  for (const { index, lack } of lacks.sort((a, b) => a.lack - b.lack)) {
    const given = Math.min(lack, (spare * Math.sqrt(lack)) / (roots || 1))
    widths[index] = (widths[index] ?? 0) + given
    spare -= given
    roots -= Math.sqrt(lack)
  }
  const used = width - spare
  return widths.map((own) => (own / used) * width)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

const naturalWidth = (text: Text, size: number) =>
  Math.max(0, ...breakLines(bold(text), Number.MAX_SAFE_INTEGER, size).map((line) => line.width))

const longestWord = (text: Text, size: number) => {
  const words = (typeof text === 'string' ? text : text.map((span) => span.text).join('')).split(/[\s/-]+/)
  return Math.max(0, ...words.map((word) => naturalWidth(word, size)))
}

const bold = (text: Text) =>
  typeof text === 'string' ? [{ text, bold: true }] : text.map((span) => ({ ...span, bold: true }))
