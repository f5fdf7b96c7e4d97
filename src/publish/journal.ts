/**
 * What no build can say of itself: when one began, went live or was given up. One line each in `journal`, beside the
 * builds; the line of a process that was killed while it wrote is passed over.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { homeOf } from './builds.ts'
import { writeWhole } from './write-whole.ts'

/** Why a build was given up, for the person who can set it right. */
export interface Stop {
  /** The file: `content/pages/nb/front.yaml`. */
  readonly path: string
  /** What people call it. */
  readonly title: string
  /** In Norwegian, naming the field or the line. */
  readonly message: string
}

/** A text that does not fit the program, as after an upgrade, and is kept as it is until somebody sets it right. */
export interface HeldBack extends Stop {
  /** The version that does not fit. */
  readonly blob: string
  /** What the site shows instead: what else stands in it, the program's own text, or nothing. */
  readonly shows: 'rest' | 'shipped' | 'nothing'
}

/** `at` is ISO 8601 in UTC, `texts` the commit that was built, `folder` the name of the build. */
export type Happening = { readonly at: string; readonly texts?: string | undefined } & (
  | { readonly what: 'building'; readonly folder: string; readonly pid: number }
  /** Said by the first server that shows it. */
  | { readonly what: 'live' }
  | { readonly what: 'stopped'; readonly stops: readonly Stop[] }
)

/** Lines that a page may still want. */
const kept = 300

const fileOf = (municipality: string) => join(homeOf(municipality), 'journal')

/** Lines that found no room on the disk, by municipality. They are known in this process, and written with the next. */
const unwritten = new Map<string, string>()

/** One write of one line: two processes never mix theirs. What cannot be written stops nothing. */
export async function addHappening(municipality: string, happening: Happening): Promise<void> {
  const lines = `${unwritten.get(municipality) ?? ''}${JSON.stringify(happening)}\n`
  try {
    await mkdir(homeOf(municipality), { recursive: true })
    await appendFile(fileOf(municipality), lines)
    unwritten.delete(municipality)
  } catch {
    // The file may end in half a line now.
    unwritten.set(municipality, `\n${lines.trimStart()}`)
  }
}

/** Everything that is known, oldest first. */
export async function listHappenings(municipality: string): Promise<Happening[]> {
  const text = await readFile(fileOf(municipality), 'utf8').catch(() => '')
  return (text + (unwritten.get(municipality) ?? '')).split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as Happening] : []
    } catch {
      return []
    }
  })
}

/** Forgets what is old, when there is much of it. */
export async function shortenJournal(municipality: string): Promise<void> {
  const all = await listHappenings(municipality)
  if (all.length < 2 * kept) return
  const lines = all.slice(-kept).map((each) => `${JSON.stringify(each)}\n`)
  await writeWhole(fileOf(municipality), lines.join(''))
}
