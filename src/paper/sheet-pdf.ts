/** A sheet as a PDF of A4 pages. */
import { withLinks } from './links.ts'
import { blocksOf } from './pdf/body.ts'
import { onFewestPages } from './pdf/fewest-pages.ts'
import { openPdf, type Pdf } from './pdf/open.ts'
import { heading, paragraph } from './pdf/text.ts'
import { type Credit, endingOf, type Sheet } from './sheet.ts'

/** The same sheet always gives the same bytes: of the fewest pages that the type can make it, with the largest type. */
export function sheetPdf(sheet: Sheet): Promise<Uint8Array> {
  const { title, intro, body, meta } = sheet
  const blocks = [
    heading(1, title),
    ...(intro ? [paragraph(intro, { scale: 1.15 })] : []),
    ...blocksOf(withLinks(body).children, sheet),
    paragraph([{ text: endingOf(sheet) }], { scale: 0.85, space: 2.4, colour: '#555555' }),
    ...(meta.credit ? [credit(meta.credit)] : []),
  ]
  const scratch = open(sheet, 11.5)
  const pdf = open(
    sheet,
    onFewestPages((typeSize) => scratch.count(blocks, typeSize)),
  )
  pdf.flow(blocks)
  return pdf.close()
}

const credit = ({ text, href, shown }: Credit) =>
  paragraph([{ text: `${text} ` }, { text: shown, href }], {
    scale: 0.85,
    space: 0.4,
    colour: '#555555',
  })

const open = ({ title, language, date, meta }: Sheet, typeSize: number): Pdf =>
  openPdf({
    title,
    language: language === 'en' ? 'en' : `${language}-NO`,
    date,
    author: meta.municipality,
    foot: title,
    typeSize,
  })
