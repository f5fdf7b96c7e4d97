/**
 * How much one who edits may ask for: a browser in a loop, or a stolen session, must leave the server to its readers.
 * Each process counts for itself, in memory.
 */
import { previewPath } from './edit.ts'
import type { Runtime } from './runtime.ts'

/** Questions at once, as when the CMS opens with two hundred drafts; and how many more come each second. */
const most = 900
const perSecond = 10

/** A preview draws a page. Nobody types so fast that she asks for more than two and a half a second. */
const weightOf = (pathname: string) => (pathname.startsWith(previewPath) ? 4 : 1)

const buckets = new Map<string, { left: number; at: number }>()

/**
 * Counts a question.
 *
 * @param who a staff id
 * @returns whether it comes too soon; then nothing is counted. Never with a clock that stands still
 */
export function isHasty(
  { environment, now: clock }: Pick<Runtime, 'environment' | 'now'>,
  who: string,
  pathname: string,
): boolean {
  if (environment.fixedNow) return false
  const now = clock().epochMilliseconds
  const { left: before, at } = buckets.get(who) ?? { left: most, at: now }
  const back = (Math.max(0, now - at) / 1000) * perSecond
  const left = Math.min(most, before + back) - weightOf(pathname)
  if (left < 0) return true
  buckets.set(who, { left, at: now })
  return false
}
