import { describe, expect, test } from 'vitest'
import { checkBody, checkPage } from '#editorial/mdx.ts'

const messages = (mdx: string) => checkBody(mdx).map((each) => each.message)

describe('the text of a page', () => {
  test('may be prose, lists, tables, links and the listed blocks', () => {
    const body = `Du kan få **hjelp** og *ro*.

## Slik gjør du

<Steps>

1. Ring [kommunen](tel:62563010), eller les om [avlastning](/rettigheter/avlastning/).
2. Skriv til post@fjordvik.example.

</Steps>

### Hva det koster

| Tilbud | Pris i 2026 |
|---|---|
| Avlastning | Gratis |

<GoodToKnow title="Godt å vite">

Se [loven](https://lovdata.no/lov/2011-06-24-30/§3-6), og $5 < 6$ er bare tegn.

</GoodToKnow>

> Et sitat.
`
    expect(checkBody(body)).toEqual([])
  })

  test.each([
    ['an expression', 'Hei {process.env.HOME}'],
    ['an expression on its own line', '{process.env.HOME}'],
    ['an expression in a table', '| a {1} |\n|---|\n| b |'],
    ['an expression in a block', '<Steps>\n{1}\n</Steps>'],
    ['an indented expression', '    {kode}'],
    ['a comment in braces', '{/* skjult */}'],
    ['an import', 'import fs from "node:fs"'],
    ['an export', 'export const a = 1'],
    ['a script', '<script>alert(1)</script>'],
    ['inline HTML', 'Du får <b>hjelp</b>.'],
    ['an unknown block', '<Foo/>'],
    ['a member of a block', '<Steps.foo/>'],
    ['a name every object has', '<constructor/>'],
    ['a fragment', '<>hei</>'],
    ['an HTML comment', '<!-- skjult -->'],
    ['an autolink in angle brackets', '<https://fjordvik.example>'],
    ['a block inside a sentence', 'Hei <GoodToKnow>du</GoodToKnow> der'],
    ['an attribute the block does not have', '<Steps set:html="x">\n\n1. a\n\n</Steps>'],
    ['more lines to write on than there are to choose', '<Blank label="Navn" lines="99999999" />'],
    ['more who sign than there is room for', `<Signatures of="${'Kari, '.repeat(8)}Ola" />`],
    ['a heading as long as a text', `<Steps title="${'Langt '.repeat(60)}">\n\nHei.\n\n</Steps>`],
    ['an office that no municipality has', '<Contact office="__proto__" />'],
    ['a client directive', '<Contact id="x" client:load="" />'],
    ['an attribute that is code', '<Contact id={process.env.HOME} />'],
    ['spread attributes', '<Contact {...props} />'],
    ['an attribute without a value', '<GoodToKnow title>\n\na\n\n</GoodToKnow>'],
    ['a javascript link', '[a](javascript:alert(1))'],
    ['a javascript link in entities', '[a](&#106;avascript:alert(1))'],
    ['a data link', '[a](data:text/html,x)'],
    ['a link definition with javascript', '[a]\n\n[a]: javascript:alert(1)'],
    ['a link to another host without scheme', '[a](//evil.example)'],
    ['a link with a backslash', '[a](/\\evil.example)'],
    ['a sign that turns a number around', 'Ring &#x202E;62 00 00 00'],
    ['a sign that no file may hold, in a block', '<GoodToKnow title="a&#1;">\n\na\n\n</GoodToKnow>'],
    ['a sign that nobody sees, in the title of a link', '[a](/b "c&#8238;")'],
    ['an unencrypted link', 'http://fjordvik.example'],
    ['an image', '![a](https://evil.example/a.png)'],
    ['an image by reference', '![a][b]\n\n[b]: https://evil.example/a.png'],
    ['a footnote', 'a[^1]\n\n[^1]: b'],
    ['code', 'a `b`'],
    ['a code block', '```js\na\n```'],
    ['a main heading', '# a'],
    ['a heading that skips a level', '## a\n\n#### b'],
    ['a first heading that skips a level', '### a'],
    ['front matter once more', '---\na: 1\n---\n\nhei'],
  ])('is refused with %s', (_name, mdx) => {
    expect(messages(mdx)).not.toEqual([])
  })

  test.each([
    'Et tegn: &#123;process.env.HOME&#125;',
    'Et tegn: \\{process.env.HOME\\}',
    '&lt;script&gt;',
    '3 < 4',
  ])('may show signs that only look like code: %s', (mdx) => {
    expect(messages(mdx)).toEqual([])
  })

  test('names the line in words an editor understands', () => {
    expect(checkBody('Hei.\n\nDu {heter} Per.')).toEqual([
      { line: 3, message: 'Krøllparenteser kan ikke brukes. Bruk vanlige parenteser' },
    ])
  })

  test('says where it cannot be read at all', () => {
    const [problem] = checkBody('Hei.\n\n<Steps>\n\n1. a')
    expect(problem?.line).toBe(3)
    expect(problem?.message).toContain('Et tegn kan ikke stå slik')
  })
})

describe('the file of a page', () => {
  test('counts lines from its top', () => {
    expect(checkPage('---\ntitle: Hei\n---\n\n{1}')).toMatchObject([{ line: 5 }])
  })

  test.each([
    ['no front matter', 'Hei'],
    ['front matter that never ends', '---\ntitle: Hei\n'],
    ['another kind of front matter', '+++\ntitle = "Hei"\n+++\n'],
    ['a second end that another reader would take for the first', '---\ntitle: Hei\n---x\n---\n'],
    ['an end of another kind inside', '---\ntitle: Hei\n+++\n{1}\n---\n'],
  ])('is refused with %s', (_name, file) => {
    expect(checkPage(file)).toMatchObject([{ line: 1 }])
  })
})
