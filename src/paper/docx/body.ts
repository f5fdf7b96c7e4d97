/** The tree of a text as paragraphs and tables. */
import { CheckBox, HeadingLevel, type IParagraphOptions, Paragraph, type Table, TextRun } from 'docx'
import type { MdastNode } from 'satteri'
import { attributesOf, partiesOf } from '../attributes.ts'
import { isHeldItem, isLedTo } from '../held.ts'
import type { Span } from '../lines.ts'
import type { Sheet } from '../sheet.ts'
import { spansOf } from '../spans.ts'
import { blank, signatures } from './blank.ts'
import { runsOf } from './runs.ts'
import { numbersFrom } from './styles.ts'
import { table } from './table.ts'

type Around = Pick<Sheet, 'site' | 'words'> & {
  /** The looks that paragraphs here have. */
  readonly style?: IParagraphOptions
  /** Whether what has the second level is a part that begins at the top of a page. */
  readonly inParts?: boolean
  /** Of the list that this is in. */
  readonly level?: number
  /** The first number of each numbered list so far. */
  readonly starts: number[]
}
type Part = Paragraph | Table

/** @throws for what cannot stand on paper, such as a film */
export const partsOf = (nodes: readonly MdastNode[], around: Around): Part[] =>
  nodes.flatMap((node, index) => {
    const [before, after] = [nodes[index - 1], nodes[index + 1]]
    if (node.type === 'paragraph')
      return new Paragraph({
        ...(isWithoutRoom(before) && { spacing: { before: 200 } }),
        ...around.style,
        keepNext: isLedTo(after),
        children: runsOf(spansOf(node.children, around.site)),
      })
    if (node.type === 'heading')
      return heading(node.depth, spansOf(node.children, around.site), {
        pageBreakBefore: around.inParts && node.depth === 2 && index > 0,
      })
    return partsOfNode(node, around)
  })

/** A table and lines to write on have no room below them. */
const isWithoutRoom = (node: MdastNode | undefined) =>
  node?.type === 'table' || (node?.type === 'mdxJsxFlowElement' && node.name === 'Blank')

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const

function partsOfNode(node: MdastNode, around: Around): Part[] {
  switch (node.type) {
    case 'list':
      return listOf(node, around)
    case 'table':
      return [
        table(node.children.map((row) => row.children.map((cell) => spansOf(cell.children, around.site)))),
      ]
    case 'blockquote':
      return partsOf(node.children, { ...around, style: { style: 'Quote' } })
    case 'thematicBreak':
      return []
    case 'mdxJsxFlowElement':
      return named(node, around)
    default:
      throw new Error(`expected prose or a block for paper, got ${node.type}`)
  }
}

const heading = (depth: number, spans: readonly Span[], options: IParagraphOptions = {}) =>
  new Paragraph({
    ...options,
    heading: headingLevels[Math.min(depth, headingLevels.length) - 1] ?? HeadingLevel.HEADING_4,
    children: runsOf(spans),
  })

/** Word knows nine levels of lists, from 0. */
const deepest = 8

function listOf(list: Extract<MdastNode, { type: 'list' }>, around: Around): Part[] {
  const level = Math.min((around.level ?? -1) + 1, deepest)
  const instance = list.ordered ? around.starts.push(list.start ?? 1) : 0
  const numbering = {
    reference: list.ordered ? numbersFrom(list.start ?? 1) : 'points',
    level,
    ...(list.ordered && { instance }),
  }
  const isToTick = list.children.some(({ checked }) => typeof checked === 'boolean')
  return list.children.flatMap((item, index) => {
    const [first, ...rest] = item.children
    const below = { ...around, level, style: { indent: { left: 400 * (level + 1) } } }
    if (first?.type !== 'paragraph') return partsOf(item.children, below)
    const children = runsOf(spansOf(first.children, around.site))
    const options = {
      keepNext: isHeldItem(index, list.children.length, isToTick),
      // As much as below a paragraph.
      ...(index === list.children.length - 1 && { spacing: { after: 120 } }),
    }
    const paragraph =
      typeof item.checked === 'boolean'
        ? toTick(children, level, options)
        : new Paragraph({ ...options, numbering, children })
    return [paragraph, ...partsOf(rest, below)]
  })
}

const toTick = (children: ReturnType<typeof runsOf>, level: number, options: IParagraphOptions) =>
  new Paragraph({
    ...options,
    style: 'Checklist',
    indent: { left: 400 * (level + 1), hanging: 400 },
    children: [new CheckBox({ checked: false }), new TextRun({ text: '\t' }), ...children],
  })

function named(node: Extract<MdastNode, { type: 'mdxJsxFlowElement' }>, around: Around): Part[] {
  const { title, label = '', lines = '1', of = '' } = attributesOf(node)
  const { words } = around
  const titled = (usual: string) => [
    heading(around.inParts ? 3 : 2, [{ text: title ?? usual }]),
    ...partsOf(node.children, around),
  ]
  switch (node.name) {
    case 'Steps':
      return titled(words.steps)
    case 'WhoCanGetIt':
      return titled(words.whoCanGetIt)
    case 'GoodToKnow':
      return titled(words.goodToKnow)
    case 'Blank':
      return blank(label, Number(lines))
    case 'Signatures':
      return signatures(partiesOf(of), words)
    default:
      throw new Error(`expected a block that can stand on paper, got <${node.name}>`)
  }
}
