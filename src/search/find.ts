/** Answers a question. The same in the server, which also knows the bodies, and in the browser. */
import MiniSearch, { type SearchResult } from 'minisearch'
import { partsOf } from './compound.ts'
import type { SearchData, SearchEntry } from './entry.ts'
import { createLexicon, type Lexicon, type Term, toTerm, toTerms } from './lexicon.ts'
import { longestQuery } from './query.ts'

/** How much a word weighs by where it stands. */
const weights = { title: 8, searchWords: 6, situation: 3, extra: 4, headings: 2.5, description: 2, body: 1 }

/** Where a beginning of a word is looked for, and where a misspelt word. Elsewhere they would find anything. */
const begins = ['title', 'searchWords', 'situation', 'extra']
const forgives = ['title', 'searchWords']

const mostAnswers = 8

/** What it is worth that the question holds the whole title. */
const wholeTitle = 1.5

/** Most who ask are adults. A child's own words, such as «mamma», stand on the pages for children anyway. */
const youngPart = 0.7

export interface Engine {
  readonly index: MiniSearch
  readonly lexicon: Lexicon
  readonly entries: ReadonlyMap<string, SearchEntry>
}

/** @param bodies the text of each page by its path; none in the browser */
export function createEngine({ entries, words }: SearchData, bodies?: ReadonlyMap<string, string>): Engine {
  const lexicon = createLexicon(words)
  const index = new MiniSearch({
    idField: 'path',
    fields: Object.keys(weights),
    // Folded as well as stemmed: whoever has typed half a word has typed more than its stem.
    processTerm: (word) => {
      const term = toTerm(word, lexicon)
      return term && (term.full === term.stem ? term.full : [term.full, term.stem])
    },
    searchOptions: { tokenize: (term) => [term], processTerm: (term) => term, boost: weights },
  })
  index.addAll(entries.map((entry) => ({ ...entry, body: bodies?.get(entry.path) ?? '' })))
  return { index, lexicon, entries: new Map(entries.map((entry) => [entry.path, entry])) }
}

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
    return (isTitled ? wholeTitle : 1) * (part ? youngPart : 1)
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

/** One term: as it is, else slightly misspelt, else as a compound of what the site knows, else more misspelt. */
function lookUp({ index }: Engine, { full, stem }: Term): SearchResult[] {
  const spellings = [...new Set([full, stem])]
  const begun = {
    queries: [full],
    fields: begins,
    prefix: full.length >= 3,
    weights: { prefix: 0.5, fuzzy: 0 },
  }
  const found = index.search({
    combineWith: 'OR',
    queries: [{ combineWith: 'OR', queries: spellings }, begun],
  })
  if (found.length > 0) return found

  const misspelt = (letters: number) =>
    index.search({
      combineWith: 'OR',
      fields: forgives,
      // A first letter is rarely wrong, and short words are too alike.
      queries: spellings
        .filter((each) => each.length >= 5)
        .map((each) => ({ queries: [each], fuzzy: each.length < 9 ? Math.min(letters, 1) : letters })),
      filter: ({ terms }) => terms.some((term) => term[0] === full[0]),
    })
  const nearly = misspelt(1)
  if (nearly.length > 0) return nearly

  const parts = partsOf(full, (part) => index.search({ queries: [part], fields: begins }).length > 0)
  const compound =
    parts.length > 0 ? index.search({ combineWith: 'AND', queries: parts, fields: begins }) : []
  return compound.length > 0 ? compound : misspelt(2)
}
