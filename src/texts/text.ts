/** The published texts, each by the schema of its kind. They are plain data: what is read from JSON is the same. */
import type { z } from 'zod'
import type { KindName, kinds } from '#editing/kinds.ts'

/** `id` is the path below the folder of its kind, without the ending: `nb/rights/avlastning`. */
export interface Text<Name extends KindName = KindName> {
  readonly id: string
  readonly data: z.output<(typeof kinds)[Name]['schema']>
  /** The prose below the fields; empty for a file of fields only. */
  readonly body: string
}

/** Every kind with its texts, in the order of their ids. */
export type Texts = { readonly [Name in KindName]: readonly Text<Name>[] }
