/** A sheet as a PDF of A4 pages. */
import { blocksOf } from './pdf/body.ts'
import { openPdf } from './pdf/open.ts'
import { heading, paragraph } from './pdf/text.ts'
import { endingOf, type Sheet } from './sheet.ts'

/** The same sheet always gives the same bytes. */
export function sheetPdf(sheet: Sheet): Promise<Uint8Array> {
  const { title, intro, body, language, date, meta } = sheet
  const pdf = openPdf({
    title,
    language: language === 'en' ? 'en' : `${language}-NO`,
    date,
    author: meta.municipality,
    foot: title,
  })
  pdf.flow([
    heading(1, title),
    ...(intro ? [paragraph(intro, { scale: 1.15 })] : []),
    ...blocksOf(body.children, sheet),
    paragraph([{ text: endingOf(sheet) }], { scale: 0.85, space: 2.4, colour: '#555555' }),
    ...(meta.credit ? [paragraph([meta.credit], { scale: 0.85, space: 0.4, colour: '#555555' })] : []),
  ])
  return pdf.close()
}
