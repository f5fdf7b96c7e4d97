/** What a page of MDX says: as a tree to draw, block by block, and where it links. Nothing here compiles or runs it. */
import { type MdastNode, type MdxJsxAttributeUnion, mdxToMdast } from 'satteri'
import { checkBody } from './mdx.ts'

/** As Astro reads MDX. */
export const proseOptions = { features: { gfm: true, smartPunctuation: true } } as const

/** The body of a text as mdast: the one model that the page, the PDF and the DOCX are drawn from. */
export type ProseRoot = Extract<MdastNode, { type: 'root' }>

/**
 * Reads a body with the typography of the site: quotation marks, dashes and dots are those of print.
 *
 * @param fill what a piece of text becomes, also in the addresses of links and the fields of blocks
 * @returns two texts never stand side by side
 * @throws for what checkBody() refuses, in its words
 * @example readBody('Ring [kommune].', (text) => text.replace('[kommune]', 'Fjordvik'))
 */
export function readBody(mdx: string, fill = (text: string) => text): ProseRoot {
  const problems = checkBody(mdx)
  if (problems.length > 0)
    throw new Error(problems.map(({ line, message }) => `Linje ${line}: ${message}`).join('\n'))
  const read = (node: MdastNode): MdastNode => {
    if (node.type === 'text') return { ...node, value: fill(node.value) }
    const url = 'url' in node && { url: fill(node.url) }
    const attributes = node.type === 'mdxJsxFlowElement' && { attributes: node.attributes.map(filled) }
    const children = 'children' in node && { children: joinTexts(node.children).map(read) }
    return { ...node, ...url, ...attributes, ...children } as MdastNode
  }
  const filled = (attribute: MdxJsxAttributeUnion) =>
    typeof attribute.value === 'string' ? { ...attribute, value: fill(attribute.value) } : attribute
  return read(mdxToMdast(mdx, proseOptions)) as ProseRoot
}

/** The parser ends a text at every bracket that turns out to be no link. */
function joinTexts(nodes: readonly MdastNode[]): MdastNode[] {
  const joined: MdastNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value }
    else joined.push(node)
  }
  return joined
}

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
