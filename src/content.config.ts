/** Which folder of `content/` follows which schema: the kinds of src/editing/kinds.ts, as Astro's collections. */

import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { folderOf, type Kind, type KindName, kinds } from '#editing/kinds.ts'
import { readEnvironment } from '#env.ts'

const { contentFolder, municipality } = readEnvironment()

/** The id of a file is its path below the folder of its kind, without the ending. */
const collectionOf = (kind: Kind) =>
  defineCollection({
    loader: glob({
      base: `${contentFolder}/${folderOf(kind, municipality)}`,
      pattern: kind.pattern,
      generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
    }),
    schema: kind.schema,
  })

/** Astro reads the types of what it loads from the schemas here. */
type Collections = { readonly [Name in KindName]: { readonly schema: (typeof kinds)[Name]['schema'] } }

export const collections = Object.fromEntries(
  Object.entries(kinds).map(([name, kind]) => [name, collectionOf(kind)]),
) as unknown as Collections
