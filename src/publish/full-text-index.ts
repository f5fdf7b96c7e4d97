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
        await writeFullTextIndex(client, await makeFullTextIndex(client))
      },
    },
  }
}

/** A file of the index, below `pagefind/`. */
interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
}

/** @param client the folder of the built pages, with `sok/sider.json` */
export async function makeFullTextIndex(client: string): Promise<IndexFile[]> {
  const { entries } = JSON.parse(await readFile(join(client, 'sok/sider.json'), 'utf8')) as SearchData
  const { index, errors } = await createIndex({ forceLanguage: 'no' })
  if (!index) throw new Error(`expected an index from Pagefind, got ${errors.join('; ')}`)
  for (const { path, extra, searchWords } of entries) {
    // A page that is drawn on demand has no file. It is still found by its title and words.
    const html = await readFile(join(client, path, 'index.html'), 'utf8').catch(() => undefined)
    if (!html) continue
    const added = await index.addHTMLFile({ url: path, content: enrich(html, `${searchWords} ${extra}`) })
    if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join('; ')}`)
  }
  const { files } = await index.getFiles()
  await close()
  return files.filter((file) => needed.test(file.path))
}

export async function writeFullTextIndex(client: string, files: readonly IndexFile[]): Promise<void> {
  for (const { path, content } of files) {
    const file = join(client, 'pagefind', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
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
