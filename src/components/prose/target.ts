/** Where links lead: the address that stands in the link, or in a line of its own (`[navn]: https://…`). */
import type { MdastNode } from 'satteri'
import type { ProseRoot } from '#editorial/prose.ts'

interface Target {
  readonly url: string
  readonly title?: string | null | undefined
}

/** The first of several with the same name counts, as in CommonMark. */
export function targetsIn(root: ProseRoot): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>()
  const visit = (node: MdastNode): void => {
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return targets
}

/**
 * The attributes of a link. What is no ASCII is written as percent signs, what already is so stays.
 *
 * @example addressOf({ url: '/søk/' }) // { href: '/s%C3%B8k/' }
 */
export function addressOf({ url, title }: Target = { url: '' }): { href: string; title?: string } {
  const href = encodeURI(url.toWellFormed()).replace(/%25([0-9a-z]{2})/gi, '%$1')
  return title ? { href, title } : { href }
}
