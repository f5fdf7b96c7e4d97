/** Under which name the CMS knows a file. The names are those that collection.ts gives; a test holds them together. */
import { sections } from '#editorial/section.ts'
import { mainLocale } from '#editorial/site.ts'
import { kindAt } from '../kind-at.ts'
import { folderOf } from '../kinds.ts'
import { root } from '../place.ts'

/** Its address in the CMS is `/admin/#/collections/<collection>/entries/<slug>`. */
interface CmsRoute {
  readonly collection: string
  readonly slug: string
}

/**
 * @param path below the root of the repository
 * @returns nothing for a picture, another municipality's file, or none of ours
 * @example routeOf('content/pages/nb/adults/demens.mdx', 'hamar') // { collection: 'articles_adults', slug: 'demens' }
 */
export function routeOf(path: string, municipality: string): CmsRoute | undefined {
  const kind = kindAt(path, municipality)
  if (!kind) return undefined
  const steps = path
    .slice(`${root}/${folderOf(kind, municipality)}`.length)
    .split('/')
    .filter(Boolean)
  const slug = (steps.at(-1) as string).replace(/\.[a-z]+$/, '')
  const { group, pattern } = kind
  const isLocalized = pattern.startsWith('*/')
  const locale = isLocalized ? (steps[0] as string) : mainLocale
  const section = Object.entries(sections).find(([, { folder }]) => folder === steps[1])
  const name = pattern.includes('!(') && section ? `${kind.name}_${section[0]}` : kind.name
  const isOnly = !/(^|\/)\*\.[a-z]+$/.test(pattern)
  if (locale !== mainLocale)
    return { collection: `${group}_${locale}`, slug: isOnly ? name : `${name}-${slug}` }
  return isOnly ? { collection: group, slug: name } : { collection: name, slug }
}
