/** What the work on texts needs, handed from action to action. */
import type { Temporal } from 'temporal-polyfill'
import type { Author } from './commit.ts'
import type { Openings } from './openings.ts'
import type { Repository } from './repository.ts'

/** Where texts are edited: one for each process. */
export interface Desk {
  readonly repository: Repository
  /** Whose local files may be touched. */
  readonly municipality: string
  readonly openings: Openings
  readonly now: () => Temporal.Instant
}

/** Who sits at it. `id` is a staff id. */
export type Editor = Author
