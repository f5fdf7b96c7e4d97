/** The page that shows a text best: its own, or the first one that its words appear on. */
import { addressOf } from '#editing/address.ts'
import type { KindName } from '#editing/kinds.ts'
import { mainLocale } from '#editorial/site.ts'
import { definitions } from '#forms/forms.ts'
import { listArticles, listCourses, listModelSteps, listRights } from '../../content.ts'

/**
 * @param path below the root of the repository
 * @param fields as the page would be drawn with them
 * @returns nothing for words that stand on no page: those of mails, and of the search's own list
 */
export async function shownAt(kind: KindName, path: string, fields: object): Promise<string | undefined> {
  const parts = path.replace(/\.[a-z]+$/, '').split('/')
  const slug = parts.at(-1) ?? ''
  const locale = parts[1] === 'pages' ? (parts[2] ?? mainLocale) : mainLocale
  const own = addressOf(kind, path)
  switch (kind) {
    case 'mishaps':
      return '/404/'
    case 'laws':
      return (await listRights()).find(({ data }) =>
        data.sources.some((source) => 'law' in source && source.law === slug),
      )?.path
    case 'complaints':
      return (await listRights(locale)).find(({ data }) => data.complaint !== 'ingen')?.path
    case 'resourceTexts':
      return await pageWith(locale, `<Contact id="${slug}"`)
    case 'forms':
      return definitions.find(({ key }) => key === slug)?.forEach ? await signUpPath() : own
    case 'quotes':
      return (await stepPath(fields)) ?? own
    default:
      return own
  }
}

/** The first page of a language whose body holds some words. */
const pageWith = async (locale: string, words: string) =>
  [...(await listArticles(undefined, locale)), ...(await listRights(locale))].find(({ entry }) =>
    entry.body?.includes(words),
  )?.path

const signUpPath = async () => (await listCourses()).map(({ path }) => `${path}pamelding/`)[0]

const stepPath = async (fields: { step?: unknown }) =>
  (await listModelSteps()).find(({ step }) => step.number === fields.step)?.step.path
