/** Rights and articles: every page of prose with its address. */
import type { FoundRight } from '#editorial/finder.ts'
import type { Article, Audience, Right } from '#editorial/page.ts'
import { type PageGroup, pagePath, type SectionName, sections } from '#editorial/section.ts'
import { mainLocale } from '#editorial/site.ts'
import { type CollectionEntry, getCollection } from '#texts/collection.ts'
import { oncePerTexts } from '#texts/scope.ts'
import { byOrder } from './order.ts'

/** A page with its address. */
export interface Page<Data = Article> {
  readonly locale: string
  readonly slug: string
  readonly path: string
  readonly section: SectionName
  readonly audience: Audience
  readonly data: Data
  readonly entry: CollectionEntry<'rights' | 'articles'>
}

function toPage<Data extends Article>(entry: CollectionEntry<'rights' | 'articles'>): Page<Data> {
  const [locale = '', folder = '', slug = ''] = entry.id.split('/')
  if (!(folder in sections))
    throw new Error(`content/pages/${entry.id}: expected a folder of src/editorial/section.ts, got ${folder}`)
  const section = folder as SectionName
  return {
    locale,
    slug,
    section,
    path: pagePath(section, slug, locale),
    audience: sections[section].audience,
    data: entry.data as unknown as Data,
    entry,
  }
}

function sorted<Data extends Article>(entries: CollectionEntry<'rights' | 'articles'>[]): Page<Data>[] {
  return entries
    .map((entry) => toPage<Data>(entry))
    .sort((a, b) =>
      byOrder({ order: a.data.order, label: a.data.title }, { order: b.data.order, label: b.data.title }),
    )
}

const inLocale =
  (locale: string) =>
  ({ id }: { id: string }) =>
    id.startsWith(`${locale}/`)

export const listRights = oncePerTexts(
  async (locale = mainLocale): Promise<readonly Page<Right>[]> =>
    sorted<Right>(await getCollection('rights', inLocale(locale))),
)

/** The rights as the finder weighs and shows them. */
export async function listFindable(): Promise<FoundRight[]> {
  return (await listRights()).map(({ path, data }) => ({
    path,
    title: data.title,
    nextStep: data.nextStep,
    why: data.fit.why,
    fit: { when: data.fit.when, helps: data.fit.helps },
  }))
}

/** The pages of one section, or of all. */
export const listArticles = oncePerTexts(
  async (section?: SectionName, locale = mainLocale): Promise<readonly Page[]> => {
    const pages = sorted(await getCollection('articles', inLocale(locale)))
    return section ? pages.filter((page) => page.section === section) : pages
  },
)

/** @throws when no such page exists, for a page that code needs must be there */
export async function getArticle(section: SectionName, slug: string): Promise<Page> {
  const page = (await listArticles(section)).find((each) => each.slug === slug)
  if (!page)
    throw new Error(
      `expected content/pages/${mainLocale}/${sections[section].folder}/${slug}.mdx, got nothing`,
    )
  return page
}

/** Where the text of each page of prose lies, by its path: `content/pages/nb/rights/avlastning.mdx`. */
export const listPageFiles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await listPages()).map(({ path, entry }) => [path, `content/pages/${entry.id}.mdx`]))

/** Every page of prose and every right, in every language. */
export const listPages = oncePerTexts(
  async (): Promise<readonly Page[]> => [
    ...sorted<Right>(await getCollection('rights')),
    ...sorted(await getCollection('articles')),
  ],
)

/** What a section's own front page lists: its other pages by group, each under the heading that it shows itself. */
export async function groupsBelow(section: SectionName, locale = mainLocale): Promise<PageGroup[]> {
  const pages = (await listArticles(section, locale)).filter((page) => page.slug !== 'index')
  return [...Map.groupBy(pages, (page) => page.data.group)].map(([heading, members]) => ({
    heading,
    links: members.map(({ path, data }) => ({
      href: path,
      title: data.situation ?? data.title,
      text: data.description,
    })),
  }))
}
