/** Breaks a text into lines, for the PDF and for pictures alike. */
import { printable } from '#editorial/printable.ts'
import { type Piece, piecesOf, type Weight, widthOf } from './typeface.ts'

/** A stretch of text with one look. A line break in it is `\n`. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** Where it leads: a full address, `tel:` or `mailto:`. */
  readonly href?: string
}

export type Text = string | readonly Span[]

/** A part of a line, at `x` from its beginning. */
export interface Run {
  readonly x: number
  readonly width: number
  readonly pieces: readonly Piece[]
  readonly href?: string
}

export interface Line {
  /** Without the space that it ends with. */
  readonly width: number
  readonly runs: readonly Run[]
}

interface Part {
  readonly text: string
  readonly weight: Weight
  readonly href: string | undefined
}

/** What is not divided, unless it is wider than a line. */
interface Word {
  readonly parts: Part[]
  endsLine: boolean
}

/**
 * Fills lines one after another. A word that is wider than a line is broken where the line ends.
 *
 * @param width and `size` in the same unit
 * @example breakLines('Du er ikke alene.', 60, 12).length // 2
 */
export function breakLines(text: Text, width: number, size: number): Line[] {
  const lines: Line[] = []
  let current: Part[] = []
  let used = 0
  const add = (part: Part) => {
    current.push(part)
    used += widthOf(part.text, part.weight, size)
  }
  const finish = () => {
    lines.push(toLine(current, size))
    current = []
    used = 0
  }
  for (const { parts, endsLine } of wordsOf(typeof text === 'string' ? [{ text }] : text)) {
    if (used > 0 && used + shownWidth(parts, size) > width) finish()
    for (const part of parts) {
      let rest = part
      while (used + shownWidth([rest], size) > width && rest.text.length > 1) {
        const fits = fitting(rest, width - used, size)
        add({ ...rest, text: fits })
        rest = { ...rest, text: rest.text.slice(fits.length) }
        finish()
      }
      if (rest.text) add(rest)
    }
    if (endsLine) finish()
  }
  if (current.length > 0) finish()
  return lines
}

/** Without the space at the end, which may stand outside the margin. */
const shownWidth = (parts: readonly Part[], size: number) =>
  parts.reduce(
    (sum, { text, weight }, index) =>
      sum + widthOf(index === parts.length - 1 ? text.trimEnd() : text, weight, size),
    0,
  )

/** As many characters as there is room for, and always one. */
function fitting({ text, weight }: Part, room: number, size: number): string {
  const characters = [...text]
  let count = 1
  while (count < characters.length && widthOf(characters.slice(0, count + 1).join(''), weight, size) <= room)
    count++
  return characters.slice(0, count).join('')
}

/**
 * As few lines as breakLines() makes, in the narrowest width that holds them: a heading does not end in one short word.
 *
 * @param width and `size` in the same unit
 */
export function balanceLines(text: Text, width: number, size: number): Line[] {
  let lines = breakLines(text, width, size)
  for (let narrow = width - size / 2; narrow > width / 2; narrow -= size / 2) {
    const tried = breakLines(text, narrow, size)
    if (tried.length > lines.length) break
    lines = tried
  }
  return lines
}

/** Of a line, below which a last one looks lost. */
const lost = 0.14

/** Where a last line is seen beside the others. */
const manyLines = 12

/** As many lines as breakLines() makes, but the last is no lonely word: then the others are a little shorter. */
export function evenLines(text: Text, width: number, size: number): Line[] {
  const lines = breakLines(text, width, size)
  const isLost = (tried: readonly Line[]) => (tried.at(-1)?.width ?? width) < width * lost
  if (lines.length < 2 || lines.length > manyLines || !isLost(lines)) return lines
  for (let narrow = width - size / 2; narrow > width * 0.8; narrow -= size / 2) {
    const tried = breakLines(text, narrow, size)
    if (tried.length > lines.length) break
    if (!isLost(tried)) return tried
  }
  return lines
}

/** Where no line ends, though there is a space or a hyphen: `§ 3-6`, `116 111`, `kl. 18.00`, `25. januar`, `e-post`. */
const held =
  /(?<=§|\d|\bkl\.) (?=\d)|(?<=\d\.) (?=jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)|-(?=\d)|(?<=(?<!\p{L})\p{L})-/u

/** For a program that breaks lines by itself: a space where none ends is one that does not break. */
export const holdSpaces = (text: string): string =>
  text.replace(new RegExp(held, 'gu'), (sign) => (sign === ' ' ? '\u00a0' : sign))

/** A word without end is measured part by part: measured whole at each line, a page of it would take an hour. */
const wordOrPart = new RegExp(
  `(?:[^ \n/-]|${held.source}){0,200}(?:[/-]+[ ]*|[ ]+|(\n)|$|(?=[^ \n/-]))`,
  'gu',
)

/** Words with the space after them; `og/eller` and `korttids-opphold` may be divided after the sign. */
function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = []
  let open = false
  for (const span of spans) {
    const weight = weightOf(span)
    for (const [text, broken] of printable(span.text).matchAll(wordOrPart)) {
      if (text === '') continue
      const part = { text: text.replace('\n', ''), weight, href: span.href }
      const last = words.at(-1)
      if (open && last) last.parts.push(part)
      else words.push({ parts: [part], endsLine: false })
      const word = words.at(-1)
      if (broken && word) word.endsLine = true
      open = !/[ \n/-]$/.test(text)
    }
  }
  return words
}

const weightOf = ({ bold, italic }: Span): Weight =>
  bold && italic ? 'boldItalic' : bold ? 'bold' : italic ? 'italic' : 'regular'

/** Neighbours with the same look are one run, so that letters are set close to each other. */
function toLine(parts: readonly Part[], size: number): Line {
  const looks: { text: string; weight: Weight; href: string | undefined }[] = []
  for (const part of parts) {
    const last = looks.at(-1)
    if (last?.weight === part.weight && last.href === part.href) last.text += part.text
    else looks.push({ ...part })
  }
  let x = 0
  const runs = looks.map(({ text, weight, href }): Run => {
    const run = {
      x,
      width: widthOf(text, weight, size),
      pieces: piecesOf(text, weight),
      ...(href && { href }),
    }
    x += run.width
    return run
  })
  return { width: shownWidth(parts, size), runs }
}
