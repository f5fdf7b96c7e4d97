/** Links that a text names first and addresses at its end: `[kurset][1]`, and `[1]: /kurs/` below. */
import type { MdastNode } from 'satteri'
import type { ProseRoot } from '#editorial/prose.ts'

/** The same text with every address where its link is. */
export function withLinks(root: ProseRoot): ProseRoot {
  const addresses = new Map<string, string>()
  const collect = (node: MdastNode): void => {
    if (node.type === 'definition') addresses.set(node.identifier, node.url)
    if ('children' in node) for (const child of node.children) collect(child)
  }
  collect(root)
  const settle = (node: MdastNode): MdastNode[] => {
    if (node.type === 'definition') return []
    const children = 'children' in node ? node.children.flatMap(settle) : []
    if (node.type === 'linkReference') {
      const url = addresses.get(node.identifier)
      return url === undefined ? children : [{ type: 'link', url, children } as MdastNode]
    }
    return ['children' in node ? ({ ...node, children } as MdastNode) : node]
  }
  return settle(root)[0] as ProseRoot
}
