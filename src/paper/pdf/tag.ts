/** The structure that a screen reader follows: one element, made when something is first drawn in it. */
import type { Document } from './document.ts'

export interface TagOptions {
  /** What a figure shows, in words. */
  readonly alt?: string
  /** What drawn characters stand for. */
  readonly actual?: string
  /** Of a heading in a table. */
  readonly scope?: 'Column' | 'Row'
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number]
  /** How the items of a list are marked. */
  readonly numbering?: 'Disc' | 'Decimal' | 'None'
}

export interface Tag {
  /** Draws inside the element. Never inside another draw: the two would both end. */
  draw(act: () => void): void
  /** The element of pdfkit, which links lead from. */
  readonly element: PDFKit.PDFStructureElement
  end(): void
}

/**
 * @param type of ISO 32000-1, 14.8.4: `P`, `H1`, `L` …
 * @param parent nothing for the document itself
 */
export function tag(doc: Document, type: string, parent?: Tag, options: TagOptions = {}): Tag {
  let element: PDFKit.PDFStructureElement | undefined
  const open = () => {
    if (element) return element
    const { numbering, ...rest } = options
    element = doc.struct(type, rest as PDFKit.Mixins.StructureElementOptions)
    if (numbering) dataOf(element).A = { O: 'List', ListNumbering: numbering }
    if (parent) parent.element.add(element)
    else doc.addStructure(element)
    return element
  }
  return {
    draw: (act) => void open().add(act),
    get element() {
      return open()
    },
    end: () => element?.end(),
  }
}

const dataOf = (element: PDFKit.PDFStructureElement) =>
  (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data
