/** Answers a question. The same in the server, which also knows the bodies, and in the browser. */
import type { SearchResult } from 'minisearch'
import { type Engine, lookUp } from './engine.ts'
import type { SearchEntry } from './entry.ts'
import { toTerms } from './lexicon.ts'
import { longestQuery } from './query.ts'

const mostAnswers = 8

/** What it is worth that the question holds the whole title. */
const wholeTitle = 1.5

/** Most who ask are relatives and grown-up. What a child or an employee asks for is on their own pages anyway. */
const otherPart = 0.6

/**
 * The pages that answer a question, best first; none rather than silly ones.
 *
 * @example find(engine, 'kven kan hjelpe meg me kaffe') // [the page of the café, …]
 */
export function find(engine: Engine, query: string): SearchEntry[] {
  const asked = toTerms(query.slice(0, longestQuery), engine.lexicon)
  const answers = asked.map((term) => lookUp(engine, term))
  const known = answers.filter((results) => results.length > 0)
  if (known.length === 0 || isForeign(asked.length, known)) return []

  const found = new Map<string, { score: number; terms: number; strong: number }>()
  for (const result of known.flatMap(evenOut)) {
    const page = found.get(result.id) ?? { score: 0, terms: 0, strong: 0 }
    const isStrong = Object.values(result.match)
      .flat()
      .some((field) => field !== 'body' && field !== 'description')
    found.set(result.id, {
      score: page.score + result.score,
      terms: page.terms + 1,
      strong: page.strong + Number(isStrong),
    })
  }
  const stems = new Set(asked.map(({ stem }) => stem))
  const worthOf = (path: string) => {
    const { title = '', part } = engine.entries.get(path) ?? {}
    const isTitled = toTerms(title, engine.lexicon).every(({ stem }) => stems.has(stem))
    return (isTitled ? wholeTitle : 1) * (part ? otherPart : 1)
  }
  const ranked = [...found]
    .filter(([, { terms, strong }]) => (strong > 0 ? terms * 2 >= known.length : terms === asked.length))
    .map(([path, { score, terms }]) => ({
      path,
      score: score * (terms / known.length) * worthOf(path),
    }))
    .sort((a, b) => b.score - a.score || a.path.localeCompare(b.path))
  const least = (ranked[0]?.score ?? 0) / 5
  return ranked
    .filter(({ score }) => score >= least)
    .slice(0, mostAnswers)
    .flatMap(({ path }) => engine.entries.get(path) ?? [])
}

/**
 * Whether the site cannot answer: it does not know most of the question, or it knows half of it and no page is
 * called by that half.
 */
function isForeign(asked: number, known: SearchResult[][]): boolean {
  if (known.length * 2 !== asked) return known.length * 2 < asked
  return !known.some((results) => results.some(({ match }) => Object.values(match).flat().includes('title')))
}

/** The best page for a term counts one, more for a rare term: no word outweighs the others by being written often. */
function evenOut(results: SearchResult[]): SearchResult[] {
  const best = results[0]?.score ?? 1
  const rarity = 1 / (1 + Math.log(results.length))
  return results.map((result) => ({ ...result, score: (result.score / best) * (0.5 + rarity) }))
}
