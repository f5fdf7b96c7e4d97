import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkPaperText } from '#editorial/paper-text.ts'
import { findUnprintable, printable } from '#editorial/printable.ts'
import { balanceLines, breakLines, evenLines } from '#paper/lines.ts'
import { getFace, piecesOf, type Weight, widthOf } from '#paper/typeface.ts'
import { unpackWoff } from '#paper/woff.ts'

const weights: Weight[] = ['regular', 'bold', 'italic', 'boldItalic']
const hasGlyph = (character: string, weight: Weight) =>
  piecesOf(character, weight).every(({ face }) =>
    getFace(face).hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  )

describe('the typeface', () => {
  test('has the characters that we say it has, in every weight', () => {
    const codes = Array.from({ length: 0x2500 }, (_, code) => code)
    const kept = codes.filter(
      (code) => code !== 0x0a && printable(String.fromCodePoint(code)) === String.fromCodePoint(code),
    )
    expect(kept.length).toBeGreaterThan(300)
    for (const weight of weights)
      expect(kept.filter((code) => !hasGlyph(String.fromCodePoint(code), weight))).toEqual([])
    const letters = codes.filter((code) => /\p{L}/u.test(String.fromCodePoint(code)))
    expect(
      letters.filter((code) => hasGlyph(String.fromCodePoint(code), 'regular') && !kept.includes(code)),
    ).toEqual([])
  })

  test('writes every text that we have: nothing lacks a glyph', () => {
    const files = globSync('content/**/*.{mdx,yaml}')
    expect(files.length).toBeGreaterThan(100)
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      const lacking = [...printable(text)].filter((each) => each !== '\n' && !hasGlyph(each, 'regular'))
      expect([file, lacking, findUnprintable(text)]).toEqual([file, [], []])
      expect([file, checkPaperText(file.replace('content/', ''), text)]).toEqual([file, []])
    }
  })

  test('takes a letter from the file that has it', () => {
    expect(piecesOf('Đorđe', 'bold')).toEqual([
      { text: 'Đ', face: 'boldExtended' },
      { text: 'or', face: 'bold' },
      { text: 'đ', face: 'boldExtended' },
      { text: 'e', face: 'bold' },
    ])
  })

  test('writes the Sámi names of places as they are spelt', () => {
    const names = 'Porsáŋgu, Gáŋgaviika, ŊŦŧ'
    expect(printable(names)).toBe(names)
    for (const weight of weights) {
      expect(piecesOf('Porsáŋgu', weight).map(({ text }) => text)).toEqual(['Porsá', 'ŋ', 'gu'])
      const [wide, narrow] = [widthOf('ŋ', weight, 10), widthOf('n', weight, 10)]
      expect(wide / narrow).toBeCloseTo(1, 0)
      // Measured again: a face of 2048 units must not be scaled twice.
      expect(widthOf('ŋ', weight, 10)).toBe(wide)
    }
  })

  test('is unpacked from WOFF, and from nothing else', () => {
    expect(() => unpackWoff(Buffer.from('wOF2 …'))).toThrow('expected a font of type wOFF, got "wOF2"')
  })
})

describe('lines', () => {
  const said = (lines: ReturnType<typeof breakLines>) =>
    lines.map(({ runs }) => runs.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''))

  test('are filled with whole words, and no line is wider than it may be', () => {
    const text = 'Du er ikke alene om dette, og det finnes hjelp å få i kommunen din.'
    const lines = breakLines(text, 120, 12)
    expect(lines.length).toBeGreaterThan(2)
    expect(said(lines).join('')).toBe(text)
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(120)
    expect(said(lines).every((line) => !line.startsWith(' '))).toBe(true)
  })

  test('end where a break is asked for', () => {
    expect(said(breakLines('Først\nså', 500, 12))).toEqual(['Først', 'så'])
  })

  test('divide a word that is wider than the line, and after a hyphen before that', () => {
    expect(said(breakLines('korttidsopphold-avlastning', 110, 12))).toEqual([
      'korttidsopphold-',
      'avlastning',
    ])
    const lines = breakLines('M'.repeat(40), 100, 12)
    expect(said(lines).join('')).toBe('M'.repeat(40))
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(100)
  })

  test.each([
    ['Loven sier det i § 3-6 i dag', '§ 3-6'],
    ['Barn ringer nå 116 111 gratis', '116 111'],
    ['Onsdag er det kl. 18.00 her', 'kl. 18.00'],
    ['Kurset er 25. januar på rådhuset', '25. januar'],
    ['Svar kommer på e-post i dag', 'e-post'],
  ])('keep together what is read as one: %s', (text, held) => {
    for (let width = 50; width < 200; width += 3) {
      const lines = said(breakLines(text, width, 10))
      expect([lines.join(''), lines.some((line) => line.includes(held))]).toEqual([text, true])
    }
  })

  test('of a heading are about as long as each other, and no more of them', () => {
    const title = 'Har du to timer i uka?'
    expect(said(breakLines(title, 110, 12))).toEqual(['Har du to timer i ', 'uka?'])
    expect(said(balanceLines(title, 110, 12))).toEqual(['Har du to ', 'timer i uka?'])
  })

  test('of a paragraph do not end in a lonely word, where the same number of lines can do without', () => {
    const text = 'Er sammen med en som er syk, så den som har omsorgen, får fri.'
    const width = widthOf('Er sammen med en som er syk, så den som har omsorgen, får', 'regular', 10) + 1
    expect(said(breakLines(text, width, 10)).at(-1)).toBe('fri.')
    expect(said(evenLines(text, width, 10))).toHaveLength(2)
    expect(said(evenLines(text, width, 10)).at(-1)).toMatch(/ fri\.$/)
    expect(said(evenLines('Ja.', width, 10))).toEqual(['Ja.'])
  })

  test('keep looks and links apart, and a word of two looks together', () => {
    const [line] = breakLines(
      [{ text: 'av' }, { text: 'last', bold: true }, { text: 'ning', href: 'https://a.example/' }],
      500,
      10,
    )
    expect(line?.runs.map(({ href, pieces }) => [pieces[0]?.face, href])).toEqual([
      ['regular', undefined],
      ['bold', undefined],
      ['regular', 'https://a.example/'],
    ])
    expect(line?.width).toBeCloseTo(
      widthOf('av', 'regular', 10) + widthOf('last', 'bold', 10) + widthOf('ning', 'regular', 10),
    )
    expect(breakLines([{ text: 'av' }, { text: 'lastning', bold: true }], 30, 10)).toHaveLength(2)
  })
})
