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

type Words =
  | 'attachmentPage'
  | 'complaints'
  | 'courseMail'
  | 'finder'
  | 'flyerPage'
  | 'front'
  | 'interface'
  | 'mishaps'
  | 'modelWords'
  | 'resourcePage'
  | 'screen'
  | 'search'
  | 'young'

/**
 * A file that the program cannot do without.
 *
 * @param file below `content/pages/<locale>/`, where it is not called as its kind
 */
export async function getWords<Name extends Words>(
  name: Name,
  locale = mainLocale,
  file: string = name,
): Promise<CollectionEntry<Name>['data']> {
  const id = `${locale}/${file}`
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
export const getModelWords = (): Promise<ModelWords> => getWords('modelWords', mainLocale, 'model')

/** The words around attachments and the course folder. */
export const getAttachmentPage = (): Promise<AttachmentPageWords> =>
  getWords('attachmentPage', mainLocale, 'attachments')

/** The words of `/plakater/`. */
export const getFlyerPage = (): Promise<FlyerPageWords> => getWords('flyerPage', mainLocale, 'flyers')

/** The words of `/tilbud/`. */
export const getResourcePage = (): Promise<ResourcePage> => getWords('resourcePage', mainLocale, 'resources')

/** The words of what people on a course are told. */
export const getCourseMail = (): Promise<CourseMail> => getWords('courseMail', mainLocale, 'course-mail')

/** The word list of the search. */
export async function getSearchWords(): Promise<SearchWords> {
  const [entry] = await getCollection('searchWords')
  if (!entry) throw new Error('expected content/search/words.yaml, got nothing')
  return entry.data
}
