/** From an address to the file of src/pages/ that answers it, as Astro's router has it. */

export type Params = Readonly<Record<string, string | undefined>>

interface Route {
  /** Below `src/pages/`. */
  readonly file: string
  readonly params: Params
}

/**
 * @param files below `src/pages/`
 * @param path with both strokes
 * @returns those that fit, the nearest first: one that is built may turn out not to have the address
 * @example listRoutes(['kafe/[slug].astro'], '/kafe/etter-pa/') // [{ file: 'kafe/[slug].astro', params: { slug: 'etter-pa' } }]
 */
export function listRoutes(files: readonly string[], path: string): Route[] {
  return [...files].sort(byWeight).flatMap((file) => {
    const found = patternOf(file).exec(path)
    if (!found) return []
    const params = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      value?.replace(/\/$/, ''),
    ])
    return [{ file, params: Object.fromEntries(params) }]
  })
}

function patternOf(file: string): RegExp {
  const parts = file
    .replace(/\.astro$/, '')
    .replace(/(^|\/)index$/, '')
    .split('/')
    .filter(Boolean)
  const pattern = parts.map((part) =>
    part.startsWith('[...')
      ? `(?<${part.slice(4, -1)}>.+?/)?`
      : part.startsWith('[')
        ? `(?<${part.slice(1, -1)}>[^/]+/)`
        : `${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/`,
  )
  return new RegExp(`^/${pattern.join('')}$`)
}

/** What is written out comes before what is open, and that before what may be of any length. */
function byWeight(one: string, other: string): number {
  const [a, b] = [one, other].map((file) =>
    file.split('/').map((part) => (part.startsWith('[...') ? 2 : part.startsWith('[') ? 1 : 0)),
  ) as [number[], number[]]
  const at = Array.from({ length: Math.max(a.length, b.length) }).findIndex(
    (_, index) => a[index] !== b[index],
  )
  return at < 0 ? 0 : (a[at] ?? 3) - (b[at] ?? 3)
}
