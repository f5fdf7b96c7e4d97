/**
 * Signs that nobody can see: those that steer machines and that no XML may hold, halves of signs, and those that turn
 * the order of letters and digits around, so that another number is read than is called.
 */
import type { Problem } from './mdx.ts'

const sign = /[^\P{Cc}\n\r\t]|[\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF]|\p{Cs}/u

/** @example hasUnseen('Ring \u202E62 00 00 00') // true */
export const hasUnseen = (text: string): boolean => sign.test(text)

/** What an editor is told. */
export const unseen = 'Teksten inneholder et tegn som ikke kan vises. Skriv den inn på nytt, uten å lime inn'

/** Every line that has one. */
export const findUnseen = (text: string): Problem[] =>
  text.split('\n').flatMap((row, index) => (hasUnseen(row) ? [{ line: index + 1, message: unseen }] : []))
