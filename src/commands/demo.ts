/**
 * `npm run demo`: the invented municipality Fjordvik with its people, in `.demo/`. Nothing of a real deployment is
 * touched: of the environment only the port, the host, the content and the clock are taken.
 */
import { newLink } from '#access/sign-in.ts'
import { deliverNext } from '#intake/deliver.ts'
import { openMailer } from '#intake/mail.ts'
import { findMunicipality } from '#publish/municipality.ts'
import { createLog } from '#server/log.ts'
import { openRuntime } from '#server/runtime.ts'
import { type Environment, readEnvironment } from '../env.ts'
import { buildIfNeeded } from './building.ts'
import { run } from './command.ts'
import { coordinator } from './demo/people.ts'
import { seed } from './demo/seed.ts'
import { getEnvironment, serveUntilSignal, welcome } from './site.ts'

await run(async () => {
  const environment = await getEnvironment(demoEnvironment(readEnvironment()))
  await buildIfNeeded(environment)
  const staffId = await fill(environment)
  const serving = await serveUntilSignal(environment)
  console.error(await welcome(serving))
  const { db, now } = serving.runtime
  const origin = `http://localhost:${serving.port}`
  const link = await newLink(db, { staffId, origin, now: now() })
  console.error(
    `  Sign in as ${coordinator.name}, coordinator in Fjordvik (works once, for 15 minutes):\n  ${link}\n`,
  )
})

function demoEnvironment({ port, host, contentFolder, fixedNow }: Environment): Environment {
  return readEnvironment({
    PORT: String(port),
    HOST: host,
    PUSTEROM_CONTENT: contentFolder,
    PUSTEROM_NOW: fixedNow?.toString(),
    PUSTEROM_DATA: '.demo',
    MUNICIPALITY: 'fjordvik',
  })
}

async function fill(environment: Environment): Promise<string> {
  const municipality = await findMunicipality(environment.contentFolder, environment.municipality)
  if (!municipality) throw new Error('expected content/municipalities/fjordvik, got nothing')
  const log = createLog({ messages: true })
  // What follows is for a person to read; a line for each invented mail would hide the link to sign in with.
  log.level = 'warn'
  const runtime = await openRuntime(environment, log)
  const mailer = openMailer(environment, log)
  try {
    const staffId = await seed(runtime, municipality, `http://localhost:${environment.port}`)
    while (await deliverNext(runtime, mailer));
    return staffId
  } finally {
    mailer.close()
    await runtime.close()
  }
}
