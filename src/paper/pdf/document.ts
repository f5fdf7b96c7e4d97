/** pdfkit's document with what it lacks: XMP that is XML whatever the title says, and an id of what was drawn. */
import type { Hash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { type FaceName, getFace } from '../typeface.ts'

interface Inside {
  info: Record<string, unknown>
  _id: Uint8Array
  _addInfo(): void
}

export class Document extends PDFDocument {
  /** Called by pdfkit while it writes the metadata, where it would put the title in as it is. */
  _addInfo() {
    const { info } = this as unknown as Inside
    const written = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'string' ? escapeXml(value) : value,
    ])
    const above = PDFDocument.prototype as unknown as Inside
    above._addInfo.call({ info: Object.fromEntries(written), appendXML: this.appendXML.bind(this) })
  }

  /** Before the end: the same drawing has the same id, wherever and whenever it was made. */
  identify(drawn: Hash) {
    ;(this as unknown as Inside)._id = drawn.digest().subarray(0, 16)
  }

  /** Sets in one of the faces, which every document of this process shares. */
  face(name: FaceName, size: number): this {
    return this.font(getFace(name) as unknown as PDFKit.Mixins.PDFFontSource, name, size)
  }
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
