/** From content to a folder that the server can load. */
import { basename } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { type Builder, openBuilder } from './builder.ts'
import {
  findCurrent,
  findRefused,
  findStamp,
  finish,
  newFolder,
  remove,
  removeLeftovers,
  removeOld,
} from './builds.ts'
import { addHappening, type HeldBack, shortenJournal } from './journal.ts'
import { dayOf } from './night.ts'
import { type Stamp, stampOf } from './stamp.ts'

interface BuildOptions {
  readonly municipality: string
  /** What the build sees as its environment, and nothing else of the machine: `buildVariables`. */
  readonly variables: Readonly<Record<string, string>>
  /** The commit of the texts that are built, where they have a repository. */
  readonly texts?: string | undefined
  /** Texts that the site does not show as they are. */
  readonly held?: readonly HeldBack[] | undefined
  readonly now: () => Temporal.Instant
  /** What the build is of, for whoever has just looked. */
  readonly stamp?: Stamp | undefined
  /** A process that builds for somebody who will ask again. */
  readonly builder?: Builder | undefined
  /** Gets one line for each step, to show to whoever waits. */
  readonly onProgress?: (line: string) => void
  /** Leaves the processor to others, who are being served. */
  readonly inBackground?: boolean
  /** Ends the build. */
  readonly signal?: AbortSignal
}

/**
 * Builds the site of a municipality into a folder of its own and makes it the current one, so that a build that
 * fails, or is killed, leaves what was there.
 *
 * @throws when the content is refused; the message then says which file and why
 */
export async function buildSite(options: BuildOptions): Promise<{ folder: string }> {
  const { municipality, texts, held = [], now, onProgress = () => {}, builder = openBuilder() } = options
  const variables = { ...(await sayAsBefore(municipality)), ...options.variables }
  await removeLeftovers(municipality)
  // Before the build: what changes meanwhile makes the site stale at once, instead of going unseen.
  const stamp = { ...(options.stamp ?? (await stampOf(variables, dayOf(now())))), texts, held }
  const refused = await findRefused(municipality)
  const folder = await newFolder(municipality)
  const [at, name] = [now().toString(), basename(folder)]
  await addHappening(municipality, { what: 'building', at, texts, folder: name, pid: process.pid })
  onProgress(`Building the site of ${municipality} …`)
  try {
    const earlier = await findLike(municipality, stamp)
    await builder.build({ ...options, out: folder, earlier, variables, stamp })
    if (!(await finish(folder, stamp, refused))) {
      await remove(folder)
      return await getBuiltSite(municipality)
    }
  } catch (error) {
    await remove(folder)
    throw error
  } finally {
    if (builder !== options.builder) builder.end()
  }
  // The site is there, whatever else the disk refuses: the next build tries again.
  await Promise.allSettled([removeOld(municipality), shortenJournal(municipality)])
  return { folder }
}

/** What is chosen stands in the database: whoever builds without one keeps to what the site says already. */
async function sayAsBefore(municipality: string): Promise<{ PUBLIC_LINE?: string }> {
  const current = await findCurrent(municipality)
  const line = current && (await findStamp(current))?.line
  return line ? { PUBLIC_LINE: line } : {}
}

/** The current build, where it is one of the same program: another may have looked at its files with other eyes. */
async function findLike(municipality: string, { program }: Stamp): Promise<string | undefined> {
  const current = await findCurrent(municipality)
  return current && (await findStamp(current))?.program === program ? current : undefined
}

/** @throws when nothing has been built for the municipality */
export async function getBuiltSite(municipality: string): Promise<{ folder: string }> {
  const folder = await findCurrent(municipality)
  if (!folder) throw new Error(`expected a built site of ${municipality}, got none. Run: npm run build`)
  return { folder }
}
