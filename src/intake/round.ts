/** The contract of work that comes back. */
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { Course } from '#calendar/course.ts'
import type { DeadLink } from '#db/dead-links.ts'
import type { Municipality } from '#editorial/municipality.ts'
import type { Upkeep } from '#editorial/report/upkeep.ts'
import type { CourseMail } from '#forms/course-mail.ts'
import type { Premises } from './premises.ts'

/** What the site says right now, for work that draws no page. */
export interface Edition {
  readonly municipality: Municipality
  /** Those that stand in no public outlet too. */
  readonly courses: readonly Course[]
  /** The words of what people on a course are told. */
  readonly courseMail: CourseMail
}

/** The published texts, where they lie on a disk of ours. */
export interface KeptTexts {
  /** What somebody must look at. */
  upkeep(gone: ReadonlyMap<string, string>, today: Temporal.PlainDate): Promise<readonly Upkeep[]>
  /** Asks the addresses outside the site, which takes minutes. Absent where other hosts are left in peace. */
  askLinks?(signal?: AbortSignal): Promise<readonly DeadLink[]>
  /** Packs their repository. Absent where they have none. */
  tidy?(signal?: AbortSignal): Promise<void>
}

export interface RoundPremises extends Premises {
  readonly log: Logger
  /** Where archives go before a purge; a serverless host has no such place. */
  readonly archiveFolder?: string | undefined
  /** Where links in mail lead, `https://parorende.fjordvik.example`, without a stroke at the end. */
  readonly origin: string
  /** The same for those who work here, when their pages have a host of their own. */
  readonly staffOrigin?: string | undefined
  /** Asked anew by each round, for editors publish. Nothing when the build has no on-demand pages. */
  readonly edition: () => Promise<Edition | undefined>
  /** Absent on a serverless host. */
  readonly texts?: KeptTexts | undefined
  /** The process stops: work that takes minutes throws, and is begun anew when a process is there again. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Work that comes back. It must be safe to run twice at once, for a slow process may still be at it when the next
 * begins, and it keeps nothing in memory between two times, for a serverless host has none.
 */
export interface Round {
  /** English, short: it stands in the database, in the log and in /readyz. Never renamed. */
  readonly name: string
  readonly everyMinutes: number
  /** @throws when it failed: it is logged, /readyz says so, and the next time comes as usual */
  run(premises: RoundPremises): Promise<void>
}
