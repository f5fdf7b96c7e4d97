/** What a page of MDX says, without its marks: headings for themselves, for they weigh more. */

const marks: readonly (readonly [RegExp, string])[] = [
  // A block of ours: its title is text, its other attributes are not.
  [/<[A-Z]\w*[^>]*?\btitle="([^"]*)"[^>]*>/g, '\n## $1\n'],
  [/<\/?[A-Z][^>]*>/g, ' '],
  [/\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/[*_`|>]+/g, ' '],
]

interface PlainText {
  readonly headings: string[]
  readonly body: string
}

/** @example readMdx('## Fristen\nDu har **tre** uker.') // { headings: ['Fristen'], body: 'Du har tre uker.' } */
export function readMdx(mdx: string): PlainText {
  let text = mdx
  for (const [from, to] of marks) text = text.replace(from, to)
  const lines = text.split('\n')
  const isHeading = (line: string) => /^#+\s/.test(line)
  const squeeze = (line: string) => line.replace(/\s+/g, ' ').trim()
  return {
    headings: lines.filter(isHeading).map((line) => squeeze(line.replace(/^#+/, ''))),
    body: squeeze(lines.filter((line) => !isHeading(line)).join(' ')),
  }
}
