import type { Document } from './document.ts'

/** Draws what says nothing: screen readers pass it by. Never inside the drawing of an element. */
export function decorate(doc: Document, draw: () => void) {
  doc.markContent('Artifact', { type: 'Layout' })
  doc.save()
  draw()
  doc.restore()
  doc.endMarkedContent()
}
