/** The golden list: what people type, and the pages of which one must be among the first three. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface Golden {
  readonly query: string
  /** None: no page may be found. */
  readonly pages: readonly string[]
}

type Group = Readonly<Record<string, readonly string[]>> | readonly string[]

export const golden: readonly Golden[] = Object.values(
  parse(readFileSync('tests/search/golden.yaml', 'utf8')) as Record<string, Group>,
).flatMap((group): Golden[] =>
  isList(group)
    ? group.map((query) => ({ query, pages: [] }))
    : Object.entries(group).map(([query, pages]) => ({ query, pages })),
)

function isList(group: Group): group is readonly string[] {
  return Array.isArray(group)
}

export interface Score {
  /** From 0 to 1. */
  readonly share: number
  /** `query → what was found instead`. */
  readonly missed: readonly string[]
}

/** Asks everything on the list. `ask` gives the paths that were found, best first. */
export async function score(ask: (query: string) => Promise<readonly string[]>): Promise<Score> {
  const missed: string[] = []
  for (const { query, pages } of golden) {
    const found = (await ask(query)).slice(0, 3)
    const right = pages.length === 0 ? found.length === 0 : found.some((path) => pages.includes(path))
    if (!right) missed.push(`${query} → ${found.join(' ') || 'nothing'}`)
  }
  return { share: 1 - missed.length / golden.length, missed }
}
