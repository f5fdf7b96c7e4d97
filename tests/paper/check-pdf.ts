/**
 * What every PDF of ours must be: what ISO 14289-1 (PDF/UA-1) asks and a program can see, ours besides. Whoever makes
 * another kind of PDF lets it through here.
 */
import type { Element, ReadPdf } from './read-pdf.ts'

/** Of ISO 32000-1, 14.8.4: those that we use, and what each may stand in. */
const parents: Readonly<Record<string, readonly string[]>> = {
  Lbl: ['LI'],
  LBody: ['LI'],
  LI: ['L'],
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
}
const known = /^(H[1-6]|P|L|LI|Lbl|LBody|Table|TR|TH|TD|Figure|Link|BlockQuote|Span|Sect|Div)$/

/** @returns one line for each thing that is wrong; nothing when all is well */
export function problemsOfPdf(pdf: ReadPdf, expected: { title: string; language: string }): string[] {
  return [
    ...unequal('title', expected.title, pdf.title),
    ...unequal('language', expected.language, pdf.language),
    ...unequal('a window that shows the title', true, pdf.showsTitle),
    ...unequal('marked content', true, pdf.isMarked),
    ...unequal('PDF/UA part 1', true, /<pdfuaid:part>1<\/pdfuaid:part>/.test(pdf.metadata)),
    ...unequal(
      'words in the order of the structure',
      bare(pdf.elements.map((each) => each.text).join(' ')),
      bare(pdf.drawn),
    ),
    ...pdf.elements.flatMap((each) => problemsBelow(each, '')),
    ...problemsOfHeadings(pdf),
    ...problemsOfLinks(pdf),
    ...problemsOfFonts(pdf),
    ...pdf.streams.flatMap((stream, index) =>
      problemsOfStream(stream).map((line) => `page ${index + 1}: ${line}`),
    ),
  ]
}

/** Without white space, which lines and pages break. */
export const bare = (text: string) => text.replace(/\s+/g, '')

const unequal = (what: string, expected: unknown, got: unknown) =>
  expected === got ? [] : [`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`]

export const everyElement = (elements: readonly Element[]): Element[] =>
  elements.flatMap((each) => [each, ...everyElement(each.children)])

function problemsBelow(element: Element, parent: string): string[] {
  const { type, alt, children, page, text } = element
  const allowed = parents[type]
  return [
    ...(known.test(type) ? [] : [`page ${page}: expected an element of the standard, got ${type}`]),
    ...(allowed && !allowed.includes(parent)
      ? [`page ${page}: expected ${type} in ${allowed}, got it in ${parent}`]
      : []),
    ...(type === 'Figure' && !alt ? [`page ${page}: expected a figure with words for it, got none`] : []),
    ...(/^H\d$/.test(type) && !text.trim() ? [`page ${page}: expected words in ${type}, got none`] : []),
    ...children.flatMap((child) => problemsBelow(child, type)),
  ]
}

function problemsOfHeadings({ elements, outline }: ReadPdf): string[] {
  const headings = everyElement(elements).filter(({ type }) => /^H\d$/.test(type))
  const levels = headings.map(({ type }) => Number(type.slice(1)))
  const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
  return [
    ...unequal('headings of level 1', 1, levels.filter((level) => level === 1).length),
    ...unequal('headings that skip a level', 0, jumps.length),
    ...unequal('the outline', headings.map(({ text }) => bare(text)).join('|'), outline.map(bare).join('|')),
  ]
}

function problemsOfLinks({ links, elements, raw }: ReadPdf): string[] {
  const tagged = everyElement(elements).filter(({ type }) => type === 'Link').length
  return [
    ...unequal('links that are elements too', links.length, tagged),
    ...unequal(
      'links that point back to their element',
      links.length,
      raw.match(/\/StructParent \d/g)?.length ?? 0,
    ),
    ...links.flatMap(({ href, contents }) => [
      ...(/^(https?:|tel:|mailto:|sms:)/.test(href)
        ? []
        : [`expected a full address in a link, got ${JSON.stringify(href)}`]),
      ...(contents.trim() ? [] : [`expected words for the link to ${href}, got none`]),
    ]),
  ]
}

function problemsOfFonts({ raw }: ReadPdf): string[] {
  const names = [...raw.matchAll(/\/BaseFont \/([^\s/]+)/g)].map(([, name = '']) => name)
  const embedded = raw.match(/\/FontFile2 /g)?.length ?? 0
  return [
    ...names
      .filter((name) => !/^[A-Z]{6}\+(AtkinsonHyperlegible-|Andika\b)/.test(name))
      .map((name) => `expected a part of our typeface, got ${name}`),
    // Each font is named twice: as it is written with, and as it is drawn with.
    ...unequal('embedded fonts', names.length / 2, embedded),
    ...unequal('fonts that say what their glyphs mean', embedded, raw.match(/\/ToUnicode /g)?.length ?? 0),
  ]
}

/** Everything drawn is in an element or marked as decoration, and no character lacks its glyph. */
function problemsOfStream(stream: string): string[] {
  let depth = 0
  const problems = new Set<string>()
  for (const line of stream.split('\n')) {
    if (/ (BDC|BMC)$/.test(line)) depth++
    else if (line === 'EMC') depth--
    else if (depth === 0 && /(^|\s)(TJ|Tj|f|f\*|S|s|B|B\*|b|Do)$/.test(line))
      problems.add(`drawn outside the structure: ${line.slice(0, 60)}`)
    if (depth > 1) problems.add('an element is drawn inside another')
    for (const [, hex = ''] of line.matchAll(/<([0-9a-f]+)>/g))
      if (/^(.{4})*0000/.test(hex) && hex.match(/.{4}/g)?.includes('0000'))
        problems.add('a character without a glyph')
  }
  return depth === 0 ? [...problems] : [...problems, `expected every element to end, got ${depth} open`]
}
