import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { blocks } from '#components/blocks/blocks.ts'
import { blockAttributes } from '#editorial/mdx.ts'
import { checkContent } from '#publish/content-check.ts'
import { files, read } from './source.ts'

const contentFiles = files.filter((file) => /^content\/.*\.(ya?ml|mdx)$/.test(file))

/** What a file says, without its prose. */
function fields(file: string): unknown {
  return parse(file.endsWith('.mdx') ? (/^---\n([\s\S]*?)\n---/.exec(read(file))?.[1] ?? '') : read(file))
}

/** Every `law` with its `paragraph`, wherever in a file. */
function citations(value: unknown): { law: string; paragraph: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'law' in value && 'paragraph' in value ? [{ law: `${value.law}`, paragraph: `${value.paragraph}` }] : []
  return [...own, ...Object.values(value).flatMap(citations)]
}

test('every paragraph that a page cites was read', () => {
  const read = new Set(
    contentFiles
      .filter((file) => file.startsWith('content/laws/'))
      .flatMap((file) => {
        const law = fields(file) as { paragraphs: { number: string }[] }
        return law.paragraphs.map(
          (each) => `${file.slice('content/laws/'.length, -'.yaml'.length)} ${each.number}`,
        )
      }),
  )
  expect(read.size).toBeGreaterThan(10)
  const cited = contentFiles.flatMap((file) => citations(fields(file)).map((each) => ({ file, ...each })))
  expect(cited.length).toBeGreaterThan(0)
  const missing = cited.filter(({ law, paragraph }) => !read.has(`${law} ${paragraph}`))
  expect(missing).toEqual([])
})

test('every text is prose and known blocks', async () => {
  expect(await checkContent('content')).toEqual([])
})

test('the blocks that are drawn are the blocks that editors may use', () => {
  const drawn = Object.keys(blocks({ words: { blocks: {} } } as never, []))
  expect(drawn.sort()).toEqual(Object.keys(blockAttributes).sort())
})
