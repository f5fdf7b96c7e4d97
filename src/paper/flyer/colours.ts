/** The colours of a flyer: those of src/styles/themes in daylight, which a test compares; and the sun that rises on it. */
import type { Municipality } from '#editorial/municipality.ts'

export interface Colours {
  /** Behind the sender, and the text on it. */
  readonly base: string
  readonly onBase: string
  /** Of headings. */
  readonly strong: string
  /** Behind the code. */
  readonly tint: string
  /** A shade of the base for each ring, the outermost first: all darker, so that text on them is read as easily. */
  readonly sun: readonly string[]
}

export const colours: Readonly<Record<Municipality['theme'], Colours>> = {
  skog: {
    base: '#0d7a5f',
    onBase: '#fff',
    strong: '#053227',
    tint: '#edf5f3',
    sun: ['#0b7058', '#0a6650', '#085b48'],
  },
  fjord: {
    base: '#0062ba',
    onBase: '#fff',
    strong: '#002c54',
    tint: '#eef4fa',
    sun: ['#005aac', '#00529c', '#004a8d'],
  },
  lyng: {
    base: '#5b3fa0',
    onBase: '#fff',
    strong: '#312256',
    tint: '#f4f3f9',
    sun: ['#533a94', '#4b3488', '#442f7c'],
  },
}

/** Where on the width of a flyer the sun rises. */
export const sunAt = 0.84

/** Its rings. The radius is in parts of the width. */
export const sunOf = (sun: Colours['sun']): { radius: number; colour: string }[] =>
  sun.map((colour, index) => ({ radius: 0.36 - index * 0.1, colour }))
