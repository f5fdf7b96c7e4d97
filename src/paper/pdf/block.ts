/** What a page is filled with. A block becomes strips, and strips are placed from the top of a page to its bottom. */
import type { Document } from './document.ts'
import type { Tag } from './tag.ts'

/** What a block is drawn with. Lengths are points, 1/72 inch. */
export interface Setting {
  readonly doc: Document
  readonly parent: Tag
  readonly width: number
  /** Of running text. */
  readonly size: number
  readonly colour: string
  /** Gets everything that is written, for the id of the file. */
  readonly note: (written: string) => void
  /** Puts a heading that is about to be drawn in the outline of the file. */
  readonly outline: (level: number, title: string) => void
}

/** What is never divided: a line of text, a row of a table. */
export interface Strip {
  readonly height: number
  /** Above it, unless it is the first on its page. */
  readonly space?: number
  /** Stays on the page of the next strip: a heading, the first line of a paragraph. */
  readonly glued?: boolean
  /** Drawn once more above it where it is the first on a page: the headings of a table. */
  readonly below?: Strip
  draw(x: number, y: number): void
}

export type Block = (setting: Setting) => readonly Strip[]

/** The strips of several blocks, one below the other. */
export const stack = (blocks: readonly Block[], setting: Setting): Strip[] =>
  blocks.flatMap((block) => block(setting))

export const heightOf = (strips: readonly Strip[]): number =>
  strips.reduce((sum, { height, space = 0 }, index) => sum + height + (index > 0 ? space : 0), 0)
