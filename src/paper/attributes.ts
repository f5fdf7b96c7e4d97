/** What an editor filled in for a block. */
import type { MdastNode } from 'satteri'

/** @example attributesOf(node) // { label: 'Navn', lines: '2' } */
export const attributesOf = (
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' }>,
): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    node.attributes.flatMap((each) =>
      each.type === 'mdxJsxAttribute' && typeof each.value === 'string' ? [[each.name, each.value]] : [],
    ),
  )

/** @example partiesOf('Frivillig, Koordinator') // ['Frivillig', 'Koordinator'] */
export const partiesOf = (of: string): string[] =>
  of
    .split(',')
    .map((party) => party.trim())
    .filter(Boolean)
