/** Building a municipality's site from its published texts, as the commands do it. */
import { findHeldBack, publishedTexts, type Texts } from '#editing/editing.ts'
import { NoGit } from '#editing/git.ts'
import { buildSite } from '#publish/build.ts'
import { findCurrent, findStamp } from '#publish/builds.ts'
import type { HeldBack } from '#publish/journal.ts'
import { dayOf } from '#publish/night.ts'
import { isSameSource, type Stamp, stampOf } from '#publish/stamp.ts'
import { buildVariables, clockOf, type Environment, EnvironmentError } from '../env.ts'

/** What is built: the texts as they were shipped, where editors have none. */
interface Building {
  readonly environment: Environment
  readonly texts?: Texts
}

/**
 * The texts as editors have published them, and not as they were shipped. The same on a machine without git, where
 * nobody edits in the browser.
 */
async function withPublishedTexts(environment: Environment, held?: readonly HeldBack[]): Promise<Building> {
  try {
    const { kept, ...texts } = await publishedTexts(environment, clockOf(environment)(), held)
    if (kept.length > 0)
      console.error(
        `This version has newer words for texts that editors have changed; theirs stay:\n  ${kept.join('\n  ')}`,
      )
    return { environment: { ...environment, contentFolder: texts.folder }, texts }
  } catch (error) {
    if (error instanceof NoGit) return { environment }
    throw error
  }
}

/** @throws when the environment is that of a serverless host: its build is another */
export function expectOwnServer({ adapter }: Environment): void {
  if (adapter)
    throw new EnvironmentError([
      `ADAPTER: expected nothing where our own server runs, got ${adapter}; with it, use npm run build alone`,
    ])
}

/**
 * Builds, and says so while it takes its seconds. Where no site of this program is there to go on with, texts that do
 * not fit it are held back, one after the other, so that there is one.
 *
 * @throws when the texts are refused, and nothing can stand in for them
 */
export async function build(environment: Environment): Promise<{ folder: string }> {
  expectOwnServer(environment)
  const [built, { program }] = [await findBuilt(environment), await wantedOf(environment)]
  const isThere = built?.program === program
  let held = isThere ? (built.held ?? []) : []
  for (;;) {
    const building = await withPublishedTexts(environment, held)
    try {
      return await buildOnce(building)
    } catch (error) {
      const { texts } = building
      const said = String(error instanceof Error ? error.message : error)
      const found = isThere || !texts ? [] : await findHeldBack(environment, texts, said)
      const more = found.filter(({ path }) => !held.some((each) => each.path === path))
      if (more.length === 0) throw error
      held = [...held, ...more]
      console.error(sayHeld(more))
    }
  }
}

function buildOnce({ environment, texts }: Building): Promise<{ folder: string }> {
  const { municipality } = environment
  return buildSite({
    municipality,
    variables: buildVariables(environment),
    texts: texts?.commit,
    held: texts?.held,
    now: clockOf(environment),
    onProgress: (line) => console.error(line),
  })
}

const sayHeld = (held: readonly HeldBack[]): string =>
  [
    'These texts do not fit this version. They are kept, and the site does not show them as they are:',
    ...held.map(({ path, message, shows }) => `  ${path}: ${message} (shown: ${shows})`),
    'Editors see them at /koordinator/publisering/, and set them right there.',
  ].join('\n')

async function findBuilt({ municipality }: Environment): Promise<Stamp | undefined> {
  const current = await findCurrent(municipality)
  return current === undefined ? undefined : findStamp(current)
}

const wantedOf = (environment: Environment): Promise<Stamp> =>
  stampOf(buildVariables(environment), dayOf(clockOf(environment)()))

/**
 * Builds what must be built before anything can be served: the first site, and that of another program. In operation
 * newer content is built behind what is served; at a developer's desk one waits for it, and sees it at once.
 */
export async function buildIfNeeded(environment: Environment): Promise<void> {
  const built = await findBuilt(environment)
  const { environment: wantedFrom, texts } = await withPublishedTexts(environment, built?.held)
  const wanted = { ...(await wantedOf(wantedFrom)), held: texts?.held ?? [] }
  const fresh = environment.publicUrl
    ? built?.program === wanted.program
    : isSameSource(built, wanted) && built?.day === wanted.day
  if (!fresh) await build(environment)
}
