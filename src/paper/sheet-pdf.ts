/** A sheet as a PDF of A4 pages. */
import { withLinks } from './links.ts'
import { blocksOf } from './pdf/body.ts'
import { openPdf, type Pdf } from './pdf/open.ts'
import { heading, paragraph } from './pdf/text.ts'
import { endingOf, type Sheet } from './sheet.ts'

/** In points. Smaller type is harder to read, so it must save a page. */
const typeSizes = [11.5, 11, 10.5] as const

/** The same sheet always gives the same bytes: of the fewest pages that the type can make it, with the largest type. */
export function sheetPdf(sheet: Sheet): Promise<Uint8Array> {
  let best: Pdf | undefined
  for (const typeSize of typeSizes) {
    const next = draw(sheet, typeSize)
    if (!best || pagesOf(next) < pagesOf(best)) best = next
    if (pagesOf(best) === 1) break
  }
  return (best as Pdf).close()
}

const pagesOf = ({ doc }: Pdf) => doc.bufferedPageRange().count

function draw(sheet: Sheet, typeSize: number): Pdf {
  const { title, intro, body, language, date, meta } = sheet
  const pdf = openPdf({
    title,
    language: language === 'en' ? 'en' : `${language}-NO`,
    date,
    author: meta.municipality,
    foot: title,
    typeSize,
  })
  pdf.flow([
    heading(1, title),
    ...(intro ? [paragraph(intro, { scale: 1.15 })] : []),
    ...blocksOf(withLinks(body).children, sheet),
    paragraph([{ text: endingOf(sheet) }], { scale: 0.85, space: 2.4, colour: '#555555' }),
    ...(meta.credit ? [paragraph([meta.credit], { scale: 0.85, space: 0.4, colour: '#555555' })] : []),
  ])
  return pdf
}
