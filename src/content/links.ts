/** Where a path leads: pages, forms, papers and steps as links with titles. */
import { fixedPages, type PageLink } from '#editorial/section.ts'
import { localPath } from '#editorial/site.ts'
import { definitions } from '#forms/forms.ts'
import type { SitePage } from '#forms/question.ts'
import { getCollection } from '#texts/collection.ts'
import { listActivities } from './calendar.ts'
import { listModelSteps } from './model.ts'
import { listPages } from './pages.ts'
import { listAttachments, listCourseParts, type PaperText } from './papers.ts'
import { listLanguages } from './site.ts'

/** Forms as links, with their page's title and first words. The courses' form has its links on their pages. */
export async function listFormLinks(): Promise<PageLink[]> {
  const words = new Map((await getCollection('forms')).map(({ data }) => [data.form, data]))
  return definitions.flatMap(({ key, path, forEach }) => {
    const { title = '', intro = '' } = words.get(key) ?? {}
    return forEach ? [] : { href: path, title, text: intro }
  })
}

/** The title of every page that a reader can come from, in every language. */
export async function listTitles(): Promise<SitePage[]> {
  const prose = (await listPages()).map(({ path, data: { title, owner } }) => ({ href: path, title, owner }))
  const activities = (await listActivities()).map(({ path, title }) => ({ href: path, title }))
  const fronts = (await listLanguages()).map(({ locale, words }) => ({
    href: localPath('/', locale),
    title: words.front,
  }))
  return [
    ...fronts,
    ...prose,
    ...activities,
    ...fixedPages,
    ...(await listPaperLinks()),
    ...(await listFormLinks()),
    ...(await listStepLinks()),
  ]
}

/** The papers as links. */
async function listPaperLinks(): Promise<PageLink[]> {
  const texts: PaperText[] = [...(await listAttachments()), ...(await listCourseParts())]
  return texts.map(({ path, data }) => ({ href: path, title: data.title, text: data.description }))
}

/**
 * Those papers that a page is about, by their slugs. An editor may have taken one away.
 *
 * @example await linksToPapers('livsarket') // [{ href: '/modellen/vedlegg/livsarket/', title: 'Livsarket', … }]
 */
export async function linksToPapers(...slugs: string[]): Promise<PageLink[]> {
  const links = await listPaperLinks()
  return slugs.flatMap((slug) => links.find(({ href }) => href.endsWith(`/${slug}/`)) ?? [])
}

/**
 * Looks up paths that content names.
 *
 * @throws when a path leads nowhere: the build stops rather than publish a broken link
 */
export async function linksTo(paths: readonly string[]): Promise<PageLink[]> {
  const pages = await listPages()
  const made = [
    ...fixedPages,
    ...(await listFormLinks()),
    ...(await listStepLinks()),
    ...(await listPaperLinks()),
  ]
  return paths.map((path) => {
    const page = pages.find((each) => each.path === path)
    const link = page
      ? { href: path, title: page.data.title, text: page.data.description }
      : made.find((each) => each.href === path)
    if (!link) throw new Error(`expected a page at ${path}, got nothing; a page names it as related`)
    return link
  })
}

/** The steps as links: «5. Kobling». */
export async function listStepLinks(): Promise<PageLink[]> {
  return (await listModelSteps()).map(({ step, data }) => ({
    href: step.path,
    title: `${step.number}. ${step.name}`,
    text: data.description,
  }))
}
