/**
 * Keeps a running server on the newest build: follows the `current` one, whoever made it, and builds by itself when
 * the content is newer than the site, and every night. A build that fails leaves the site as it is.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { buildVariables, type Environment } from '#env.ts'
import { buildSite } from '#publish/build.ts'
import { openBuilder } from '#publish/builder.ts'
import { findCurrent, findRefused, removeLeftovers } from '#publish/builds.ts'
import { addHappening, type HeldBack, type Stop } from '#publish/journal.ts'
import { dayOf, nextNight } from '#publish/night.ts'
import { readBuiltState } from '#publish/publish-state.ts'
import { isSameContent, isSameSource, stampOf } from '#publish/stamp.ts'
import type { SiteServer } from './listen.ts'
import type { Logger } from './log.ts'
import { loadSite, type Site } from './site.ts'

interface Options {
  readonly environment: Environment
  readonly server: Pick<SiteServer, 'switchTo'>
  readonly site: Site
  readonly now: () => Temporal.Instant
  readonly log: Logger
  /** What a coordinator has chosen that the pages say about volunteers. */
  readonly line: () => Promise<string>
  /** The texts as they are published; without them, those of the content folder. */
  readonly texts?: PublishedTexts | undefined
  /** How often to look which build is the current one, in milliseconds. */
  readonly every?: number
}

interface Published {
  readonly commit: string
  readonly folder: string
  readonly held: readonly HeldBack[]
}

/** Texts that have a repository, as src/editing/editing.ts hands them out. */
interface PublishedTexts {
  /** @param held texts that the site does not show as they are, for they do not fit the program */
  published(held?: readonly HeldBack[]): Promise<Published>
  /** The commit alone, which is asked for every few seconds. */
  head(): Promise<string>
  /** Why a build was given up, when the texts of that folder are to blame; `said` is what the build said. */
  check(folder: string, said: string): Promise<readonly Stop[]>
}

export interface Republishing {
  /** Why the site is not what it should be; nothing when it is. */
  problem(): string | undefined
  /** The texts are others than before: looks at once, or as soon as the build that is under way has ended. */
  wake(): void
  /** Somebody edits: the next save shall not wait for a process to begin. */
  warm(): void
  /** Ends a build that is under way, and leaves the site as it is. */
  stop(): Promise<void>
}

/** After a build that failed for a reason that may pass. */
const patience = Temporal.Duration.from({ hours: 1 })

const sayHeld = (held: readonly HeldBack[] = []): string | undefined =>
  held.length > 0
    ? `texts that do not fit this version, and are not shown as they are: ${held.length}; see /koordinator/publisering/`
    : undefined

export function startRepublishing({
  environment,
  server,
  site,
  now,
  log,
  line,
  texts,
  every = 5000,
}: Options): Republishing {
  const { municipality } = environment
  const settings = buildVariables(environment)
  const stopped = new AbortController()
  const { signal } = stopped
  let live = site
  let seen = site.folder
  let problem: string | undefined
  /** What the pages were last meant to say, also when that build failed: it is not tried every few seconds. */
  let said = site.stamp?.line ?? 'none'
  /** Asked against the clock every few seconds: a long timer would sleep on in a computer that slept. */
  let lookAt = now()
  let lookedAt = lookAt
  let woken = new AbortController()
  const builder = openBuilder()
  /** The commit that was last built, or tried. */
  let tried: string | undefined
  /** The one that the texts were at when this server last looked. */
  let head: string | undefined

  /** @returns whether the server now shows another build */
  async function follow(): Promise<boolean> {
    const folder = await findCurrent(municipality)
    if (!folder || folder === seen) return false
    seen = folder
    live = await loadSite(folder, live)
    problem = (await findRefused(municipality)) && rolledBack()
    server.switchTo(live)
    await noteLive(live.stamp?.texts)
    log.info({ folder, day: live.stamp?.day }, 'switched to another build')
    return true
  }

  const rolledBack = () =>
    `rolled back to the build of ${live.stamp?.day}; change the content, or run: npm run build`

  /**
   * @param hurried an editor waits for it
   * @returns what keeps the site from being what it should be
   */
  async function buildIfStale(hurried: boolean): Promise<string | undefined> {
    const published = await findPublished()
    const commit = published?.commit
    tried = commit
    const { variables, stamp: wanted } = await findWanted(published)
    const isToday = wanted.day === live.stamp?.day
    const saysSo = said === (live.stamp?.line ?? 'none')
    if (isToday && saysSo && isSameSource(wanted, live.stamp)) {
      // Texts that are again what the site shows need no build.
      await noteLive(commit)
      return undefined
    }
    if (isSameSource(wanted, await findRefused(municipality))) return rolledBack()
    // Another process may draw with settings of its own, such as its port. Two would undo each other's builds for ever.
    const isCurrent = isSameContent(wanted, live.stamp)
    if (isToday && isCurrent && saysSo) return undefined
    const reason = !isCurrent ? 'newer content' : saysSo ? 'a new day' : 'another line about volunteers'
    log.info({ reason, commit }, 'building')
    const inBackground = !hurried
    try {
      const progress: string[] = []
      const onProgress = (line: string) => progress.push(line)
      const what = { municipality, variables, texts: commit, held: published?.held, now, stamp: wanted }
      await buildSite({ ...what, builder, inBackground, signal, onProgress })
      log.info({ progress }, 'built')
    } catch (error) {
      if (signal.aborted) throw error
      const why = String(error instanceof Error ? error.message : error)
      await noteStop(commit, published && texts ? await texts.check(published.folder, why) : [])
      throw error
    }
    await follow()
    return (await findRefused(municipality)) && rolledBack()
  }

  async function findWanted(published: Published | undefined) {
    const content = published && { PUSTEROM_CONTENT: published.folder }
    const variables = { ...settings, ...content, PUBLIC_LINE: said }
    const stamp = await stampOf(variables, dayOf(now()))
    return { variables, stamp: { ...stamp, held: published?.held ?? [] }, signal }
  }

  /** Where they cannot be written out to be built, as on a full disk, their editor is told so. */
  async function findPublished(): Promise<Published | undefined> {
    try {
      return await texts?.published(live.stamp?.held)
    } catch (error) {
      const commit = await texts?.head()
      const last = (await readBuiltState(municipality)).past.at(-1)
      if (last?.what !== 'stopped' || last.texts !== commit) await noteStop(commit, [])
      throw error
    }
  }

  /** Once, by whichever server is first. */
  async function noteLive(texts: string | undefined): Promise<void> {
    const { live: known, past } = await readBuiltState(municipality)
    if (texts && (texts !== known || past.at(-1)?.what === 'building'))
      await addHappening(municipality, { what: 'live', at: now().toString(), texts })
  }

  const noteStop = (commit: string | undefined, stops: readonly Stop[]): Promise<void> =>
    addHappening(municipality, { what: 'stopped', at: now().toString(), texts: commit, stops })

  /** @returns whether the published texts are others than those that were last tried, and nobody is at them */
  async function isSavedAnew(): Promise<boolean> {
    if (!texts || tried === undefined) return false
    const before = head
    head = await texts.head()
    // The server that saved them begins at once; this one does if by its next look nobody has.
    if (head === tried || head !== before) return false
    return (await readBuiltState(municipality)).building?.commit !== head
  }

  /** @returns whether somebody has chosen another line since the last look */
  async function isChosenAnew(): Promise<boolean> {
    const before = said
    said = await line().catch(() => before)
    return said !== before
  }

  async function look(asked: boolean): Promise<void> {
    try {
      const isSaved = asked || (await isSavedAnew())
      // Set back, as on a machine that began with a wrong one, a clock would let a wrong day stand.
      const isSetBack = Temporal.Instant.compare(now(), lookedAt) < 0
      lookedAt = now()
      const isDue = isSaved || isSetBack || Temporal.Instant.compare(lookedAt, lookAt) >= 0
      const isNew = await isChosenAnew()
      if (!(await follow()) && !isDue && !isNew) return
      problem = await buildIfStale(isSaved)
      lookAt = nextNight(now())
    } catch (error) {
      if (signal.aborted) return
      const reason = String(error instanceof Error ? error.message : error)
      // The reason names files of the server, and anybody may ask /readyz.
      problem = `the last build failed, and the site is that of ${live.stamp?.day}; look in the log for the reason`
      log.error({ reason }, 'the build failed; the site stays as it was')
      const [night, later] = [nextNight(now()), now().add(patience)]
      lookAt = Temporal.Instant.compare(night, later) < 0 ? night : later
    }
  }

  async function run(): Promise<void> {
    await removeLeftovers(municipality).catch((err) => log.warn({ err }, 'an old build could not be removed'))
    while (!signal.aborted) {
      const asked = woken.signal.aborted
      if (asked) woken = new AbortController()
      await look(asked)
      await wait(every, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() => {})
    }
  }
  const running = run()

  return {
    problem: () => problem ?? sayHeld(live.stamp?.held),
    wake: () => woken.abort(),
    warm: () => {
      builder.warm(async () => findWanted(await texts?.published(live.stamp?.held))).catch(() => {})
    },
    async stop() {
      stopped.abort()
      await running
      builder.end()
    },
  }
}
