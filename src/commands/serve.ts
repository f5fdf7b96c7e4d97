/** `npm run serve`: serves the current build and keeps it fresh. `npm run serve -- FOLDER` stays with another build. */
import { resolve } from 'node:path'
import { run } from './command.ts'
import { getEnvironment, serveUntilSignal, welcome } from './site.ts'

await run(async () => {
  const environment = await getEnvironment()
  const [given] = process.argv.slice(2)
  console.error(await welcome(await serveUntilSignal(environment, given && resolve(given))))
})
