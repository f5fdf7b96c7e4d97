/** Which files an editor may touch. Whatever is not listed is refused: there is no list of what is forbidden. */
import { ownRoute, type SectionName } from '#editorial/section.ts'
import { kindAt } from './kind-at.ts'
import type { Kind } from './kinds.ts'
import { Refused } from './refused.ts'

/** The folder of the repository that holds the texts, as in the project's own. */
export const root = 'content'
/** Where pictures lie. */
export const mediaFolder = `${root}/media`

/** What lies at a path that an editor may touch. */
export type Place =
  | {
      readonly is: 'text'
      readonly path: string
      readonly schema: Kind['schema']
      readonly removable: boolean
    }
  | { readonly is: 'picture'; readonly path: string; readonly format: PictureFormat }

export type PictureFormat = 'jpeg' | 'png' | 'webp'
const formats: Readonly<Record<string, PictureFormat>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
}

/** Small letters, digits and strokes: no name is hidden, leads upwards, or is another name on another system. */
const plain = /^content(\/[a-z0-9][a-z0-9-]*)+\.(mdx|yaml)$/
const picture = /^content\/media\/[a-z0-9][a-z0-9_-]*\.(jpe?g|png|webp)$/
const folder = /^content(\/[a-z0-9][a-z0-9-]*)*$/

/**
 * @param path below the root of the repository: `content/resources/nav.yaml`
 * @param municipality whose local files may be touched
 * @throws {Refused} as a trick when the path is none of ours
 */
export function getPlace(path: string, municipality: string): Place {
  const short = path.length <= 200
  if (short && picture.test(path))
    return { is: 'picture', path, format: formats[path.split('.')[1] as string] as PictureFormat }
  const kind = short && plain.test(path) && kindAt(path, municipality)
  if (!kind) throw new Refused(403, `${say(path)} er ikke en fil som kan redigeres her.`, { trick: true })
  return { is: 'text', path, schema: kind.schema, removable: isRemovable(kind, path) }
}

/** What an editor may add she may take away, but for pages that the program draws in a way of its own. */
export function isRemovable({ labelSingular }: Kind, path: string): boolean {
  const [, locale = '', section, slug = ''] =
    /^content\/pages\/([^/]+)\/([^/]+)\/([^/]+)\.mdx$/.exec(path) ?? []
  const isOwn = section !== undefined && ownRoute({ locale, section: section as SectionName, slug })
  return labelSingular !== undefined && !isOwn
}

/** @throws {Refused} as a trick when the folder is none of ours */
export function getFolder(path: string): string {
  const written = path.replace(/\/$/, '')
  if (!folder.test(written) || written.length > 200)
    throw new Refused(403, `${say(path)} er ikke en mappe som kan åpnes her.`, { trick: true })
  return written
}

const say = (path: string) => `«${path.replace(/\p{Cc}/gu, ' ').slice(0, 80)}»`
