/** A sheet as a document to change in a word processor. */
import type { Sheet } from './sheet.ts'

/** The same sheet always gives the same bytes. */
export async function sheetDocx(sheet: Sheet): Promise<Uint8Array> {
  throw new Error(`expected a writer of DOCX, got none yet for ${sheet.title}`)
}
