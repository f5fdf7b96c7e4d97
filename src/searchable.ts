/** The pages of this site as the search takes them, and the engine over them, made once of the texts. */
import type { Resource } from '#editorial/resource.ts'
import { fixedPages } from '#editorial/section.ts'
import { createEngine, type Engine } from '#search/engine.ts'
import { type SearchData, type SearchPage, toEntries } from '#search/entry.ts'
import { readMdx } from '#search/plain-text.ts'
import { oncePerTexts } from '#texts/scope.ts'
import {
  getSearchWords,
  getSite,
  listActivities,
  listArticles,
  listAttachments,
  listCourseParts,
  listFlyers,
  listFormLinks,
  listModelSteps,
  listResources,
  listRights,
} from './content.ts'

/** Every page that a reader may look for, in the main language. */
const listSearchPages = oncePerTexts(async (): Promise<readonly SearchPage[]> => {
  const places = await listResources()
  const rights = (await listRights()).map(({ path, data, entry }) => ({
    ...fieldsOf(path, data),
    ...readMdx(
      [data.promise, data.nextStep, data.whoDecides, data.cost, named(entry.body, places)].join('\n\n'),
    ),
  }))
  const { sections } = (await getSite()).words
  const articles = (await listArticles()).map(({ path, slug, section, audience, data, entry }) => ({
    ...fieldsOf(path, data),
    part: slug !== 'index' && audience !== 'adults' ? sections[section] : '',
    ...readMdx(named(entry.body, places)),
  }))
  const activities = (await listActivities()).map(({ path, title, summary, description }) => ({
    ...fieldsOf(path, { title, description: summary }),
    body: description.join(' '),
  }))
  const steps = (await listModelSteps()).map(({ step, data, entry }) => ({
    ...fieldsOf(step.path, { title: step.name, ...data }),
    part: sections.model,
    ...readMdx([data.checklist.join('. '), data.here, entry.body].join('\n\n')),
  }))
  const papers = [...(await listAttachments()), ...(await listCourseParts())].map(({ path, data, body }) => ({
    ...fieldsOf(path, data),
    part: sections.model,
    ...readMdx(body.replace(/<Blank\s+label="([^"]*)"[^>]*>/g, '$1')),
  }))
  const made = [...fixedPages, ...(await listFormLinks())]
  const fixed = made.map(({ href, title, text }) => fieldsOf(href, { title, description: text }))
  return [...articles, ...steps, ...papers, ...rights, ...activities, ...fixed]
    .filter((page, index, all) => all.findIndex(({ path }) => path === page.path) === index)
    .map((page) => ({ ...page, headings: [...page.headings, ...placesOn(page.path, places)] }))
})

/** Every page in the list from A to Å: those that one looks for, and the posters, which would stand in the way of a search. */
export async function listRegisterPages(): Promise<SearchPage[]> {
  const posters = (await listFlyers()).map(({ path, words: { name, description } }) =>
    fieldsOf(path, { title: `Plakat: ${name}`, description }),
  )
  return [...(await listSearchPages()), ...posters]
}

/** Where a page shows a place to turn, it is found by its name. */
const named = (mdx = '', places: readonly { id: string; name: string }[]) =>
  mdx.replace(
    /<Contact\s[^>]*?id="([^"]*)"[^>]*>/g,
    (_, id) => `\n## ${places.find((place) => place.id === id)?.name ?? ''}\n`,
  )

/** The names on pages that list places by themselves. */
function placesOn(path: string, places: readonly Resource[]): string[] {
  const young = ['youth', 'children'] as const
  if (path === '/tilbud/') return places.map(({ name }) => name)
  if (path !== '/barn-og-unge/') return []
  return places
    .filter(({ audiences }) => young.some((each) => audiences.includes(each)))
    .map(({ name }) => name)
}

interface Fields {
  readonly title: string
  readonly description: string
  readonly situation?: string | undefined
  readonly searchWords?: readonly string[]
}

function fieldsOf(
  path: string,
  { title, description, situation = '', searchWords = [] }: Fields,
): SearchPage {
  return { path, title, part: '', description, situation, searchWords, headings: [], body: '' }
}

/** What the browser gets, as `/sok/sider.json`. */
export async function getSearchData(): Promise<SearchData> {
  const { ignored, same, ...more } = await getSearchWords()
  const entries = toEntries(await listSearchPages(), { ignored, same, ...more })
  return { entries, words: { ignored, same } }
}

/** The engine of the server, which also knows what the pages say in full. */
export const getEngine = oncePerTexts(async (): Promise<Engine> => {
  const bodies = new Map((await listSearchPages()).map(({ path, body }) => [path, body]))
  return createEngine(await getSearchData(), bodies)
})
