/** The colours of a flyer: those of src/styles/themes in daylight, which a test compares. */
import type { Municipality } from '#editorial/municipality.ts'

export interface Colours {
  /** Behind the sender, and the text on it. */
  readonly base: string
  readonly onBase: string
  /** Of headings. */
  readonly strong: string
  /** Behind the code. */
  readonly tint: string
}

export const colours: Readonly<Record<Municipality['theme'], Colours>> = {
  skog: { base: '#0d7a5f', onBase: '#fff', strong: '#053227', tint: '#edf5f3' },
  fjord: { base: '#0062ba', onBase: '#fff', strong: '#002c54', tint: '#eef4fa' },
  lyng: { base: '#5b3fa0', onBase: '#fff', strong: '#312256', tint: '#f4f3f9' },
}
