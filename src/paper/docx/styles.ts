/** The looks of a document, each under the name that a word processor shows: one changes them all in one place. */
import {
  AlignmentType,
  BorderStyle,
  type ILevelsOptions,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx'

/** Everybody has it. The typeface of the PDF would be another one on most machines. */
const font = 'Arial'

/** Lengths in twips, 1/20 point; sizes of type in half points. */
const headingOf = (size: number, before: number, after = 80) => ({
  run: { size, bold: true, color: '1a1a1a' },
  paragraph: { spacing: { before, after }, keepNext: true },
})

const rule = { style: BorderStyle.SINGLE, size: 4, color: '555555', space: 1 }

/** Twips, from one line to write on to the next: as in a writing book. */
const pitch = 480

export const stylesIn = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font, size: 23, language: { value: language } },
      paragraph: { spacing: { after: 120, line: 300 } },
    },
    heading1: headingOf(44, 0, 160),
    heading2: headingOf(30, 320),
    heading3: headingOf(25, 240),
    heading4: headingOf(23, 240),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    hyperlink: { run: { color: '0b4f8a', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Intro',
      name: 'Ingress',
      basedOn: 'Normal',
      run: { size: 27 },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { italics: true },
      paragraph: { indent: { left: 480 } },
    },
    {
      id: 'Checklist',
      name: 'Sjekkliste',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 100 } },
    },
    {
      id: 'Blank',
      name: 'Felt å fylle ut',
      basedOn: 'Normal',
      paragraph: {
        spacing: { after: 0, line: pitch, lineRule: LineRuleType.AT_LEAST },
        // Between too, or lines that follow each other would count as one box.
        border: { bottom: rule, between: rule },
      },
    },
    { id: 'Ending', name: 'Sluttlinje', basedOn: 'Normal', run: { size: 19, color: '555555' } },
    { id: 'Small', name: 'Liten tekst', basedOn: 'Normal', run: { size: 19 } },
  ],
})

const indentOf = (level: number) => ({ left: 400 * (level + 1), hanging: 400 })

const levelsOf = (
  of: (level: number) => Pick<ILevelsOptions, 'format' | 'text'>,
  start = 1,
): ILevelsOptions[] =>
  [0, 1, 2, 3].map((level) => ({
    level,
    ...of(level),
    start: level === 0 ? start : 1,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: indentOf(level) } },
  }))

/** @param starts the first number of each kind of numbered list that there is */
export const numberingFrom = (starts: readonly number[]): INumberingOptions => ({
  config: [
    { reference: 'points', levels: levelsOf(() => ({ format: LevelFormat.BULLET, text: '•' })) },
    ...starts.map((start) => ({
      reference: numbersFrom(start),
      levels: levelsOf((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` }), start),
    })),
  ],
})

export const numbersFrom = (start: number) => `numbers-${start}`
