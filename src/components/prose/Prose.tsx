/**
 * Draws the body of a page from its tree, readBody() of src/editorial/prose.ts, as Astro draws it from MDX. Nothing is
 * compiled and nothing runs, so a text that is being typed is as safe to show as a published one.
 */
import Slugger from 'github-slugger'
import { createElement, Fragment, type ReactNode } from 'react'
import type { MdastNode } from 'satteri'
import type { ProseRoot } from '#editorial/prose.ts'
import { addressOf, targetsIn } from './target.ts'

/** By the name that an editor writes: blocks() of src/components/blocks/blocks.ts, and more where there are more. */
export type Blocks = Readonly<Record<string, (props: never) => ReactNode>>

interface Props {
  root: ProseRoot
  blocks: Blocks
}

type Node<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>
type Parent = Extract<MdastNode, { children: unknown }>

/** @throws when the tree holds what is no prose, or a block that is not among `blocks` */
export function Prose({ root, blocks }: Props) {
  const slugger = new Slugger()
  const targets = targetsIn(root)

  const all = ({ children }: Parent) => children.map(draw)
  const element = (tag: string, children: ReactNode[], attributes = {}) =>
    createElement(tag, attributes, ...children)

  function draw(node: MdastNode): ReactNode {
    switch (node.type) {
      case 'text':
        return node.value
      case 'break':
        return <br />
      case 'thematicBreak':
        return <hr />
      case 'emphasis':
        return element('em', all(node))
      case 'strong':
        return element('strong', all(node))
      case 'paragraph':
        return element('p', all(node))
      case 'heading':
        return element(`h${node.depth}`, all(node), { id: idOf(slugger.slug(plainText(node))) })
      case 'blockquote':
        return element('blockquote', all(node))
      case 'link':
        return element('a', all(node), addressOf(node))
      case 'linkReference':
        return element('a', all(node), addressOf(targets.get(node.identifier)))
      case 'definition':
        return null
      case 'list':
        return drawList(node)
      case 'table':
        return drawTable(node)
      case 'mdxJsxFlowElement':
        return drawBlock(node)
    }
    throw new Error(`${node.type}: expected prose, see checkBody() in src/editorial/mdx.ts`)
  }

  /** A list with an empty line somewhere in it has paragraphs in all its points; else in none. */
  function drawList({ ordered, start, spread, children }: Node<'list'>): ReactNode {
    const loose = spread || children.some((item) => item.spread)
    const part = (node: MdastNode) => (node.type === 'paragraph' && !loose ? all(node) : [draw(node)])
    const items = children.map((item) =>
      typeof item.checked === 'boolean' ? drawTask(item) : element('li', item.children.flatMap(part)),
    )
    const isTasks = children.some((item) => typeof item.checked === 'boolean')
    return element(ordered ? 'ol' : 'ul', items, {
      ...(ordered && start !== 1 && { start }),
      ...(isTasks && { className: 'tasks' }),
    })
  }

  /** A point with a box, which a reader may tick. */
  function drawTask({ children: [first, ...more] }: Node<'listItem'>): ReactNode {
    const label = (
      <label>
        <input type="checkbox" />
        {first && 'children' in first && element('span', all(first))}
      </label>
    )
    return element('li', [label, ...more.map(draw)], { className: 'task' })
  }

  /** A row that is too short is filled up. Columns are never aligned: that would be a style in the element. */
  function drawTable({ children: [head, ...rows] }: Node<'table'>): ReactNode {
    const columns = head?.children ?? []
    const row = (tag: string, { children }: Node<'tableRow'>) => {
      const cells = columns.map((_, index) => children[index])
      return element(
        'tr',
        cells.map((cell) => element(tag, cell ? all(cell) : [])),
      )
    }
    const body = rows.map((each) => row('td', each))
    return (
      <table>
        {head && <thead>{row('th', head)}</thead>}
        {body.length > 0 && element('tbody', body)}
      </table>
    )
  }

  function drawBlock(node: Node<'mdxJsxFlowElement'>): ReactNode {
    const name = node.name ?? ''
    const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined
    if (!block) throw new Error(`<${name}>: expected one of ${Object.keys(blocks).join(', ')}`)
    const attributes = node.attributes.map((each) => ('name' in each ? [each.name, each.value] : []))
    return createElement(block as (props: object) => ReactNode, Object.fromEntries(attributes), ...all(node))
  }

  return createElement(Fragment, {}, ...all(root))
}

/** Astro's own, but that it begins with a letter: else CSS and older tools cannot name it. */
const idOf = (slug: string): string => (/^\p{L}/u.test(slug) ? slug : `del-${slug}`)

const plainText = (node: MdastNode): string =>
  'children' in node ? node.children.map(plainText).join('') : node.type === 'text' ? node.value : ''
