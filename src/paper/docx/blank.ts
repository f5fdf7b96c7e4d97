/** Places to fill in: with a click on the screen, with a pen on paper. */
import { BorderStyle, LeaderType, Paragraph, TabStopType, TextRun } from 'docx'
import { field } from './runs.ts'

/** Of the text on A4, in twips. */
export const textWidth = 9638

const rule = { style: BorderStyle.SINGLE, size: 4, color: '555555', space: 1 }
/** Between too, or lines that follow each other would count as one box. */
const ruled = { bottom: rule, between: rule }

export function blank(label: string, lines: number): Paragraph[] {
  if (lines === 1)
    return [
      new Paragraph({
        border: ruled,
        tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
        spacing: { before: 200 },
        children: [
          new TextRun({ text: label, bold: true }),
          new TextRun({ text: '\t' }),
          field(label, false),
        ],
      }),
    ]
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 200 },
      children: [new TextRun({ text: label, bold: true })],
    }),
    ...Array.from(
      { length: lines },
      (_, line) =>
        new Paragraph({
          border: ruled,
          keepNext: line < lines - 1,
          spacing: { before: 120 },
          children: line === 0 ? [field(label, true)] : [],
        }),
    ),
  ]
}

const gap = 500
const narrow = Math.round((textWidth - gap) * 0.4)

export function signatures(
  parties: readonly string[],
  words: { readonly signedOn: string; readonly signature: string },
): Paragraph[] {
  const line = { type: TabStopType.LEFT, leader: LeaderType.UNDERSCORE }
  return parties.flatMap((party) => [
    new Paragraph({
      keepNext: true,
      spacing: { before: 360 },
      children: [new TextRun({ text: party, bold: true })],
    }),
    new Paragraph({
      keepNext: true,
      spacing: { before: 360, after: 0 },
      tabStops: [
        { ...line, position: narrow },
        { type: TabStopType.LEFT, position: narrow + gap },
        { ...line, position: textWidth },
      ],
      children: [new TextRun({ text: '\t\t\t' })],
    }),
    new Paragraph({
      style: 'Small',
      tabStops: [{ type: TabStopType.LEFT, position: narrow + gap }],
      children: [new TextRun({ text: `${words.signedOn}\t${words.signature}` })],
    }),
  ])
}
