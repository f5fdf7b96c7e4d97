/** The index over the pages, and how one term is looked up in it. */
import MiniSearch, { type SearchResult } from 'minisearch'
import { partsOf } from './compound.ts'
import type { SearchData, SearchEntry } from './entry.ts'
import { createLexicon, type Lexicon, type Term, toTerm } from './lexicon.ts'

/** How much a word weighs by where it stands. */
const weights = { title: 8, searchWords: 6, situation: 2, extra: 4, headings: 2.5, description: 2, body: 1 }

/** Where a beginning of a word is looked for, and where a misspelt word. Elsewhere they would find anything. */
const begins = ['title', 'searchWords', 'situation', 'extra']
const forgives = ['title', 'searchWords']

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

/** Each page once, by its best match: the forms of a word say no more together than one of them. */
function bestOf(lists: readonly SearchResult[][]): SearchResult[] {
  const sorted = lists.flat().sort((a, b) => b.score - a.score)
  return [...Map.groupBy(sorted, ({ id }) => id).values()].flatMap(([best]) => best ?? [])
}

/** One term: as it is, else slightly misspelt, else as a compound of what the site knows, else more misspelt. */
export function lookUp({ index }: Engine, { full, stem }: Term): SearchResult[] {
  const spellings = [...new Set([full, stem])]
  const begun = { fields: begins, prefix: full.length >= 3, weights: { prefix: 0.5, fuzzy: 0 } }
  const found = bestOf([...spellings.map((each) => index.search(each)), index.search(full, begun)])
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
