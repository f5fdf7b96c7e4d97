/** The pages from A to Å, as at the back of a book: every title, and words that lead to a title. */
import { nameOf, type SearchPage } from './entry.ts'

export interface RegisterLine {
  readonly text: string
  readonly href: string
  /** The title of the page, for a word that is not the title itself. */
  readonly title?: string
}

export interface RegisterLetter {
  readonly letter: string
  readonly lines: readonly RegisterLine[]
}

const collator = new Intl.Collator('nb')
const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1)
const startsAlike = (a: string, b: string) => a.toLocaleLowerCase('nb').startsWith(b.toLocaleLowerCase('nb'))

/**
 * @param wordsEach how many search words of a page are listed, the first ones; an editor puts the best first
 * @returns letters in the Norwegian order, where Å comes last
 */
export function toRegister(pages: readonly SearchPage[], wordsEach: number): RegisterLetter[] {
  const lines = pages.flatMap((page): RegisterLine[] => {
    const { path: href, searchWords } = page
    const title = nameOf(page)
    return [
      { text: title, href },
      ...searchWords
        .filter((word) => !startsAlike(title, word))
        .slice(0, wordsEach)
        .map((word) => ({ text: capitalised(word), href, title })),
    ]
  })
  const sorted = lines.sort((a, b) => collator.compare(a.text, b.text) || collator.compare(a.href, b.href))
  return [...Map.groupBy(sorted, ({ text }) => text.charAt(0).toLocaleUpperCase('nb'))].map(
    ([letter, lines]) => ({ letter, lines }),
  )
}
