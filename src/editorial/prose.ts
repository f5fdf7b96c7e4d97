/** What a page of MDX says, block by block, and where it links: for reading it without building it. */
import { type MdastNode, mdxToMdast } from 'satteri'

/** A paragraph, heading, list item or cell. */
export interface ProseBlock {
  readonly text: string
  /** For a cell the whole row; else the text itself. */
  readonly context: string
}

const blockTypes = new Set(['paragraph', 'heading', 'tableCell'])

/**
 * The running text, quotations left out: they are not our sentences.
 *
 * @throws when the text does not parse; checkBody() says so in Norwegian
 * @example proseBlocks('Du kan **søke**.') // [{ text: 'Du kan søke.', context: 'Du kan søke.' }]
 */
export function proseBlocks(mdx: string): ProseBlock[] {
  const blocks: ProseBlock[] = []
  const add = (text: string, context = text) => {
    if (text !== '') blocks.push({ text, context })
  }
  const visit = (node: MdastNode, row?: string): void => {
    if (node.type === 'blockquote') return
    if (node.type === 'mdxJsxFlowElement') add(titleOf(node))
    if (blockTypes.has(node.type)) add(textOf(node), row)
    else if ('children' in node) {
      const context = node.type === 'tableRow' ? node.children.map(textOf).join(' – ') : row
      for (const child of node.children) visit(child, context)
    }
  }
  visit(mdxToMdast(mdx))
  return blocks
}

/** The addresses outside this site. */
export function proseLinks(mdx: string): string[] {
  const links: string[] = []
  const visit = (node: MdastNode): void => {
    if ((node.type === 'link' || node.type === 'definition') && /^https?:/.test(node.url))
      links.push(node.url)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(mdxToMdast(mdx))
  return links
}

function textOf(node: MdastNode): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function titleOf(block: Extract<MdastNode, { type: 'mdxJsxFlowElement' }>): string {
  const title = block.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'title')
  return typeof title?.value === 'string' ? title.value : ''
}
