/** The headings of a file, for the panel beside the pages. */
import type { Document } from './document.ts'

/** @returns what takes each heading while its page is drawn */
export function outlineOf(doc: Document): (level: number, title: string) => void {
  const above: { level: number; item: PDFKit.PDFOutline }[] = []
  return (level, title) => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    const parent = above.at(-1)?.item ?? doc.outline
    above.push({ level, item: parent.addItem(title, { expanded: level === 1 }) })
  }
}
