/** The files that there are of a flyer. */
import { type FlyerSlug, papersOf } from '#editorial/flyer.ts'
import type { FlyerSheet } from '#editorial/flyer-sheet.ts'
import { flyerPicture } from '../picture/flyer-picture.ts'
import { flyerPdf } from './draw.ts'

const papers = {
  A4: 'a4.pdf',
  A5: 'a5.pdf',
  A3: 'a3.pdf',
} as const

const drawn = {
  'a4.pdf': (sheet) => flyerPdf(sheet, 'A4'),
  'a5.pdf': (sheet) => flyerPdf(sheet, 'A5'),
  'a3.pdf': (sheet) => flyerPdf(sheet, 'A3'),
  'kvadrat.png': (sheet) => flyerPicture(sheet, 'kvadrat'),
  'bred.png': (sheet) => flyerPicture(sheet, 'bred'),
} as const satisfies Record<string, (sheet: FlyerSheet) => Promise<Uint8Array>>

export type FlyerFile = keyof typeof drawn

export const filesOf = (slug: FlyerSlug): readonly FlyerFile[] => [
  ...papersOf(slug).map((paper) => papers[paper]),
  'kvadrat.png',
  'bred.png',
]

/** The file of a flyer with that name; nothing for another word, and for a paper that it is not made for. */
export const findFile = (slug: FlyerSlug, name: string | null): FlyerFile | undefined =>
  filesOf(slug).find((file) => file === name)

/** @example await drawFile(sheet, 'a4.pdf') */
export const drawFile = (sheet: FlyerSheet, file: FlyerFile): Promise<Uint8Array> => drawn[file](sheet)
