/** Writes a small file so that nobody, and no power cut or full disk, ever finds half of it. */
import { rename, rm, writeFile } from 'node:fs/promises'

/** @param beside in the same folder, and of no other process */
export async function writeWhole(
  file: string,
  text: string,
  beside = `${file}.${process.pid}`,
): Promise<void> {
  try {
    await writeFile(beside, text, { flush: true })
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
