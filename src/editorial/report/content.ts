/** What the report looks at, each with its file. */
import type { Article, Audience, Right } from '../page.ts'
import type { ProseBlock } from '../prose.ts'
import type { OwnContent } from './blanks.ts'

export interface ReportedPage {
  readonly file: string
  readonly locale: string
  /** Its place below the language, the same in every language: `rights/avlastning`. */
  readonly name: string
  readonly audience: Audience
  readonly data: Pick<Article | Right, 'owner' | 'reviewBy' | 'sources'>
  /** All that it says, fields and prose. */
  readonly blocks: readonly ProseBlock[]
}

/** Something that somebody must call to be sure of: a café, a help line, an office. */
export interface Confirmable {
  readonly file: string
  readonly name: string
  readonly confirmedAt?: string | undefined
  readonly seenYear?: number | undefined
  /** How to reach it. */
  readonly reach?: string | undefined
}

export interface ReportedContent {
  readonly municipality: {
    readonly file: string
    readonly name: string
    readonly approvedAt?: string | undefined
  }
  /** What the municipality's own folder holds. */
  readonly own?: OwnContent
  /** The municipality's offices, also those that it has not named: they have no date. */
  readonly offices: readonly Confirmable[]
  readonly cafes: readonly Confirmable[]
  readonly resources: readonly Confirmable[]
  readonly partners: readonly Confirmable[]
  readonly pages: readonly ReportedPage[]
  /** The words of files that are no pages: front page, forms, cafés, resources. */
  readonly texts: readonly { readonly file: string; readonly blocks: readonly ProseBlock[] }[]
  /** Files that a build would refuse, and why. */
  readonly broken: readonly { readonly file: string; readonly lines: readonly string[] }[]
}
