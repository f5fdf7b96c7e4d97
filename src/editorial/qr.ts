/** A QR code as one path, for pages, PDF and pictures: a stroke for each run of dark modules in a row. */
import { encode } from 'uqr'

/** Light modules that readers need around the code: ISO/IEC 18004 asks for four. */
const quiet = 4

/** `path` is for a square of `size` × `size`, with the quiet zone, stroked with a width of 1. */
export function qrPath(text: string): { path: string; size: number } {
  // M still reads with a seventh of it smudged.
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data
    .map((row, y) => {
      let x = 0
      const strokes = [...row.map(Number).join('').matchAll(/1+/g)].map(({ 0: run, index }) => {
        const gap = index - x
        x = index + run.length
        return `${gap > 0 ? `m${gap} 0` : ''}h${run.length}`
      })
      return `M${quiet} ${y + quiet + 0.5}${strokes.join('')}`
    })
    .join('')
  return { path, size: size + 2 * quiet }
}
