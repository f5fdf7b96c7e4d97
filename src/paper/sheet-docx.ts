/** A sheet as a document to change in a word processor. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { partsOf } from './docx/body.ts'
import { pack } from './docx/pack.ts'
import { numberingFrom, stylesIn } from './docx/styles.ts'
import { withLinks } from './links.ts'
import { type Credit, endingOf, type Sheet } from './sheet.ts'

/**
 * The same sheet always gives the same bytes.
 *
 * @param inParts whether each heading of the second level is a part that begins at the top of a page
 */
export async function sheetDocx(sheet: Sheet, inParts = false): Promise<Uint8Array> {
  const { title, intro, body, language, date, meta } = sheet
  const starts: number[] = []
  const parts = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
    ...(intro ? [new Paragraph({ style: 'Intro', children: [new TextRun(intro)] })] : []),
    ...partsOf(withLinks(body).children, { ...sheet, starts, inParts }),
    new Paragraph({
      style: 'Ending',
      spacing: { before: 480 },
      keepNext: meta.credit !== undefined,
      children: [new TextRun(endingOf(sheet))],
    }),
    ...(meta.credit ? [credit(meta.credit)] : []),
  ]
  const document = new Document({
    title,
    creator: meta.municipality,
    lastModifiedBy: meta.municipality,
    styles: stylesIn(language === 'en' ? 'en-GB' : `${language}-NO`),
    numbering: numberingFrom([...new Set(starts)]),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins } },
        footers: { default: footer(`${title} · Versjon ${meta.version} · ${meta.mark}`) },
        children: parts,
      },
    ],
  })
  return pack(document, date)
}

/** Twips: 2 cm. */
const margins = { top: 1134, right: 1134, bottom: 1134, left: 1134 }

const credit = ({ text, href, shown }: Credit) =>
  new Paragraph({
    style: 'Ending',
    children: [
      new TextRun(`${text} `),
      new ExternalHyperlink({ link: href, children: [new TextRun({ text: shown, style: 'Hyperlink' })] }),
    ],
  })

const footer = (text: string) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Ending',
        alignment: AlignmentType.LEFT,
        children: [
          new TextRun({
            children: [`${text} · Side `, PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
