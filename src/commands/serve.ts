/** `npm run serve`: serves the site that was built last. `npm run serve -- FOLDER` serves another build. */
import { resolve } from 'node:path'
import { getBuiltSite } from '#publish/build.ts'
import { run } from './command.ts'
import { getEnvironment, serveUntilSignal, welcome } from './site.ts'

await run(async () => {
  const environment = await getEnvironment()
  const [given] = process.argv.slice(2)
  const folder = given ? resolve(given) : (await getBuiltSite(environment.municipality)).folder
  console.error(await welcome(await serveUntilSignal(environment, folder)))
})
