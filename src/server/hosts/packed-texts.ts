/**
 * What a function has in place of a disk and a parser: the texts, and their prose as trees. The parser is native code, of
 * the machine that builds; some hosts run none, and others on another processor.
 */
import { mdxToMdast } from 'satteri'
import { proseOptions } from '#editorial/prose.ts'
import type { BuildSettings } from '#env.ts'
import { readTexts } from '#texts/read.ts'
import type { Texts } from '#texts/text.ts'

const packedProse = '\0packed-prose'

/** A plugin of Vite. The pages of the build are drawn where the parser is, with it. */
export const packedTexts = ({
  contentFolder,
  municipality,
}: Pick<BuildSettings, 'contentFolder' | 'municipality'>) => ({
  name: 'packed-texts',
  // Before Vite looks among the packages.
  enforce: 'pre' as const,
  resolveId(this: { environment: { name: string } }, id: string) {
    return id === 'satteri' && this.environment.name === 'ssr' ? packedProse : undefined
  },
  async load(id: string) {
    const isOwn = id.endsWith('/src/texts/own.ts')
    if (!isOwn && id !== packedProse) return undefined
    const texts = await readTexts(contentFolder, municipality)
    return isOwn ? `export const readOwn = async () => (${JSON.stringify(texts)})` : packProse(texts)
  },
})

/** Nobody writes prose in a function: what is asked for there was read by the build. */
const packProse = (texts: Texts): string => `
const trees = new Map(${JSON.stringify(treesOf(texts))})
export function mdxToMdast(mdx) {
  const tree = trees.get(mdx)
  if (!tree) throw new Error('expected prose that came with the program, got other words')
  return tree
}
`

function treesOf(texts: Texts): [body: string, tree: unknown][] {
  const bodies = Object.values(texts).flatMap((list) => list.map(({ body }) => body))
  return [...new Set(bodies)].map((body) => [body, withoutPlaces(mdxToMdast(body, proseOptions))])
}

/** Where words stood is for who writes them. */
const withoutPlaces = (tree: object): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)))
