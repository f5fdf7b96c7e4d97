/** Several sheets as one document to print and bind: a page of contents, then each sheet from the top of a page. */
import type { MdastNode } from 'satteri'
import { withLinks } from './links.ts'
import { blocksOf } from './pdf/body.ts'
import { onFewestPages } from './pdf/fewest-pages.ts'
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
  const parts = book.parts.map((part) => blocksOf(partBelow(part), book))
  const scratch = open(book, 11.5)
  const typeSize = onFewestPages(
    (size) => parts.reduce((sum, blocks) => sum + scratch.count(blocks, size), 0),
    parts.length * 4,
  )
  const pdf = open(book, typeSize)
  // The contents are one page.
  let next = 2
  const pages = parts.map((blocks) => {
    const page = next
    next += scratch.count(blocks, typeSize)
    return page
  })
  const { title, intro, contents } = book
  pdf.flow([
    heading(1, title),
    ...(intro ? [paragraph(intro, { scale: 1.15 })] : []),
    table([
      [[{ text: contents.heading }], [{ text: contents.page }]],
      ...book.parts.map((part, index) => [[{ text: part.title }], [{ text: `${pages[index]}` }]]),
    ]),
    paragraph([{ text: endingOf(book) }], { scale: 0.85, space: 2.4, colour: '#555555' }),
  ])
  for (const blocks of parts) {
    pdf.newPage()
    pdf.flow(blocks)
  }
  return pdf.close()
}

const open = ({ title, language, date, meta }: Book, typeSize: number): Pdf =>
  openPdf({ title, language: `${language}-NO`, date, author: meta.municipality, foot: title, typeSize })

/** The same to change in a word processor, where the contents are the headings themselves. */
export const bookDocx = (book: Book): Promise<Uint8Array> => sheetDocx(asOneSheet(book), true)

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
