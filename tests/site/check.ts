import type { SiteName } from '../sites.ts'
import type { Visit } from './visit.ts'

/** One thing that every page must hold. */
export interface Check {
  /** Completes the sentence «the page …». */
  readonly name: string
  /** The pages that it concerns; all when missing. */
  readonly concerns?: (path: string, site: SiteName) => boolean
  /** What is wrong with the page, one line each. */
  readonly find: (visit: Visit) => readonly string[] | Promise<readonly string[]>
}
