/** `npm start`: builds the site, then serves it, in one process. */
import { run } from './command.ts'
import { build, getEnvironment, serveUntilSignal, welcome } from './site.ts'

await run(async () => {
  const environment = await getEnvironment()
  const { folder } = await build(environment)
  console.error(await welcome(await serveUntilSignal(environment, folder)))
})
