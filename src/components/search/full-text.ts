/** The search of full texts. Pagefind weighs 110 kB, so it is fetched only when titles and words gave too little. */
import type { Engine } from '#search/engine.ts'
import { toPlainQuestion, toTerms } from '#search/lexicon.ts'

/** What we use of Pagefind's module. */
interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number }): Promise<void>
  search(query: string): Promise<{ results: { data(): Promise<Fragment> }[] }>
}

interface Fragment {
  readonly url: string
  /** HTML with the words in `<mark>`. */
  readonly excerpt: string
  readonly content: string
  readonly meta: { readonly words?: string }
}

let pagefind: Promise<Pagefind> | undefined

async function load(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js'
  const module = (await import(/* @vite-ignore */ address)) as Pagefind
  // Its worker would be a second script with a policy of its own.
  await module.options({ noWorker: true, excerptLength: 20 })
  return module
}

/** Pages whose text holds every word of the question, with the place where it stands. */
export async function findInTexts(
  engine: Engine,
  query: string,
): Promise<Pick<Fragment, 'url' | 'excerpt'>[]> {
  const asked = toTerms(query, engine.lexicon)
  if (asked.length === 0) return []
  pagefind ??= load()
  const { results } = await (await pagefind).search(toPlainQuestion(query, engine.lexicon))
  const fragments = await Promise.all(results.slice(0, 6).map((result) => result.data()))
  // For an unknown word Pagefind gives what begins alike. No answer is better.
  return fragments.filter(({ content, meta }) => {
    const stems = new Set(toTerms(`${content} ${meta.words}`, engine.lexicon).map(({ stem }) => stem))
    return asked.every(({ stem }) => stems.has(stem))
  })
}
