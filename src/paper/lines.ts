/** Breaks a text into lines, for the PDF and for pictures alike. */
import { type Piece, piecesOf, printable, type Weight, widthOf } from './typeface.ts'

/** A stretch of text with one look. A line break in it is `\n`. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** Where it leads: a full address, `tel:` or `mailto:`. */
  readonly href?: string
}

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

interface Word {
  readonly parts: readonly { text: string; weight: Weight; href: string | undefined }[]
  readonly endsLine: boolean
}

/**
 * Fills lines one after another. A word that is wider than a line is broken where the line ends.
 *
 * @param width and `size` in the same unit
 * @example breakLines('Du er ikke alene.', 60, 12).length // 2
 */
export function breakLines(text: string | readonly Span[], width: number, size: number): Line[] {
  const words = wordsOf(typeof text === 'string' ? [{ text }] : text)
  const lines: Line[] = []
  let current: Word['parts'][number][] = []
  const widthOfParts = (parts: Word['parts'], trimmed = false) =>
    parts.reduce(
      (sum, part, index) =>
        sum +
        widthOf(trimmed && index === parts.length - 1 ? part.text.trimEnd() : part.text, part.weight, size),
      0,
    )
  const finish = () => {
    lines.push(toLine(current, size))
    current = []
  }
  for (const { parts, endsLine } of words) {
    if (current.length > 0 && widthOfParts(current) + widthOfParts(parts, true) > width) finish()
    for (const part of parts) {
      let rest = part.text
      while (widthOfParts([...current, { ...part, text: rest }], true) > width && [...rest].length > 1) {
        const fits = fitting(rest, (text) => widthOfParts([...current, { ...part, text }]) <= width)
        current.push({ ...part, text: fits })
        rest = rest.slice(fits.length)
        finish()
      }
      if (rest) current.push({ ...part, text: rest })
    }
    if (endsLine) finish()
  }
  if (current.length > 0) finish()
  return lines
}

/** As many characters as fit, and always one. */
function fitting(text: string, fits: (text: string) => boolean): string {
  const characters = [...text]
  let count = 1
  while (count < characters.length && fits(characters.slice(0, count + 1).join(''))) count++
  return characters.slice(0, count).join('')
}

/** Words with the space after them; `og/eller` and `korttids-opphold` may be divided after the sign. */
function wordsOf(spans: readonly Span[]): Word[] {
  const words: { parts: Word['parts'][number][]; endsLine: boolean }[] = []
  let open = false
  for (const span of spans) {
    const weight = weightOf(span)
    for (const [text, broken] of printable(span.text).matchAll(/[^ \n/-]*(?:[/-]+(?! )|[ ]+|(\n)|$)/g)) {
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

function toLine(parts: Word['parts'], size: number): Line {
  const runs: { x: number; width: number; pieces: Piece[]; href?: string }[] = []
  let x = 0
  let key = ''
  for (const { text, weight, href } of parts) {
    const pieces = piecesOf(text, weight)
    const width = widthOf(text, weight, size)
    const last = runs.at(-1)
    const ownKey = `${weight} ${href ?? ''}`
    if (last && key === ownKey) {
      last.pieces = join([...last.pieces, ...pieces])
      last.width += width
    } else runs.push({ x, width, pieces, ...(href && { href }) })
    key = ownKey
    x += width
  }
  const end = parts.at(-1)
  const spaceAtEnd = end
    ? widthOf(end.text, end.weight, size) - widthOf(end.text.trimEnd(), end.weight, size)
    : 0
  return { width: x - spaceAtEnd, runs }
}

/** Neighbours that the same file writes are one piece, so that letters are set close to each other. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: { text: string; face: Piece['face'] }[] = []
  for (const { text, face } of pieces) {
    const last = joined.at(-1)
    if (last?.face === face) last.text += text
    else joined.push({ text, face })
  }
  return joined
}
