/** The files that there are of each flyer. */
import type { FlyerSheet } from '#editorial/flyer-sheet.ts'
import { flyerPicture } from '../picture/flyer-picture.ts'
import { flyerPdf } from './draw.ts'

const drawn = {
  'a4.pdf': (sheet) => flyerPdf(sheet, 'A4'),
  'a5.pdf': (sheet) => flyerPdf(sheet, 'A5'),
  'a3.pdf': (sheet) => flyerPdf(sheet, 'A3'),
  'kvadrat.png': (sheet) => flyerPicture(sheet, 'kvadrat'),
  'bred.png': (sheet) => flyerPicture(sheet, 'bred'),
} as const satisfies Record<string, (sheet: FlyerSheet) => Promise<Uint8Array>>

export type FlyerFile = keyof typeof drawn
export const flyerFiles = Object.keys(drawn) as FlyerFile[]

export const isFlyerFile = (name: string | null): name is FlyerFile =>
  flyerFiles.some((file) => file === name)

/** @example await drawFile(sheet, 'a4.pdf') */
export const drawFile = (sheet: FlyerSheet, file: FlyerFile): Promise<Uint8Array> => drawn[file](sheet)
