/** Which kind of text lies at a path. */
import { matchesGlob } from 'node:path'
import { sections } from '#editorial/section.ts'
import { folderOf, type Kind, type KindName, kinds } from './kinds.ts'

/** A kind with its name in the list. */
export type KeptKind = Kind & { readonly name: KindName }

const content = 'content/'

/**
 * @param path below the root of the repository: `content/resources/nav.yaml`
 * @returns nothing for a picture, another municipality's file, or none of ours
 */
export function kindAt(path: string, municipality: string): KeptKind | undefined {
  if (!path.startsWith(content)) return undefined
  const below = path.slice(content.length)
  const found = Object.entries<Kind>(kinds).find(([, kind]) => {
    const folder = folderOf(kind, municipality)
    return (
      below.startsWith(`${folder}/`) && isInSection(below) && matchesGlob(below, `${folder}/${kind.pattern}`)
    )
  })
  return found && { ...found[1], name: found[0] as KindName }
}

/** A page in a folder that is no part of the site would be shown nowhere. */
function isInSection(below: string): boolean {
  const [, locale = '', section = ''] = /^pages\/([^/]+)\/([^/]+)\/[^/]+\.mdx$/.exec(below) ?? []
  return locale === '' || Object.hasOwn(sections, section)
}
