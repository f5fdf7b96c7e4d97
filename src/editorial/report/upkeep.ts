/** What the calendar and the web make old, text by text, for whoever keeps it up. */
import { Temporal } from 'temporal-polyfill'
import { sayDate } from './finding.ts'

/** A text, with what may make it old. */
export interface KeptUp {
  readonly title: string
  /** The role that keeps it up: the field `owner`. */
  readonly owner: string
  /** `2026-07-02` */
  readonly reviewBy?: string | undefined
  /** The addresses outside this site that it names. */
  readonly links: readonly string[]
  /** Where a reader sees it, and where the CMS opens it. */
  readonly href: string | undefined
  readonly edit: string | undefined
}

export interface Upkeep extends KeptUp {
  /** What is the matter, a sentence each. */
  readonly why: readonly string[]
}

/**
 * The texts that somebody must look at, those that have waited longest first.
 *
 * @param gone addresses that no longer answer, each with what came instead
 * @example upkeepOf([{ title: 'BPA', reviewBy: '2026-07-02', … }], new Map(), today)[0].why // ['Skulle vært sett …']
 */
export function upkeepOf(
  texts: readonly KeptUp[],
  gone: ReadonlyMap<string, string>,
  today: Temporal.PlainDate,
): Upkeep[] {
  return texts
    .map((text) => ({ ...text, why: [...reviewOf(text, today), ...deadLinksOf(text, gone)] }))
    .filter(({ why }) => why.length > 0)
    .sort((one, other) => (one.reviewBy ?? '9').localeCompare(other.reviewBy ?? '9'))
}

function reviewOf({ reviewBy }: KeptUp, today: Temporal.PlainDate): string[] {
  if (!reviewBy || reviewBy > today.toString()) return []
  return [`Skulle vært sett over innen ${sayDate(Temporal.PlainDate.from(reviewBy))}.`]
}

const deadLinksOf = ({ links }: KeptUp, gone: ReadonlyMap<string, string>) =>
  links.flatMap((url) => (gone.has(url) ? [`En lenke virker ikke: ${url} (${gone.get(url)}).`] : []))
