/** Building and serving a municipality's site, as the commands start it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { countCoordinators } from '#db/staff.ts'
import { hasTexts } from '#editing/copy.ts'
import { publishedTexts } from '#editing/editing.ts'
import { NoGit } from '#editing/git.ts'
import { buildSite } from '#publish/build.ts'
import { findCurrent, findStamp } from '#publish/builds.ts'
import { findMunicipality } from '#publish/municipality.ts'
import { dayOf } from '#publish/night.ts'
import { isSameSource, stampOf } from '#publish/stamp.ts'
import { createLog } from '#server/log.ts'
import { type Serving, serve } from '#server/serve.ts'
import { stopOnSignal } from '#server/signals.ts'
import { buildVariables, clockOf, type Environment, EnvironmentError, readEnvironment } from '../env.ts'

/** The environment, once its municipality is known to be there and to fit. */
export async function getEnvironment(environment = readEnvironment()): Promise<Environment> {
  const { contentFolder, municipality: name, publicUrl } = environment
  if (!existsSync(join(contentFolder, 'municipalities')))
    throw new EnvironmentError([
      `PUSTEROM_CONTENT: expected a folder with the words and facts, got ${contentFolder}, without municipalities/`,
    ])
  const municipality = await findMunicipality(contentFolder, name)
  if (!municipality)
    throw new EnvironmentError([
      `MUNICIPALITY: expected a folder below ${contentFolder}/municipalities with a municipality.yaml, got ${name}`,
    ])
  if (municipality.invented && publicUrl)
    throw new EnvironmentError([
      `MUNICIPALITY: expected a real one when PUBLIC_URL is set, got ${name}, which is invented for demonstration`,
    ])
  return environment
}

/**
 * The environment with the texts as editors have published them, and not as they were shipped. The same on a machine
 * without git, where nobody edits in the browser.
 */
async function withPublishedTexts(environment: Environment): Promise<Environment & { texts?: string }> {
  try {
    const { commit, folder, kept } = await publishedTexts(environment, clockOf(environment)())
    if (kept.length > 0)
      console.error(
        `This version has newer words for texts that editors have changed; theirs stay:\n  ${kept.join('\n  ')}`,
      )
    return { ...environment, contentFolder: folder, texts: commit }
  } catch (error) {
    if (error instanceof NoGit) return environment
    throw error
  }
}

/** For commands that only read: the folder of the texts as editors have published them, or as they were shipped. */
export async function getTextsFolder(environment: Environment): Promise<string> {
  if (!hasTexts(environment)) return environment.contentFolder
  return (await publishedTexts(environment, clockOf(environment)())).folder
}

/** @throws when the environment is that of a serverless host: its build is another */
function expectOwnServer({ adapter }: Environment): void {
  if (adapter)
    throw new EnvironmentError([
      `ADAPTER: expected nothing where our own server runs, got ${adapter}; with it, use npm run build alone`,
    ])
}

/** Builds, and says so while it takes its seconds. */
export async function build(environment: Environment): Promise<{ folder: string }> {
  expectOwnServer(environment)
  const { municipality } = environment
  const published = await withPublishedTexts(environment)
  const { texts } = published
  const [variables, now] = [buildVariables(published), clockOf(environment)]
  return buildSite({ municipality, variables, texts, now, onProgress: (line) => console.error(line) })
}

/**
 * Builds what must be built before anything can be served: the first site, and that of another program. In operation
 * newer content is built behind what is served; at a developer's desk one waits for it, and sees it at once.
 */
export async function buildIfNeeded(environment: Environment): Promise<void> {
  const current = await findCurrent(environment.municipality)
  const built = current === undefined ? undefined : await findStamp(current)
  const variables = buildVariables(await withPublishedTexts(environment))
  const wanted = await stampOf(variables, dayOf(clockOf(environment)()))
  const fresh = environment.publicUrl
    ? built?.program === wanted.program
    : isSameSource(built, wanted) && built?.day === wanted.day
  if (!fresh) await build(environment)
}

/** Serves until a signal comes: the given build, or the current one, which is then kept fresh. */
export async function serveUntilSignal(environment: Environment, folder?: string): Promise<Serving> {
  expectOwnServer(environment)
  const inOperation = environment.publicUrl !== undefined
  const log = createLog({ messages: !inOperation })
  const serving = await serve(environment, folder, log)
  stopOnSignal(serving.stop, log)
  log.info({ port: serving.port, municipality: environment.municipality }, 'serving')
  return serving
}

/** What a newcomer wants to know, below the line that says it runs. */
export async function welcome({ runtime, port }: Serving): Promise<string> {
  const { environment, db } = runtime
  const address = environment.publicUrl?.origin ?? `http://localhost:${port}`
  const staffAddress = environment.staffUrl?.origin ?? address
  const coordinators = await countCoordinators(db)
  return [
    '',
    `  Pusterom is running at ${address}`,
    '',
    `  Sign in   ${staffAddress}/logg-inn/`,
    ...(coordinators === 0
      ? [
          '            Nobody can yet. Add the first coordinator, in another terminal:',
          '            npm run staff -- add "Your Name" you@example.no --role coordinator',
        ]
      : []),
    environment.smtpUrl
      ? '  Mail      is sent through SMTP_URL'
      : `  Mail      is written as files to ${environment.dataFolder}/mail/ (SMTP_URL is not set)`,
    '  Stop      Ctrl-C',
    '',
  ].join('\n')
}
