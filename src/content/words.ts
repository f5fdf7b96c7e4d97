/** Words that pages made by code are drawn with, one file each. */
import type { AttachmentPageWords } from '#editorial/attachment-page.ts'
import type { Complaints } from '#editorial/complaint.ts'
import type { FinderWords } from '#editorial/finder-words.ts'
import type { FlyerPageWords } from '#editorial/flyer-page.ts'
import type { Front } from '#editorial/front.ts'
import type { Mishaps } from '#editorial/mishap.ts'
import type { ModelWords } from '#editorial/model-words.ts'
import type { ResourcePage } from '#editorial/resource-page.ts'
import type { ScreenWords } from '#editorial/screen.ts'
import type { SearchPageWords } from '#editorial/search-page.ts'
import { mainLocale } from '#editorial/site.ts'
import type { Young } from '#editorial/young.ts'
import type { CourseMail } from '#forms/course-mail.ts'
import type { SearchWords } from '#search/words.ts'
import { type CollectionEntry, getCollection } from '#texts/collection.ts'
import { inLocale } from './pages.ts'

/** An entry that the program cannot do without. */
export async function getWords<
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

/** The words of `/plakater/`. */
export async function getFlyerPage(): Promise<FlyerPageWords> {
  const [entry] = await getCollection('flyerPage', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/flyers.yaml, got nothing`)
  return entry.data
}

/** The words of what people on a course are told. */
export async function getCourseMail(): Promise<CourseMail> {
  const [entry] = await getCollection('courseMail', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/course-mail.yaml, got nothing`)
  return entry.data
}

/** The words around them. */
export async function getAttachmentPage(): Promise<AttachmentPageWords> {
  const [entry] = await getCollection('attachmentPage', inLocale(mainLocale))
  if (!entry) throw new Error(`expected content/pages/${mainLocale}/attachments.yaml, got nothing`)
  return entry.data
}
