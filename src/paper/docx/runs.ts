/** The words of a sentence, and what can be filled in among them. */
import { BuilderElement, ExternalHyperlink, type ParagraphChild, TextRun, type XmlComponent } from 'docx'
import { holdSpaces, type Span } from '../lines.ts'

export const runsOf = (spans: readonly Span[]): ParagraphChild[] =>
  spans.map(({ href, ...span }) =>
    href ? new ExternalHyperlink({ link: href, children: [run(span, 'Hyperlink')] }) : run(span),
  )

/** Only what is said: a `bold: false` would take the weight from a heading. */
const run = ({ text, bold, italic }: Span, style?: string) =>
  text === '\n'
    ? new TextRun({ break: 1 })
    : new TextRun({
        text: holdSpaces(text),
        ...(bold && { bold }),
        ...(italic && { italics: true }),
        ...(style && { style }),
      })

/**
 * A field that one clicks in and types (a content control, ECMA-376 part 1, 17.5.2). Screen readers say its name.
 *
 * @param several whether it takes more than one line
 */
export const field = (name: string, several: boolean): ParagraphChild =>
  element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:alias', { 'w:val': name }),
      // What one types takes the place of the room for it.
      element('w:showingPlcHdr', {}),
      element('w:text', several ? { 'w:multiLine': '1' } : {}),
    ]),
    element('w:sdtContent', {}, [new TextRun('\u00a0'.repeat(8))]),
  ]) as unknown as ParagraphChild

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlComponent[] = [],
) =>
  new BuilderElement({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  })
