/** The words of a sentence in mdast, as stretches with one look each. */
import type { MdastNode } from 'satteri'
import type { Span } from './lines.ts'

type Look = Omit<Span, 'text'>

/**
 * @param site what a path on the site is below, `https://…`
 * @throws when the node is no part of a sentence
 */
export function spansOf(nodes: readonly MdastNode[], site: string, look: Look = {}): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replace(/\s*\n\s*/g, ' '), ...look }]
      case 'break':
        return [{ text: '\n', ...look }]
      case 'strong':
        return spansOf(node.children, site, { ...look, bold: true })
      case 'emphasis':
        return spansOf(node.children, site, { ...look, italic: true })
      case 'link':
        return spansOf(node.children, site, { ...look, href: new URL(node.url, site).href })
      default:
        throw new Error(`expected a part of a sentence, got ${node.type}`)
    }
  })
}

export const plain = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')
