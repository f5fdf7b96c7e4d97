/**
 * Atkinson Hyperlegible (Braille Institute, SIL Open Font License 1.1), which everything on paper is set in. It comes
 * as two files for each weight: the letters of western Europe, and the others of the Latin alphabet. Two Sámi letters
 * that it lacks are written in Andika (SIL International, same licence), which was drawn for those who learn to read.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { inAndika } from '#editorial/printable.ts'
import { unpackWoff } from './woff.ts'

export type Weight = 'regular' | 'bold' | 'italic' | 'boldItalic'
export type FaceName = Weight | `${Weight}Extended` | `${Weight}Sami`

/** A stretch of text that one file can write. */
export interface Piece {
  readonly text: string
  readonly face: FaceName
}

const files: Readonly<Record<Weight, string>> = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
  boldItalic: '700-italic',
}

/** In parts of the size of the type, the same for every face. */
export const ascent = 0.95

const { resolve } = createRequire(import.meta.url)
const opened = new Map<FaceName, Font>()

/** A file of the typeface, read once. WOFF and not WOFF2, whose glyphs are not those of TrueType. */
export function getFace(name: FaceName): Font {
  let face = opened.get(name)
  if (!face) {
    const [, weight, subset] = /^(.+?)(Extended|Sami)?$/.exec(name) as unknown as [string, Weight, string?]
    const family = subset === 'Sami' ? 'andika' : 'atkinson-hyperlegible'
    const file = `${family}-${subset ? 'latin-ext' : 'latin'}-${files[weight]}.woff`
    const woff = readFileSync(resolve(`@fontsource/${family}/files/${file}`))
    face = remembering(create(unpackWoff(woff)) as Font)
    opened.set(name, face)
  }
  return face
}

/** The same words come again in every document. pdfkit scales what it gets to 1000 units, so only once for others. */
function remembering(face: Font): Font {
  if (face.unitsPerEm !== 1000) return face
  const layout = face.layout.bind(face)
  const known = new Map<string, ReturnType<Font['layout']>>()
  face.layout = (text, ...more) => {
    const found = more.some(Boolean) ? undefined : known.get(text)
    if (found) return found
    const run = layout(text, ...more)
    if (!more.some(Boolean)) known.set(text, run)
    return run
  }
  return face
}

/** Which file has the character, if any. */
function faceOf(character: string, weight: Weight): FaceName | undefined {
  if (inAndika.test(character)) return `${weight}Sami`
  const code = character.codePointAt(0) ?? 0
  return ([weight, `${weight}Extended`] as const).find((name) => getFace(name).hasGlyphForCodePoint(code))
}

/**
 * Divides a text, which must be printable, by the file that writes it.
 *
 * @example piecesOf('Kárášjohka', 'bold').length // 3
 */
export function piecesOf(text: string, weight: Weight): Piece[] {
  const pieces: { text: string; face: FaceName }[] = []
  for (const character of text) {
    const face = faceOf(character, weight) ?? weight
    const last = pieces.at(-1)
    if (last?.face === face) last.text += character
    else pieces.push({ text: character, face })
  }
  return pieces
}

/** The width of a printable text, in the unit of `size`. */
export const widthOf = (text: string, weight: Weight, size: number): number =>
  piecesOf(text, weight).reduce((sum, { text: part, face }) => sum + advanceOf(part, face), 0) * size

/** Word by word, as the PDF is written, so that both measure the same. */
function advanceOf(text: string, face: FaceName): number {
  const font = getFace(face)
  let sum = 0
  for (const [word] of text.matchAll(/[^ ]+ ?| /g)) sum += font.layout(word).advanceWidth / font.unitsPerEm
  return sum
}
