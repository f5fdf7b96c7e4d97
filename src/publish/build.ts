/** From content to a folder that the server can load. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Temporal } from 'temporal-polyfill'
import {
  findCurrent,
  findStamp,
  finish,
  newFolder,
  project,
  remove,
  removeLeftovers,
  removeOld,
} from './builds.ts'
import { addHappening, shortenJournal } from './journal.ts'
import { dayOf } from './night.ts'
import { stampOf } from './stamp.ts'

interface BuildOptions {
  readonly municipality: string
  /** What the build sees as its environment, and nothing else of the machine: `buildVariables`. */
  readonly variables: Readonly<Record<string, string>>
  /** The commit of the texts that are built, where they have a repository. */
  readonly texts?: string | undefined
  readonly now: () => Temporal.Instant
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
  const { municipality, texts, now, onProgress = () => {} } = options
  const variables = { ...(await sayAsBefore(municipality)), ...options.variables }
  await removeLeftovers(municipality)
  // Before the build: what changes meanwhile makes the site stale at once, instead of going unseen.
  const stamp = { ...(await stampOf(variables, dayOf(now()))), texts }
  const folder = await newFolder(municipality)
  const [at, name] = [now().toString(), basename(folder)]
  await addHappening(municipality, { what: 'building', at, texts, folder: name, pid: process.pid })
  onProgress(`Building the site of ${municipality} …`)
  try {
    await runBuild(folder, { ...options, variables })
    await finish(folder, stamp)
  } catch (error) {
    await remove(folder)
    throw error
  }
  await Promise.all([removeOld(municipality), shortenJournal(municipality)])
  return { folder }
}

/** What is chosen stands in the database: whoever builds without one keeps to what the site says already. */
async function sayAsBefore(municipality: string): Promise<{ PUBLIC_LINE?: string }> {
  const current = await findCurrent(municipality)
  const line = current && (await findStamp(current))?.line
  return line ? { PUBLIC_LINE: line } : {}
}

/** @throws when nothing has been built for the municipality */
export async function getBuiltSite(municipality: string): Promise<{ folder: string }> {
  const folder = await findCurrent(municipality)
  if (!folder) throw new Error(`expected a built site of ${municipality}, got none. Run: npm run build`)
  return { folder }
}

async function runBuild(folder: string, options: BuildOptions) {
  const { municipality, variables, onProgress, inBackground, signal } = options
  const earlier = await findCurrent(municipality)
  const script = fileURLToPath(new URL('astro-build.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, ...(earlier ? [earlier] : [])], {
    cwd: project,
    env: variables,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...(signal && { signal, killSignal: 'SIGKILL' }),
  })
  // At once, before the child has threads of its own: they take after the first.
  if (inBackground && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  child.on('message', (line) => onProgress?.(String(line)))
  const [[code, killedBy], said] = await Promise.all([
    once(child, 'close'),
    text(child.stderr as NodeJS.ReadableStream),
  ])
  if (code !== 0)
    throw new Error(`expected the build to end well, got ${killedBy ?? `exit code ${code}`}\n${said.trim()}`)
  if (said) onProgress?.(said.trim())
}
