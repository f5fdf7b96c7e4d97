/**
 * Keeps the paragraphs of a text that nobody touched as they were written. The rich editor of the CMS writes all of
 * them anew, with other bullets, other escapes and tables of another width, as soon as one letter is changed.
 */
import { isDeepStrictEqual } from 'node:util'
import { type MdastNode, mdxToMdast } from 'satteri'
import { checkBody } from '#editorial/mdx.ts'
import { align } from './align.ts'

type Parent = Extract<MdastNode, { children: unknown }>

/**
 * @param before the text below the fields, as it is
 * @param after what the editor made of it
 * @returns `after` itself when it is not prose, for the check to say why
 * @example rewriteBody('- a\n- b\n\nC.\n', '* a\n* b\n\nD.') // '- a\n- b\n\nD.\n'
 */
export function rewriteBody(before: string, after: string): string {
  if (before.trim() === after.trim()) return before
  const lead = /^\s*/.exec(before)?.[0] ?? ''
  const plain = `${lead}${after.trim()}\n`
  if (checkBody(plain).length > 0) return plain
  try {
    const [old, now] = [mdxToMdast(before) as Parent, mdxToMdast(plain) as Parent]
    const woven = `${lead}${weave({ node: old, text: before }, { node: now, text: plain })}\n`
    return isDeepStrictEqual(meaning(mdxToMdast(woven)), meaning(now)) ? woven : plain
  } catch {
    return plain
  }
}

interface Part {
  readonly node: Parent
  readonly text: string
}

/** The children of the new node, each in its old words where those mean the same. */
function weave(old: Part, now: Part): string {
  const [oldMeant, nowMeant] = [old, now].map(({ node }) => node.children.map(meaning))
  const rows = align(oldMeant as unknown[], nowMeant as unknown[], isDeepStrictEqual)
  const written: { readonly at: number | undefined; readonly text: string }[] = []
  let index = 0
  for (const row of rows) {
    if (!('value' in row)) continue
    const child = now.node.children[index] as MdastNode
    const stood = row.at === undefined ? undefined : (old.node.children[row.at] as MdastNode)
    written.push({
      at: row.at,
      text: write(stood && { node: stood, text: old.text }, { node: child, text: now.text }),
    })
    index += 1
  }
  return written
    .map(({ at, text }, place) => {
      const above = written[place - 1]
      if (!above) return text
      const follows = at !== undefined && above.at !== undefined && at === above.at + 1
      return (follows ? between(old, at) : '\n\n') + text
    })
    .join('')
}

function write(
  stood: { node: MdastNode; text: string } | undefined,
  now: { node: MdastNode; text: string },
): string {
  if (stood && isDeepStrictEqual(meaning(stood.node), meaning(now.node))) return slice(stood)
  const { node } = now
  if (node.type !== 'mdxJsxFlowElement' || node.children.length === 0) return usual(now)
  const source = slice(now)
  const inner =
    stood?.node.type === 'mdxJsxFlowElement' ? (stood as Part) : { node: { ...node, children: [] }, text: '' }
  const tag = source.slice(0, (offset(node.children[0], 'start') ?? 0) - (offset(node, 'start') ?? 0)).trim()
  return `${tag}\n\n${weave(inner as Part, now as Part)}\n\n</${node.name}>`
}

/** The white space, or the lack of it, between a child and the one above it. */
const between = ({ node, text }: Part, at: number): string =>
  text.slice(offset(node.children[at - 1], 'end'), offset(node.children[at], 'start'))

const slice = ({ node, text }: { node: MdastNode; text: string }): string =>
  text.slice(offset(node, 'start'), offset(node, 'end'))

const offset = (node: unknown, side: 'start' | 'end'): number | undefined =>
  (node as MdastNode | undefined)?.position?.[side].offset

/** New lists are written with strokes, as ours are, and brackets without the escapes that nothing needs. */
function usual(now: { node: MdastNode; text: string }): string {
  const bullets: number[] = []
  const begin = offset(now.node, 'start') ?? 0
  const visit = (node: MdastNode, ordered: boolean): void => {
    if (node.type === 'listItem' && !ordered) bullets.push((offset(node, 'start') ?? 0) - begin)
    if ('children' in node)
      for (const child of node.children)
        visit(child as MdastNode, node.type === 'list' && node.ordered === true)
  }
  visit(now.node, false)
  const strokes = bullets.reduce(
    (all, at) => (all[at] === '*' ? `${all.slice(0, at)}-${all.slice(at + 1)}` : all),
    slice(now),
  )
  const said = means(strokes)
  const escapes = [...strokes.matchAll(/\\(?=[[\]])/g)].map(({ index }) => index)
  return escapes.reduceRight((all, at) => {
    const without = all.slice(0, at) + all.slice(at + 1)
    return means(without) === said ? without : all
  }, strokes)
}

const means = (text: string): string => JSON.stringify(meaning(mdxToMdast(text)))

/** A tree without where things stand in the file, and without how a parser got there. */
function meaning(tree: unknown): unknown {
  const said = JSON.stringify(tree, (key, value) => {
    if (key === 'position' || key === 'data' || key === 'spread') return undefined
    return isBoldLink(value) ? inside(value) : value
  })
  return JSON.parse(said)
}

interface Marked {
  readonly type: string
  readonly children: readonly Marked[]
}

/** `[**112**](tel:112)` and `**[112](tel:112)**` are the same to a reader; the rich editor writes the second. */
const isBoldLink = (node: unknown): node is Marked => {
  const { type, children } = (node ?? {}) as Partial<Marked>
  return type === 'link' && children?.length === 1 && ['strong', 'emphasis'].includes(children[0]?.type ?? '')
}

const inside = (link: Marked): Marked => {
  const [mark] = link.children as [Marked]
  return { ...mark, children: [{ ...link, children: mark.children }] }
}
