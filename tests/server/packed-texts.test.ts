import { expect, test } from 'vitest'
import { readBody } from '#editorial/prose.ts'
import { packedTexts } from '#server/hosts/packed-texts.ts'
import { readTexts } from '#texts/read.ts'

const plugin = packedTexts({ contentFolder: 'content', municipality: 'fjordvik' })
const resolved = (name: string) => plugin.resolveId.call({ environment: { name } }, 'satteri')
const imported = async (id: string) =>
  import(`data:text/javascript;base64,${Buffer.from((await plugin.load(id)) ?? '').toString('base64')}`)

test('a function has every text and its prose as it is drawn, and no parser of native code', async () => {
  const texts = await readTexts('content', 'fjordvik')
  const own = await imported('/project/src/texts/own.ts')
  expect(await own.readOwn()).toEqual(JSON.parse(JSON.stringify(texts)))

  const { mdxToMdast } = await imported(resolved('ssr') ?? '')
  const bodies = Object.values(texts).flatMap((list) => list.map(({ body }) => body))
  expect(bodies.length).toBeGreaterThan(100)
  for (const body of bodies) {
    const types = JSON.stringify(readBody(body).children.map(({ type }) => type))
    expect(JSON.stringify(mdxToMdast(body).children.map(({ type }: { type: string }) => type))).toBe(types)
  }
  expect(() => mdxToMdast('Andre ord')).toThrow('expected prose that came with the program')
})

test('the pages of the build are drawn with the parser itself', async () => {
  expect(resolved('prerender')).toBeUndefined()
  expect(await plugin.load('/project/src/texts/read.ts')).toBeUndefined()
})
