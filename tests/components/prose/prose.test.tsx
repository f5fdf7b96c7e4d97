import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { municipalitySchema } from '#editorial/municipality.ts'
import { readBody } from '#editorial/prose.ts'
import { resourceSchema } from '#editorial/resource.ts'
import { readContentFiles } from '#publish/content-files.ts'
import { blocks } from '../../../src/components/blocks/blocks.ts'
import { Prose } from '../../../src/components/prose/Prose.tsx'
import { wordsOf } from '../../site/words.ts'
import { drawnByAstro, withoutLines } from './astro.ts'

const municipality = municipalitySchema.parse(
  parse(readFileSync('content/municipalities/fjordvik/municipality.yaml', 'utf8')),
)
const files = await readContentFiles('content', 'fjordvik')
const pages = files.filter(({ path }) => /^pages\/.*\.mdx$/.test(path))
const resources = files
  .filter(({ path }) => path.startsWith('resources/'))
  .map(({ path, data }) => ({ ...resourceSchema.parse(data), id: path.slice(10, -5) }))
const blocksOf = (locale: string) => blocks({ municipality, words: wordsOf(locale), locale }, resources)

const drawn = (mdx: string, among = blocksOf('nb')) =>
  withoutLines(renderToStaticMarkup(<Prose root={readBody(mdx)} blocks={among} />))

describe('the body of a page', () => {
  test('is one of many, in two languages', () => {
    expect(pages.length).toBeGreaterThan(60)
    expect(new Set(pages.map(({ path }) => path.split('/')[1]))).toEqual(new Set(['en', 'nb']))
  })

  test.each(pages)('is drawn at run time as Astro draws it: $path', async ({ path, body }) => {
    const among = blocksOf(path.split('/')[1] ?? '')
    const expected = withoutLines(await drawnByAstro(body, among))
    expect(expected.length).toBeGreaterThan(0)
    expect(drawn(body, among)).toBe(expected)
  })

  const odd = {
    'quotation marks, dashes and dots': `Si "ja" -- eller 'nei' ... da's det sagt. Det er 5 "minutter" -- ca.`,
    'entities and signs': 'A &amp; B &oslash; &lt;b&gt; § 5 «nå» 1 < 2\\\nny linje',
    'lists that are tight, loose and mixed':
      '- a\n- b\n  1. x\n  2. y\n\nTekst\n\n- a\n\n- b\n\nTekst\n\n- a\n\n  to\n- b\n\n4. fire\n5. fem',
    'headings with the same words':
      '## Hva er *dette*?\n\n### Hva er dette?\n\n## Hva er dette?\n\n## Hva er dette? 1',
    'headings inside blocks': '## Én\n\n<Steps>\n\n## Én\n\n1. a\n\n</Steps>\n\n## Én',
    'links of every kind':
      '[a](/søk/?q=blå%20b "Tittel & mer") [b][x] [x] [c](https://a.no/æ?x=1%) https://b.no og post@a.no\n\n[x]: https://x.no "X"\n[X]: https://y.no',
    'a table with marks': '| a | **b** |\n|---|---|\n| [c](/c/) | d \\| e |\n| f |',
    'a table without rows': '| a | b |\n|---|---|',
    'quotes with lists': '> Sagt\n> så\n>\n> - a\n> - b\n\n---\n\n> Igjen',
    'brackets that are no link': 'Ring [kommune] eller [dette][hint] nå.',
    'blocks with everything in them':
      '<GoodToKnow title="Fra &quot;A&quot; til B">\n\n- **a**\n- b\n\n| x |\n|---|\n| y |\n\n</GoodToKnow>\n\n<Contact office="switchboard" />',
  }
  test.each(Object.entries(odd))('is drawn as Astro draws it with %s', async (_, mdx) => {
    expect(drawn(mdx)).toBe(withoutLines(await drawnByAstro(mdx, blocksOf('nb'))))
  })
})

test('a heading that begins with a number can be linked to', () => {
  expect(drawn('## 1. Før møtet\n\n## Før møtet\n\n## 2026\n\n## 2026')).toBe(
    '<h2 id="del-1-før-møtet">1. Før møtet</h2><h2 id="før-møtet">Før møtet</h2><h2 id="del-2026">2026</h2><h2 id="del-2026-1">2026</h2>',
  )
})

describe('what is no prose', () => {
  test.each([
    '{process.env.HOME}',
    '<script>alert(1)</script>',
    '<Unknown />',
    'export const a = 1',
    '![x](/x.png)',
  ])('is refused with a line and a way on: %s', (mdx) =>
    expect(() => readBody(`Fint.\n\n${mdx}`)).toThrow(/^Linje 3: /),
  )

  test('is drawn nowhere, also not by who built the tree otherwise', () => {
    const root = { ...readBody('Fint.'), children: [{ type: 'html', value: '<script>' }] }
    expect(() => renderToStaticMarkup(<Prose root={root as never} blocks={{}} />)).toThrow('expected prose')
    expect(() => renderToStaticMarkup(<Prose root={readBody('<Steps />')} blocks={{}} />)).toThrow('<Steps>')
  })
})

test('a placeholder is filled wherever a text can stand', () => {
  const fill = (text: string) => text.replaceAll('[kommune]', 'Fjordvik')
  const root = readBody(
    'Ring **[kommune]** i [kommune].\n\n<Steps title="I [kommune]">\n\n1. Gå\n\n</Steps>',
    fill,
  )
  const html = withoutLines(renderToStaticMarkup(<Prose root={root} blocks={blocksOf('nb')} />))
  expect(html).toContain('<p>Ring <strong>Fjordvik</strong> i Fjordvik.</p>')
  expect(html).toContain('<h2>I Fjordvik</h2>')
})
