/** The only caller of src/texts: hands out domain objects, sorted, with their paths. */
import type { Temporal } from 'temporal-polyfill'
import type { Activity } from '#calendar/activity.ts'
import { type Cafe, toCafe } from '#calendar/cafe.ts'
import { type Course, toCourse } from '#calendar/course.ts'
import { listNotices } from '#calendar/notices.ts'
import { occasionOf } from '#calendar/sign-up.ts'
import type { Attachment, CoursePart } from '#editorial/attachment.ts'
import type { AttachmentPageWords } from '#editorial/attachment-page.ts'
import type { Channel } from '#editorial/channel.ts'
import type { Complaints } from '#editorial/complaint.ts'
import type { FoundRight } from '#editorial/finder.ts'
import type { FinderWords } from '#editorial/finder-words.ts'
import { type Flyer, type FlyerSlug, flyerPath, flyerSlugs } from '#editorial/flyer.ts'
import type { FlyerPageWords } from '#editorial/flyer-page.ts'
import type { Front } from '#editorial/front.ts'
import type { Law } from '#editorial/law.ts'
import type { Mishaps } from '#editorial/mishap.ts'
import { formsOf, type ModelStepText, type NamedStep, namedSteps } from '#editorial/model-step.ts'
import type { ModelWords } from '#editorial/model-words.ts'
import type { Municipality } from '#editorial/municipality.ts'
import type { Notice } from '#editorial/notice.ts'
import type { Article, Audience, Right } from '#editorial/page.ts'
import type { Partner, Press } from '#editorial/partner.ts'
import { readBody } from '#editorial/prose.ts'
import type { Quote } from '#editorial/quote.ts'
import { type Resource, serves } from '#editorial/resource.ts'
import type { ResourcePage } from '#editorial/resource-page.ts'
import { translate } from '#editorial/resource-text.ts'
import type { ScreenWords } from '#editorial/screen.ts'
import type { SearchPageWords } from '#editorial/search-page.ts'
import {
  fixedPages,
  type PageGroup,
  type PageLink,
  pagePath,
  type SectionName,
  sections,
} from '#editorial/section.ts'
import { type Language, localPath, mainLocale, type Site } from '#editorial/site.ts'
import type { Young } from '#editorial/young.ts'
import { course as courseForm } from '#forms/course.ts'
import type { CourseMail } from '#forms/course-mail.ts'
import { everyQuestion, type Form, type FormDefinition } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import type { SitePage } from '#forms/question.ts'
import { retentionOf } from '#forms/retention.ts'
import type { SearchWords } from '#search/words.ts'
import { type CollectionEntry, getCollection } from '#texts/collection.ts'
import { oncePerTexts } from '#texts/scope.ts'
import { today } from '#today.ts'

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

const byOrder = (a: { order: number; label: string }, b: { order: number; label: string }) =>
  a.order - b.order || a.label.localeCompare(b.label, 'nb')

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

/** An entry that the program cannot do without. */
async function getWords<
  Name extends 'front' | 'complaints' | 'finder' | 'interface' | 'mishaps' | 'screen' | 'search' | 'young',
>(name: Name, locale = mainLocale) {
  const id = `${locale}/${name}`
  const entry = (await getCollection(name)).find((each) => each.id === id)
  if (!entry) throw new Error(`expected content/pages/${id}.yaml, got nothing`)
  return entry.data as CollectionEntry<Name>['data']
}

export const getFront = (locale?: string): Promise<Front> => getWords('front', locale)
export const getFinder = (): Promise<FinderWords> => getWords('finder')
export const getComplaints = (locale?: string): Promise<Complaints> => getWords('complaints', locale)
export const getMishaps = (): Promise<Mishaps> => getWords('mishaps')
export const getScreen = (): Promise<ScreenWords> => getWords('screen')
export const getSearchPage = (): Promise<SearchPageWords> => getWords('search')
export const getYoung = (locale?: string): Promise<Young> => getWords('young', locale)

/** The words around the model at `/modellen/`. */
export async function getModelWords(): Promise<ModelWords> {
  const [entry] = await getCollection('modelWords', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/model.yaml, got nothing`)
  return entry.data
}

/** The words of `/tilbud/`. */
export async function getResourcePage(): Promise<ResourcePage> {
  const [entry] = await getCollection('resourcePage', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/resources.yaml, got nothing`)
  return entry.data
}

/** The word list of the search. */
export async function getSearchWords(): Promise<SearchWords> {
  const [entry] = await getCollection('searchWords')
  if (!entry) throw new Error('expected content/search/words.yaml, got nothing')
  return entry.data
}

/** What every page is drawn with. */
export async function getSite(locale = mainLocale): Promise<Site> {
  return {
    locale,
    municipality: await getMunicipality(),
    words: await getWords('interface', locale),
    languages: await listLanguages(),
    today: today(),
  }
}

/** Every folder under `content/pages/` that has the words around a page is a language. */
export const listLanguages = oncePerTexts(async (): Promise<readonly Language[]> => {
  const entries = await getCollection('interface')
  return Promise.all(
    entries.map(async ({ id, data }) => {
      const locale = id.split('/')[0] ?? ''
      const pages = [...(await listRights(locale)), ...(await listArticles(undefined, locale))]
      const fixed = ['/', '/rettigheter/'].map((path) => localPath(path, locale))
      const made = [...fixedPages.map((page) => page.href), ...definitions.map((form) => form.path)]
      const own = locale === mainLocale ? made : []
      return { locale, words: data, paths: new Set([...pages.map((page) => page.path), ...fixed, ...own]) }
    }),
  )
})

export async function getMunicipality(): Promise<Municipality> {
  const [entry] = await getCollection('municipality')
  if (!entry) throw new Error('expected content/municipalities/$MUNICIPALITY/municipality.yaml, got nothing')
  const forms = definitions.map(({ key }) => key)
  const unknown = Object.keys(entry.data.retention).filter((key) => !forms.includes(key))
  if (unknown.length > 0)
    throw new Error(`municipality.yaml, retention: expected ${forms.join(', ')}, got ${unknown.join(', ')}`)
  return entry.data
}

/** A form with its words and what the municipality has. */
export async function getForm(definition: FormDefinition): Promise<Form> {
  const words = (await getCollection('forms')).find(({ data }) => data.form === definition.key)?.data
  if (!words) throw new Error(`expected content/forms/${definition.key}.yaml, got nothing`)
  const municipality = await getMunicipality()
  const asksForPage = Object.values(everyQuestion(definition)).some(({ kind }) => kind === 'sitePage')
  return {
    definition,
    words,
    areas: municipality.areas,
    retentionMonths: retentionOf(definition, municipality),
    ...(definition.fromFlyers && { channels: await listChannels() }),
    ...(asksForPage && { pages: await listTitles(), mailboxes: municipality.owners }),
  }
}

/** Where flyers hang. */
export async function listChannels(): Promise<readonly Channel[]> {
  const [entry] = await getCollection('channels')
  if (!entry) throw new Error('expected content/channels/channels.yaml, got nothing')
  return entry.data.channels
}

/** The words of every flyer that code knows, in its order. */
export async function listFlyers(): Promise<{ slug: FlyerSlug; path: string; words: Flyer }[]> {
  const entries = new Map((await getCollection('flyers')).map(({ id, data }) => [id, data]))
  return flyerSlugs.map((slug) => {
    const words = entries.get(slug)
    if (!words) throw new Error(`expected content/flyers/${slug}.yaml, got nothing`)
    return { slug, path: flyerPath(slug), words }
  })
}

/** The words of `/plakater/`. */
export async function getFlyerPage(): Promise<FlyerPageWords> {
  const [entry] = await getCollection('flyerPage', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/flyers.yaml, got nothing`)
  return entry.data
}

/** Forms as links, with their page's title and first words. The courses' form has its links on their pages. */
export async function listFormLinks(): Promise<PageLink[]> {
  const words = new Map((await getCollection('forms')).map(({ data }) => [data.form, data]))
  return definitions.flatMap(({ key, path, forEach }) => {
    const { title = '', intro = '' } = words.get(key) ?? {}
    return forEach ? [] : { href: path, title, text: intro }
  })
}

/** The title of every page that a reader can come from, in every language. */
async function listTitles(): Promise<SitePage[]> {
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

/** The form to sign up for a course, which is its occasion: see src/intake/seats/occasion.ts. */
export async function getCourseForm(course: Course): Promise<Form> {
  const occasion = { ...occasionOf(course), mail: await getCourseMail() }
  return { ...(await getForm(courseForm)), occasion }
}

/** The words of what people on a course are told. */
async function getCourseMail(): Promise<CourseMail> {
  const [entry] = await getCollection('courseMail', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/course-mail.yaml, got nothing`)
  return entry.data
}

/** A text for paper: an attachment, or a part of the course folder. */
export interface PaperText<Data = Attachment | CoursePart> {
  readonly slug: string
  readonly path: string
  readonly data: Data
  /** As an editor wrote it. */
  readonly body: string
}

function papersOf<Data extends CoursePart>(
  entries: { id: string; data: Data; body?: string }[],
  below: string,
) {
  return entries
    .map(({ id, data, body = '' }): PaperText<Data> => ({ slug: id, path: `${below}${id}/`, data, body }))
    .sort((a, b) =>
      byOrder({ order: a.data.order, label: a.data.title }, { order: b.data.order, label: b.data.title }),
    )
}

/** The attachments of the model, in the order of their steps. */
export async function listAttachments(): Promise<PaperText<Attachment>[]> {
  const all = papersOf(await getCollection('attachments'), '/modellen/vedlegg/')
  return all.sort((a, b) => a.data.step - b.data.step)
}

/** The parts of the course folder, as they are read. */
export async function listCourseParts(): Promise<PaperText<CoursePart>[]> {
  return papersOf(await getCollection('courseFolder'), '/modellen/kursmappe/')
}

/** Both as links. */
async function listPaperLinks(): Promise<PageLink[]> {
  const texts: PaperText[] = [...(await listAttachments()), ...(await listCourseParts())]
  return texts.map(({ path, data }) => ({ href: path, title: data.title, text: data.description }))
}

/**
 * Those of them that a page is about, by their slugs. An editor may have taken one away.
 *
 * @example await linksToPapers('livsarket') // [{ href: '/modellen/vedlegg/livsarket/', title: 'Livsarket', … }]
 */
export async function linksToPapers(...slugs: string[]): Promise<PageLink[]> {
  const links = await listPaperLinks()
  return slugs.flatMap((slug) => links.find(({ href }) => href.endsWith(`/${slug}/`)) ?? [])
}

/** The words around them. */
export async function getAttachmentPage(): Promise<AttachmentPageWords> {
  const [entry] = await getCollection('attachmentPage', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/attachments.yaml, got nothing`)
  return entry.data
}

/** Laws by their short name, `hol`. */
export async function listLaws(): Promise<ReadonlyMap<string, Law>> {
  return new Map((await getCollection('laws')).map((entry) => [entry.id, entry.data]))
}

/**
 * Local places to turn, and those that serve the county or the whole country. The urgent come first. In another
 * language only those that have words in it.
 */
export async function listResources(locale = mainLocale): Promise<(Resource & { id: string })[]> {
  const { county } = await getMunicipality()
  const texts = new Map((await getCollection('resourceTexts')).map((entry) => [entry.id, entry.data]))
  const entries = [...(await getCollection('resources')), ...(await getCollection('localResources'))]
  return entries
    .map((entry) => ({ ...entry.data, id: entry.id }))
    .filter((place) => serves(place, county))
    .flatMap((place) => {
      const text = texts.get(`${locale}/resources/${place.id}`)
      return locale === mainLocale ? place : text ? translate(place, text) : []
    })
    .sort(
      (a, b) =>
        Number(b.urgent) - Number(a.urgent) ||
        byOrder({ order: a.order, label: a.name }, { order: b.order, label: b.name }),
    )
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

/** Where the text of each page of prose lies, by its path: `content/pages/nb/rights/avlastning.mdx`. */
export const listPageFiles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await listPages()).map(({ path, entry }) => [path, `content/pages/${entry.id}.mdx`]))

/** Every page of prose and every right, in every language. */
const listPages = oncePerTexts(
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

/** Everything that a page of prose needs to be drawn: its body, where it leads, and the laws that it cites. */
export async function openPage(page: Page) {
  const body = readBody(page.entry.body ?? '')
  return { data: page.data, body, related: await linksTo(page.data.related), laws: await listLaws() }
}

/** A step of the model with what its file says. */
export interface ModelStep {
  readonly step: NamedStep
  readonly data: ModelStepText
  readonly entry: CollectionEntry<'modelSteps'>
}

/**
 * The seven steps, in their order.
 *
 * @throws when a step has no file, or a file is of no step: the model would not be whole
 */
export async function listModelSteps(): Promise<ModelStep[]> {
  const entries = new Map((await getCollection('modelSteps')).map((entry) => [entry.id, entry]))
  const names = namedSteps.map(({ slug }) => slug)
  if ([...entries.keys()].sort().join() !== [...names].sort().join())
    throw new Error(
      `content/model-steps: expected ${names.join(', ')}, got ${[...entries.keys()].join(', ')}`,
    )
  return namedSteps.flatMap((step) => {
    const entry = entries.get(step.slug)
    return entry ? { step, data: entry.data, entry } : []
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

/**
 * Everything that the page of a step needs. The attachments and the quotations say themselves which step they
 * belong to.
 *
 * @throws when it names a form or a page that does not exist
 */
export async function openModelStep({ step, data, entry }: ModelStep) {
  const attachments = (await getCollection('attachments')).filter((each) => each.data.step === step.number)
  const files = attachments
    .sort((a, b) =>
      byOrder({ order: a.data.order, label: a.data.title }, { order: b.data.order, label: b.data.title }),
    )
    .map(({ id, data: { title, description } }) => ({
      href: `/modellen/vedlegg/${id}/`,
      title,
      text: description,
    }))
  return {
    body: readBody(entry.body ?? ''),
    files,
    forms: formsOf(step, data, await listFormLinks()),
    links: await linksTo(data.pages),
    quotes: await listQuotes(step.number),
    laws: await listLaws(),
  }
}

/** What people said about a step; without a number about the whole. */
export async function listQuotes(step?: number): Promise<Quote[]> {
  return (await getCollection('quotes')).map(({ data }) => data).filter((quote) => quote.step === step)
}

/** Those who have said yes to being named as the municipality's partners. */
export async function listPartners(): Promise<Partner[]> {
  return (await getCollection('partners'))
    .map(({ data }) => data)
    .filter(({ confirmedAt }) => confirmedAt !== undefined)
    .sort((a, b) => byOrder({ order: a.order, label: a.name }, { order: b.order, label: b.name }))
}

/** What the papers wrote, the newest first and what has no date last. */
export async function listPress(): Promise<Press[]> {
  return (await getCollection('press'))
    .map(({ data }) => data)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title, 'nb'))
}

/** The cafés of the municipality by title; none is common, and a page of its own. */
export async function listCafes(): Promise<Cafe[]> {
  const municipality = await getMunicipality()
  const cafes = (await getCollection('cafes')).map(({ id, data }) => toCafe(id, data, municipality))
  return cafes.sort((a, b) => a.title.localeCompare(b.title, 'nb'))
}

async function listEveryCourse(): Promise<Course[]> {
  const municipality = await getMunicipality()
  const courses = (await getCollection('courses')).map(({ id, data }) => toCourse(id, data, municipality))
  return courses.sort((a, b) => a.title.localeCompare(b.title, 'nb'))
}

/** What the site says, for work that draws no page: see src/intake/round.ts. */
export const getEdition = async () => ({
  municipality: await getMunicipality(),
  courses: await listEveryCourse(),
  courseMail: await getCourseMail(),
})

/** The courses that the public may see, by title. */
export async function listCourses(): Promise<Course[]> {
  return (await listEveryCourse()).filter(({ unlisted }) => !unlisted)
}

/** A course that stands in no public outlet. Only for who has its token: never on a page that is built. */
export async function findUnlistedCourse(slug: string): Promise<Course | undefined> {
  return (await listEveryCourse()).find((course) => course.unlisted && course.slug === slug)
}

/** Everything with dates that the public may see. */
export async function listActivities(): Promise<Activity[]> {
  return [...(await listCafes()), ...(await listCourses())]
}

/**
 * What everybody should know at a moment: late changes, and what editors wrote.
 *
 * @param activities whose late changes; those of all when missing
 */
export async function noticesAt(now: Temporal.Instant, activities?: readonly Activity[]): Promise<Notice[]> {
  const written = (await getCollection('notices')).map(({ data }) => data)
  return listNotices({ activities: activities ?? (await listActivities()), written, now })
}
