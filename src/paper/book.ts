/** Several sheets as one document to print and bind: a page of contents, then each sheet from the top of a page. */
import type { MdastNode } from 'satteri'
import { withLinks } from './links.ts'
import { blocksOf } from './pdf/body.ts'
import { openPdf, type Pdf } from './pdf/open.ts'
import { table } from './pdf/table.ts'
import { heading, paragraph } from './pdf/text.ts'
import { endingOf, type Sheet } from './sheet.ts'
import { sheetDocx } from './sheet-docx.ts'

export interface Book extends Omit<Sheet, 'body'> {
  /** Above the contents, and above the numbers of the pages. */
  readonly contents: { readonly heading: string; readonly page: string }
  readonly parts: readonly Pick<Sheet, 'title' | 'intro' | 'body'>[]
}

/** The same book always gives the same bytes. */
export function bookPdf(book: Book): Promise<Uint8Array> {
  const unknown = book.parts.map(() => 0)
  const { pages } = draw(book, unknown)
  return draw(book, pages).pdf.close()
}

/** The same to change in a word processor, where the contents are the headings themselves. */
export const bookDocx = (book: Book): Promise<Uint8Array> => sheetDocx(asOneSheet(book))

/**
 * Draws with the page numbers that it is told, and says those that came of it: the contents are as long whatever the
 * numbers are.
 */
function draw(book: Book, numbers: readonly number[]): { pdf: Pdf; pages: number[] } {
  const { title, intro, language, date, meta, contents, parts } = book
  const pdf = openPdf({ title, language: `${language}-NO`, date, author: meta.municipality, foot: title })
  pdf.flow([
    heading(1, title),
    ...(intro ? [paragraph(intro, { scale: 1.15 })] : []),
    table([
      [[{ text: contents.heading }], [{ text: contents.page }]],
      ...parts.map((part, index) => [[{ text: part.title }], [{ text: `${numbers[index]}` }]]),
    ]),
    paragraph([{ text: endingOf(book) }], { scale: 0.85, space: 2.4, colour: '#555555' }),
  ])
  const pages = parts.map((part) => {
    pdf.newPage()
    const page = pdf.doc.bufferedPageRange().count
    pdf.flow(blocksOf(partBelow(part), book))
    return page
  })
  return { pdf, pages }
}

/** A part below a title of its own, one level down. */
const partBelow = ({ title, intro, body }: Book['parts'][number]): MdastNode[] => [
  { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] },
  ...(intro ? [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: intro }] }] : []),
  ...withLinks(body).children.map((node) =>
    node.type === 'heading' ? { ...node, depth: Math.min(node.depth + 1, 6) as typeof node.depth } : node,
  ),
]

function asOneSheet({ contents: _contents, parts, ...sheet }: Book): Sheet {
  return { ...sheet, body: { type: 'root', children: parts.flatMap(partBelow) } as Sheet['body'] }
}
