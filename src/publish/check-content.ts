/** The texts of a content folder, checked before anything is compiled: MDX is code, and a build would run it. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPage, type Problem } from '#editorial/mdx.ts'

/** A problem in a file. `file` is its path below the content folder. */
export type ContentProblem = Problem & { readonly file: string }

/**
 * Reads every page below `contentFolder`.
 *
 * @returns all problems of all files, in the order of their names; nothing when all is well
 */
export async function checkContent(contentFolder: string): Promise<ContentProblem[]> {
  const files = (await Array.fromAsync(glob('**/*.mdx', { cwd: contentFolder }))).sort()
  const problems = await Promise.all(
    files.map(async (file) => {
      const found = checkPage(await readFile(join(contentFolder, file), 'utf8'))
      return found.map((each) => ({ file, ...each }))
    }),
  )
  return problems.flat()
}

/** Stops a build. One line for each problem: file, line and what an editor does about it. */
export class ContentError extends Error {
  constructor(problems: readonly ContentProblem[]) {
    const lines = problems.map((each) => `  ${each.file}:${each.line}: ${each.message}`)
    super(`Innholdet kan ikke publiseres:\n${lines.join('\n')}`)
    this.name = 'ContentError'
  }
}
