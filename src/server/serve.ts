/** One deployment at work: database, mail and web server, from start to a graceful end. */

import { join } from 'node:path'
import { countCoordinators } from '#db/staff.ts'
import { type Editing, openEditing } from '#editing/editing.ts'
import { NoGit } from '#editing/git.ts'
import { findPublicLine } from '#intake/casework/capacity.ts'
import { type Delivery, startDelivery } from '#intake/deliver.ts'
import { type Rounds, startRounds } from '#intake/rounds.ts'
import { getBuiltSite } from '#publish/build.ts'
import type { Environment } from '../env.ts'
import { bodyLimitOf } from './body-limit.ts'
import { coordinatorCheck, copyCheck, keyCheck, mailProblem } from './checks.ts'
import { openCmsFiles } from './cms-files.ts'
import { diskCheck } from './disk.ts'
import { listen } from './listen.ts'
import type { Logger } from './log.ts'
import { openPublishing } from './publishing.ts'
import type { Check } from './readiness.ts'
import { type Republishing, startRepublishing } from './republish.ts'
import { openRuntime, type Runtime } from './runtime.ts'
import { loadSite } from './site.ts'
import { openTexts } from './texts.ts'

export interface Serving {
  readonly port: number
  readonly runtime: Runtime
  /** Stops in the order that loses nothing: no new requests, then no more rounds and mail, then the database. */
  stop(): Promise<void>
}

/**
 * @param folder the build to serve and to stay with. Without it the current one is served and kept fresh.
 * @throws in English when the database, the site or the port cannot be had
 */
export async function serve(
  environment: Environment,
  folder: string | undefined,
  log: Logger,
): Promise<Serving> {
  const site = await loadSite(folder ?? (await getBuiltSite(environment.municipality)).folder)
  const opened = await openRuntime(environment, log)
  const mail = startDelivery(opened)
  let editing: Editing | undefined
  let rounds: Rounds | undefined
  const close = async () => {
    await rounds?.stop()
    await editing?.stop()
    await mail.stop()
    await opened.close()
  }
  let republishing: Republishing | undefined
  try {
    // A build that is served for ever shows no edit.
    if (!folder) editing = await openEditingHere(opened, () => republishing?.wake())
    const wake = () => republishing?.wake()
    const { municipality } = environment
    const warm = () => republishing?.warm()
    const publishing = editing && openPublishing({ municipality, editing, now: opened.now, wake, warm })
    const runtime: Runtime = { ...opened, wakeDelivery: mail.wake, editing, publishing }
    const server = await listen({
      site,
      environment,
      log,
      locals: (log) => ({ runtime: { ...runtime, log } }),
      checks: checksOf(
        runtime,
        mail,
        () => republishing?.problem(),
        async () => rounds?.problem(),
      ),
      bodyLimit: (request, url) => bodyLimitOf(runtime, request, url),
      findFile: openCmsFiles(),
    })
    const origin = environment.publicUrl?.origin ?? `http://localhost:${server.port}`
    rounds = startRounds({
      ...runtime,
      origin,
      staffOrigin: environment.staffUrl?.origin,
      edition: () => server.site().getEdition(),
      archiveFolder: join(environment.dataFolder, 'archive'),
      texts: openTexts({
        municipality: environment.municipality,
        folder: async () => (await editing?.published())?.folder ?? environment.contentFolder,
        asksOthers: environment.publicUrl !== undefined,
        tidy: editing?.tidy,
      }),
    })
    if (!folder) {
      const line = () => findPublicLine(opened.db)
      const keeping = { environment, server, site, now: opened.now, log, line, texts: editing }
      republishing = startRepublishing(keeping)
    }
    return {
      port: server.port,
      runtime,
      async stop() {
        await republishing?.stop()
        await server.stop()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** @returns nothing on a machine without git: then the texts are edited as files, and the site is the same */
async function openEditingHere(
  { environment, now, log }: Runtime,
  onPublished: () => void,
): Promise<Editing | undefined> {
  try {
    return await openEditing({
      ...environment,
      remote: environment.contentRemote,
      cmsBackend: environment.cmsBackend,
      now,
      onPublished,
      onPushProblem: (reason) => log.error({ reason }, 'the texts were not copied to CONTENT_REMOTE'),
    })
  } catch (error) {
    if (!(error instanceof NoGit)) throw error
    log.warn('there is no git in PATH: nobody can edit texts in the browser')
    return undefined
  }
}

function checksOf(
  runtime: Runtime,
  mail: Delivery,
  publishingProblem: () => string | undefined,
  roundsProblem: () => Promise<string | undefined>,
): readonly Check[] {
  const { db, environment } = runtime
  return [
    { name: 'database', weight: 'down', look: async () => void (await countCoordinators(db)) },
    coordinatorCheck(runtime),
    keyCheck(runtime),
    // On PostgreSQL the data folder holds nothing that anybody sent.
    ...(environment.databaseUrl === undefined ? [diskCheck(environment.dataFolder)] : []),
    { name: 'site', weight: 'degraded', look: async () => publishingProblem() },
    ...(environment.contentRemote ? [copyCheck(runtime)] : []),
    { name: 'rounds', weight: 'degraded', look: roundsProblem },
    {
      name: 'mail',
      weight: 'degraded',
      look: async () => {
        const { running, ...mails } = await mail.health()
        return running ? mailProblem(mails) : 'not being sent; restart, and look in the log for the reason'
      },
    },
  ]
}
