/**
 * Reads the files of a content folder before they are drawn: MDX may hold code, which is no text; YAML makes another day
 * of one that does not exist; a sign that nobody sees breaks the files that are made of it. A problem stops the build and says which file, which line and what an editor does.
 */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { checkPage, type Problem } from '#editorial/mdx.ts'
import { checkPaperText } from '#editorial/paper-text.ts'
import { findUnseen } from '#editorial/unseen.ts'
import { oncePerFile } from '#texts/once-per-file.ts'
import { checkValues } from './yaml-values.ts'

/** A problem in a file. `file` is its path below the content folder. */
export type ContentProblem = Problem & { readonly file: string }

/**
 * Reads every page and every file of fields below `contentFolder`.
 *
 * @returns all problems of all files, in the order of their names; nothing when all is well
 */
export async function checkContent(contentFolder: string): Promise<ContentProblem[]> {
  const files: string[] = []
  for await (const file of glob('**/*.{mdx,yaml}', { cwd: contentFolder })) files.push(file)
  const problems = files.map(async (file) =>
    checkFile(file, await readFile(join(contentFolder, file), 'utf8')),
  )
  return (await Promise.all(problems)).flat().sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

const checkFile = oncePerFile((file, text): readonly ContentProblem[] => {
  const unseen = findUnseen(text)
  if (unseen.length > 0) return unseen.map((each) => ({ file, ...each }))
  const values = checkValues(text).map(({ line, field, message }) => ({
    line,
    message: `${field.join('.')}: ${message}`,
  }))
  const prose = file.endsWith('.mdx') ? checkPage(text) : []
  return [...values, ...prose, ...checkPaperText(file, text)].map((each) => ({ file, ...each }))
})

/** @throws with all problems of all files, in Norwegian */
export async function expectContent(contentFolder: string): Promise<void> {
  const problems = await checkContent(contentFolder)
  const lines = problems.map((each) => `  ${each.file}:${each.line}: ${each.message}`)
  if (lines.length > 0) throw new Error(`Innholdet kan ikke publiseres:\n${lines.join('\n')}`)
}

/** The same as a part of a build for a serverless host: `integrations: [contentCheck('/srv/content')]`. */
export default function contentCheck(contentFolder: string): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'preview') await expectContent(contentFolder)
      },
    },
  }
}
