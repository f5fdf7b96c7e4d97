import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rewriteBody } from '#editing/rewriting/body.ts'
import { checkBody } from '#editorial/mdx.ts'

const bodies = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mdx'))
  .map((path) => ({
    path,
    body: readFileSync(`content/${path}`, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
  }))

const text = `
En setning,
og en til.

<Steps title="Slik">

1. Ring.
2. Skriv.

</Steps>
<Contact id="nav" />

- a
- b

| a | b |
|---|---|
| 1 | 2 |
`

describe('a body that comes back', () => {
  test('is the same bytes when only the white space around it is another', () => {
    expect(bodies.length).toBeGreaterThan(90)
    for (const { path, body } of bodies) expect(rewriteBody(body, `\n\n${body.trim()}`), path).toBe(body)
  })

  test('keeps every paragraph that nobody touched, although the editor has written all of them anew', () => {
    const after = text
      .trim()
      .replace('- a\n- b', '* a\n* b')
      .replace('|---|---|', '| - | - |')
      .replace('</Steps>\n<', '</Steps>\n\n<')
      .replace('og en til.', 'og to til.')
    expect(rewriteBody(text, after)).toBe(text.replace('og en til.', 'og to til.'))
  })

  test('keeps what stands beside a change inside a block', () => {
    const after = text.trim().replace('2. Skriv.', '2. Skriv.\n\n* Takk').replace('- a\n- b', '* a\n* b')
    expect(rewriteBody(text, after)).toBe(text.replace('2. Skriv.', '2. Skriv.\n\n- Takk'))
  })

  test('keeps the tag of a block as the editor changed it', () => {
    const after = text.trim().replace('title="Slik"', 'title="Slik gjør du"')
    expect(rewriteBody(text, after)).toBe(text.replace('title="Slik"', 'title="Slik gjør du"'))
  })

  test('loses a block, gains a block, and changes the order of two', () => {
    expect(rewriteBody(text, text.replace('<Contact id="nav" />\n', ''))).toBe(
      text.replace('</Steps>\n<Contact id="nav" />\n', '</Steps>\n'),
    )
    expect(rewriteBody(text, `${text.trim()}\n\n<Contact office="respite" />`)).toBe(
      `${text}\n<Contact office="respite" />\n`,
    )
    expect(rewriteBody('A.\n\nB.\n', 'B.\n\nA.')).toBe('B.\n\nA.\n')
  })

  test('keeps a link in bold, and brackets without the escapes that the editor adds', () => {
    const before = 'Ring [**112**](tel:112).\n\nI [kommune].\n\nSlutt.\n'
    const after = 'Ring **[112](tel:112)**.\n\nI \\[kommune], og \\*slik\\*.\n\nSlutt.'
    expect(rewriteBody(before, after)).toBe(before.replace('[kommune].', '[kommune], og \\*slik\\*.'))
  })

  test('is handed on as it came when it is no text, and refused', () => {
    for (const hostile of [
      '{process.env.HOME}',
      '<script>alert(1)</script>',
      'import x from "y"',
      '<Steps>',
      'a <b',
    ])
      expect(checkBody(rewriteBody(text, `${text}\n\n${hostile}`)), hostile).not.toEqual([])
  })

  test('may hold letters of two code units', () => {
    expect(rewriteBody('😀 a\n\n- 😀\n- b\n', '😀 b\n\n* 😀\n* b')).toBe('😀 b\n\n- 😀\n- b\n')
  })
})
