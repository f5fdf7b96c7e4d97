/** Writes a line that has been broken already. */
import type { Line, Run } from '../lines.ts'
import { ascent } from '../typeface.ts'
import type { Document } from './document.ts'

interface At {
  readonly x: number
  /** The top of the line. */
  readonly y: number
  readonly size: number
  readonly colour: string
}

export function drawLine(doc: Document, line: Line, at: At) {
  for (const run of line.runs) drawRun(doc, run, { ...at, x: at.x + run.x })
}

export function drawRun(doc: Document, { pieces }: Run, { x, y, size, colour }: At) {
  doc.fillColor(colour)
  let left = x
  for (const { text, face } of pieces) {
    doc.face(face, size)
    doc.text(text, left, y + ascent * size, { lineBreak: false, baseline: 'alphabetic' })
    left += doc.widthOfString(text)
  }
}
