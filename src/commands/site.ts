/** A municipality's environment, texts and server, as the commands begin with them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { countCoordinators } from '#db/staff.ts'
import { hasTexts } from '#editing/copy.ts'
import { publishedTexts } from '#editing/editing.ts'
import { findMunicipality } from '#publish/municipality.ts'
import { createLog } from '#server/log.ts'
import { type Serving, serve } from '#server/serve.ts'
import { stopOnSignal } from '#server/signals.ts'
import { clockOf, type Environment, EnvironmentError, readEnvironment } from '../env.ts'
import { expectOwnServer } from './building.ts'

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

/** For commands that only read: the folder of the texts as editors have published them, or as they were shipped. */
export async function getTextsFolder(environment: Environment): Promise<string> {
  if (!hasTexts(environment)) return environment.contentFolder
  return (await publishedTexts(environment, clockOf(environment)())).folder
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
