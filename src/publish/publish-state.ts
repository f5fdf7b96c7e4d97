/** How far each saved commit of the texts has come on its way to the web. */
import { findCurrent, findRefused, findStamp, isRunning, isThere } from './builds.ts'
import { type Happening, type HeldBack, listHappenings, type Stop } from './journal.ts'

/** `at` is ISO 8601 in UTC: since when it is so. */
export type PublishState =
  /** A build will begin. */
  | { readonly is: 'saved' }
  | { readonly is: 'building'; readonly at: string }
  | { readonly is: 'live'; readonly at: string | undefined }
  /** The site stays as it was until somebody saves what sets it right. */
  | { readonly is: 'stopped'; readonly at: string; readonly stops: readonly Stop[] }
  /** Somebody went back to an earlier site. */
  | { readonly is: 'taken-back' }

/** What is known of a municipality's builds. A commit is the name of one of its texts' repository. */
export interface BuiltState {
  /** What the site shows; nothing for a site from before texts had a repository. */
  readonly live: string | undefined
  readonly building: { readonly commit: string; readonly at: string } | undefined
  readonly refused: string | undefined
  /** Texts that the site does not show as they are. */
  readonly held: readonly HeldBack[]
  readonly past: readonly Happening[]
}

/** Reads it from the builds themselves, and from the journal what they do not tell. */
export async function readBuiltState(municipality: string): Promise<BuiltState> {
  const [current, refused, past] = await Promise.all([
    findCurrent(municipality),
    findRefused(municipality),
    listHappenings(municipality),
  ])
  const last = past.at(-1)
  const runs = last?.what === 'building' && isRunning(last.pid) && (await isThere(municipality, last.folder))
  const stamp = current ? await findStamp(current) : undefined
  const shown = past.findLast((each) => each.what === 'live') ?? stamp
  return {
    live: shown?.texts,
    building: runs && last.texts ? { commit: last.texts, at: last.at } : undefined,
    refused: refused?.texts,
    held: stamp?.held ?? [],
    past,
  }
}

/**
 * @param commits of the published texts, newest first: each holds all that are older
 * @returns the state of each, in the same order
 */
export function publishStates(commits: readonly string[], built: BuiltState): PublishState[] {
  const places = new Map(commits.map((commit, index) => [commit, index]))
  // One that is older than all that were asked for holds none of them.
  const placeOf = (commit: string | undefined) => places.get(commit ?? '') ?? commits.length
  const [live, building, refused] = [
    placeOf(built.live),
    placeOf(built.building?.commit),
    placeOf(built.refused),
  ]
  const last = built.past.findLast((each) => each.what !== 'building')
  return commits.map((_, index) => {
    if (index >= live) {
      const shown = built.past.filter((each) => each.what === 'live')
      // Somebody may have gone back, and published again.
      const without = shown.findLastIndex((each) => placeOf(each.texts) > index)
      return { is: 'live', at: shown[without + 1]?.at }
    }
    if (built.building && index >= building) return { is: 'building', at: built.building.at }
    if (index >= refused) return { is: 'taken-back' }
    if (last?.what === 'stopped' && index >= placeOf(last.texts))
      return { is: 'stopped', at: last.at, stops: last.stops }
    return { is: 'saved' }
  })
}
