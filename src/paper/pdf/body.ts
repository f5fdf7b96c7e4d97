/** The tree of a text as blocks. */
import type { MdastNode } from 'satteri'
import { attributesOf, partiesOf } from '../attributes.ts'
import { isLedTo } from '../held.ts'
import type { Text } from '../lines.ts'
import type { Sheet } from '../sheet.ts'
import { spansOf } from '../spans.ts'
import { blank, signatures } from './blank.ts'
import type { Block } from './block.ts'
import { list } from './list.ts'
import { quotation } from './quotation.ts'
import { table } from './table.ts'
import { heading, paragraph } from './text.ts'

type Around = Pick<Sheet, 'site' | 'words'>

/** @throws for what cannot stand on paper, such as a film */
export function blocksOf(nodes: readonly MdastNode[], around: Around): Block[] {
  return nodes.flatMap((node, index) => {
    return node.type === 'paragraph' && isLedTo(nodes[index + 1])
      ? [paragraph(spansOf(node.children, around.site), { glued: true })]
      : blocksOfNode(node, around)
  })
}

function blocksOfNode(node: MdastNode, around: Around): Block[] {
  const spans = (children: readonly MdastNode[]): Text => spansOf(children, around.site)
  switch (node.type) {
    case 'heading':
      return [heading(Math.min(node.depth, 4) as 1 | 2 | 3 | 4, spans(node.children))]
    case 'paragraph':
      return [paragraph(spans(node.children))]
    case 'list': {
      const items = node.children.map((item) => ({
        blocks: blocksOf(item.children, around),
        box: typeof item.checked === 'boolean',
      }))
      return [list(items, node.ordered ? (node.start ?? 1) : undefined)]
    }
    case 'table':
      return [table(node.children.map((row) => row.children.map((cell) => spans(cell.children))))]
    case 'blockquote':
      return [quotation(blocksOf(node.children, around))]
    case 'thematicBreak':
      return []
    case 'mdxJsxFlowElement':
      return named(node, around)
    default:
      throw new Error(`expected prose or a block for paper, got ${node.type}`)
  }
}

function named(node: Extract<MdastNode, { type: 'mdxJsxFlowElement' }>, around: Around): Block[] {
  const { title, label = '', lines = '1', of = '' } = attributesOf(node)
  const { words } = around
  const titled = (usual: string) => [heading(2, title ?? usual), ...blocksOf(node.children, around)]
  switch (node.name) {
    case 'Steps':
      return titled(words.steps)
    case 'WhoCanGetIt':
      return titled(words.whoCanGetIt)
    case 'GoodToKnow':
      return titled(words.goodToKnow)
    case 'Blank':
      return [blank(label, Number(lines))]
    case 'Signatures':
      return [signatures(partiesOf(of), words)]
    default:
      throw new Error(`expected a block that can stand on paper, got <${node.name}>`)
  }
}
