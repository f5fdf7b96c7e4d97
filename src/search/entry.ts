/** A page as the search knows it, with the words that people would look for it by. */
import { partsOf, tailOf } from './compound.ts'
import { splitWords } from './fold.ts'
import { createLexicon, type Lexicon, type LexiconWords, toTerm, toTerms } from './lexicon.ts'
import type { SearchWords } from './words.ts'

/** What a page says of itself. */
export interface SearchPage {
  readonly path: string
  readonly title: string
  /** «Barn», «Unge» or «Ansatte» for a page of theirs, since titles repeat; else empty. */
  readonly part: string
  readonly situation: string
  readonly description: string
  readonly searchWords: readonly string[]
  readonly headings: readonly string[]
  readonly body: string
}

/** Everything but the body: little enough to be sent to the browser whole. Texts, so that they can be indexed. */
export interface SearchEntry {
  readonly path: string
  readonly title: string
  readonly part: string
  readonly situation: string
  readonly description: string
  readonly searchWords: string
  readonly headings: string
  /** Parts of compounds and everyday words, put together from the word list. */
  readonly extra: string
}

/** What `/sok/sider.json` holds, and all that the browser needs to answer. */
export interface SearchData {
  readonly entries: readonly SearchEntry[]
  readonly words: LexiconWords
}

/** A page's title as a list of all pages must show it. @example nameOf(page) // 'Når noen dør (unge)' */
export const nameOf = ({ title, part }: Pick<SearchPage, 'title' | 'part'>): string =>
  part ? `${title} (${part.toLowerCase()})` : title

/** Adds to every page what the word list and the site's own compounds say about it. */
export function toEntries(pages: readonly SearchPage[], words: SearchWords): SearchEntry[] {
  const lexicon = createLexicon(words)
  const vocabulary = listWords(pages, lexicon)
  const everyday = words.means.map(({ words, finds }) => ({
    words,
    finds: finds.map((find) => toTerms(find, lexicon).map((term) => term.stem)),
  }))
  return pages.map((page) => {
    const own = words.pages.filter(({ path }) => path === page.path).flatMap((each) => each.words)
    const searchWords = [...page.searchWords, ...own].join(', ')
    const strong = toTerms([page.title, searchWords].join(' '), lexicon)
    const headings = page.headings.join('. ')
    const seen = toTerms([page.title, page.situation, searchWords, headings].join(' '), lexicon)
    const parts = seen.flatMap(({ full }) => splitCompound(full, (stem) => vocabulary.has(stem)))
    const known = new Set([...strong, ...toTerms(parts.join(' '), lexicon)].map(({ stem }) => stem))
    const meant = everyday
      .filter(({ finds }) => finds.some((find) => find.every((stem) => known.has(stem))))
      .flatMap((each) => each.words)
    const { path, title, part, situation, description } = page
    const extra = [...new Set(splitWords([...parts, ...meant].join(' ')))]
      .filter((word) => toTerm(word, lexicon))
      .join(' ')
    return { path, title, part, situation, description, searchWords, headings, extra }
  })
}

function splitCompound(full: string, isWord: (stem: string) => boolean): string[] {
  const parts = partsOf(full, isWord)
  return parts.length > 0 ? parts : [tailOf(full, isWord) ?? []].flat()
}

/** Every stem that stands somewhere on the site. */
function listWords(pages: readonly SearchPage[], lexicon: Lexicon): ReadonlySet<string> {
  const texts = pages.flatMap((page) => [
    page.title,
    page.situation,
    page.description,
    ...page.searchWords,
    ...page.headings,
    page.body,
  ])
  return new Set(toTerms(texts.join(' '), lexicon).map(({ stem }) => stem))
}
