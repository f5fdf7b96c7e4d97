/** What must be right in a text that goes on paper, besides what must be right in every text. */
import type { Problem } from './mdx.ts'
import { findUnknownPlaceholders, placeholderNames } from './placeholders.ts'
import { findUnprintable } from './printable.ts'

/** The folders below `content/` whose texts are put on paper. */
const folders = /^(attachments|course-folder|flyers)\//

/**
 * @param path below `content/`
 * @returns one problem for each line that has one, in Norwegian; nothing for texts that stay on the screen
 */
export function checkPaperText(path: string, text: string): Problem[] {
  if (!folders.test(path)) return []
  const names = placeholderNames.map((name) => `[${name}]`).join(', ')
  return text.split('\n').flatMap((row, index) => {
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
}

/** A field of several values in YAML: `audience: [adults, staff]`. */
const isList = (row: string) => /^[\s-]*[\w-]+:\s*\[/.test(row)
