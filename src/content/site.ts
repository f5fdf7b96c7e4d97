/** The municipality, its languages, and what every page is drawn with. */
import type { Municipality } from '#editorial/municipality.ts'
import { fixedPages } from '#editorial/section.ts'
import { type Language, localPath, mainLocale, type Site } from '#editorial/site.ts'
import { definitions } from '#forms/forms.ts'
import { getCollection } from '#texts/collection.ts'
import { oncePerTexts } from '#texts/scope.ts'
import { today } from '#today.ts'
import { listArticles, listRights } from './pages.ts'
import { getWords } from './words.ts'

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
