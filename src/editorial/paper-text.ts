/** What must be right in a text that goes on paper, besides what must be right in every text. */
import type { Problem } from './mdx.ts'
import { findUnknownPlaceholders, placeholderNames } from './placeholders.ts'
import { findUnprintable } from './printable.ts'

/** The folders below `content/` whose texts are put on paper. */
const folders = /^(attachments|course-folder|flyers)\//

/** @param path below `content/` */
export const isForPaper = (path: string): boolean => folders.test(path)

/**
 * @param path below `content/`
 * @returns the problems, in Norwegian; nothing for texts that stay on the screen
 */
export function checkPaperText(path: string, text: string): Problem[] {
  if (!isForPaper(path)) return []
  const names = placeholderNames.map((name) => `[${name}]`).join(', ')
  const rows = text.split('\n').flatMap((row, index) => {
    const line = index + 1
    const unknown = isList(row) ? [] : findUnknownPlaceholders(row)
    return [
      ...unknown.map((name) => ({
        line,
        message: `[${name}] blir ikke fylt ut. Bruk ett av ${names}, eller ta bort klammene`,
      })),
      ...findUnprintable(row).map((character) => ({
        line,
        message: `Tegnet ${character} kan ikke skrives på papir. Ta det bort, eller skriv det med andre tegn`,
      })),
    ]
  })
  return [...rows, ...(path.endsWith('.mdx') ? checkBlocks(text) : [])]
}

/** Blocks that a screen can show, and paper cannot: the build would stop at them. */
const checkBlocks = (text: string): Problem[] =>
  [...text.matchAll(/<\s*(Contact|Film)\b/g)].map(({ index, 1: name }) => ({
    line: text.slice(0, index).split('\n').length,
    message: `<${name}> kan ikke stå på papir. ${name === 'Film' ? 'Skriv hvor filmen ligger' : 'Skriv navnet, og [telefon] der nummeret skal stå'}`,
  }))

/** A field of several values in YAML: `audience: [adults, staff]`. */
const isList = (row: string) => /^[\s-]*\w[\w-]*:\s*\[/.test(row)
