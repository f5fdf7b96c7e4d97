/**
 * The browser's index of full texts, made by Pagefind from the pages as they were drawn. What the word list adds is
 * put into a copy that only Pagefind sees, so that no page grows by it. The same pages always give the same bytes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex } from 'pagefind'
import type { SearchData } from '#search/entry.ts'
import { foldLetters, splitWords } from '#search/fold.ts'

/** Of what Pagefind would write: no ready-made looks, and no other language than ours. */
const needed = /^(pagefind\.js|pagefind-entry\.json|wasm\.no\.pagefind|.*\.pf_(meta|index|fragment))$/

/** As a part of a build for a serverless host. */
export default function fullTextIndex(): AstroIntegration {
  return {
    name: 'full-text-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const client = fileURLToPath(dir)
        const read = (path: string) => readFile(join(client, path), 'utf8').catch(() => undefined)
        for (const { path, content } of await makeFullTextIndex(read)) {
          await mkdir(dirname(join(client, path)), { recursive: true })
          await writeFile(join(client, path), content)
        }
        await close()
      },
    },
  }
}

interface IndexFile {
  /** `pagefind/pagefind.js` */
  readonly path: string
  readonly content: Buffer
}

/**
 * @param read the text of a file of the site by its path, such as `sok/sider.json`; nothing where there is none
 * @returns Pagefind goes on as a process of its own until this one ends, or closes it
 */
export async function makeFullTextIndex(
  read: (path: string) => Promise<string | undefined>,
): Promise<IndexFile[]> {
  const { entries } = JSON.parse((await read('sok/sider.json')) ?? '') as SearchData
  const { index, errors } = await createIndex({ forceLanguage: 'no' })
  if (!index) throw new Error(`expected an index from Pagefind, got ${errors.join('; ')}`)
  for (const { path, extra, searchWords } of entries) {
    // A page that is drawn on demand has no file. It is still found by its title and words.
    const html = await read(join(path, 'index.html').slice(1))
    if (!html) continue
    const added = await index.addHTMLFile({ url: path, content: enrich(html, `${searchWords} ${extra}`) })
    if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join('; ')}`)
  }
  const { files } = await index.getFiles()
  await index.deleteIndex()
  return files
    .filter(({ path }) => needed.test(path))
    .map(({ path, content }) => ({ path: `pagefind/${path}`, content: Buffer.from(content) }))
}

/** Only `<main>`, without navigation, forms and sources, and with the words that are searched but not shown. */
function enrich(html: string, words: string): string {
  const written = splitWords(html.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/g, ' '))
  const folded = new Set(written.filter((word) => foldLetters(word) !== word.toLowerCase()).map(foldLetters))
  const hidden = `<p data-pagefind-ignore data-pagefind-meta="words">${words} ${[...folded].join(' ')}</p>`
  return html
    .replace(/<(nav|form|section class="sources")/g, '<$1 data-pagefind-ignore')
    .replace(/<main[^>]*>/, `<main data-pagefind-body>${hidden}`)
}
