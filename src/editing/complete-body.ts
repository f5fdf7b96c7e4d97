/** A body that somebody is still typing: the paragraphs that cannot be shown yet make way for a word about it. */
import { checkBody } from '#editorial/mdx.ts'

const word = '*Dette avsnittet vises når det er rettet.*'

/**
 * @param gap what stands for such a paragraph
 * @returns a body that is prose
 * @example completeBody('Fint.\n\nOg <') // 'Fint.\n\n*Dette avsnittet vises når det er rettet.*'
 */
export function completeBody(body: string, gap = word): string {
  const lines = body.split('\n')
  // Each round closes at least one paragraph, and there are no more of them than lines.
  for (let round = 0; round <= lines.length; round++) {
    const [problem] = checkBody(lines.join('\n'))
    if (!problem) return lines.join('\n')
    const [from, until] = paragraphAt(lines, Math.min(Math.max(problem.line - 1, 0), lines.length - 1))
    if (lines.slice(from, until).join('\n') === gap) return gap
    lines.splice(from, until - from, gap)
  }
  return gap
}

/** The lines around one, from empty line to empty line. */
function paragraphAt(lines: readonly string[], at: number): [from: number, until: number] {
  const isOpen = (index: number) => (lines[index] ?? '').trim() !== ''
  let from = at
  let until = at + 1
  while (from > 0 && isOpen(from - 1) && isOpen(from)) from -= 1
  while (until < lines.length && isOpen(until) && isOpen(at)) until += 1
  return [from, until]
}
