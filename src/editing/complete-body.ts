/** A body that somebody is still typing: the paragraphs that cannot be shown yet make way for a word about it. */
import { checkBody } from '#editorial/mdx.ts'

/** A sign that ends a text early is found one at a time; whoever has so many is told of them anyway. */
const rounds = 40

const word = '*Dette avsnittet vises når det er rettet.*'

/**
 * @param gap what stands for such a paragraph
 * @returns a body that is prose
 * @example completeBody('Fint.\n\nOg <') // 'Fint.\n\n*Dette avsnittet vises når det er rettet.*'
 */
export function completeBody(body: string, gap = word): string {
  let lines = body.split('\n')
  for (let round = 0; round < rounds; round++) {
    const problems = checkBody(lines.join('\n'))
    if (problems.length === 0) return lines.join('\n')
    const wrong = new Map(problems.map(({ line }) => paragraphAt(lines, line - 1)))
    // From the end, so that the lines above keep their numbers.
    const before = lines
    lines = [...wrong]
      .sort(([a], [b]) => b - a)
      .reduce((all, [from, until]) => all.toSpliced(from, until - from, gap), lines)
    if (lines.join('\n') === before.join('\n')) return gap
  }
  return gap
}

/** The lines around one, from empty line to empty line. */
function paragraphAt(lines: readonly string[], line: number): [from: number, until: number] {
  const at = Math.min(Math.max(line, 0), lines.length - 1)
  const isOpen = (index: number) => (lines[index] ?? '').trim() !== ''
  let from = at
  let until = at + 1
  while (from > 0 && isOpen(from - 1) && isOpen(from)) from -= 1
  while (until < lines.length && isOpen(until) && isOpen(at)) until += 1
  return [from, until]
}
