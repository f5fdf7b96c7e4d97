/** Places to fill in: with a click on the screen, with a pen on paper. */
import { LeaderType, Paragraph, TabStopType, TextRun } from 'docx'
import { field } from './runs.ts'

/** Of the text on A4, in twips. */
export const textWidth = 9638

export function blank(label: string, lines: number): Paragraph[] {
  if (lines === 1)
    return [
      new Paragraph({
        style: 'Blank',
        tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
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
      spacing: { before: 180, after: 0 },
      children: [new TextRun({ text: label, bold: true })],
    }),
    ...Array.from(
      { length: lines },
      (_, line) =>
        new Paragraph({
          style: 'Blank',
          keepNext: line < lines - 1,
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
  return parties.flatMap((party, index) => [
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
      keepNext: index < parties.length - 1,
      tabStops: [{ type: TabStopType.LEFT, position: narrow + gap }],
      children: [new TextRun({ text: `${words.signedOn}\t${words.signature}` })],
    }),
  ])
}
