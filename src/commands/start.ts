/** `npm start`: builds the site where that is needed, then serves it and keeps it fresh, in one process. */
import { buildIfNeeded } from './building.ts'
import { run } from './command.ts'
import { getEnvironment, serveUntilSignal, welcome } from './site.ts'

await run(async () => {
  const environment = await getEnvironment()
  await buildIfNeeded(environment)
  console.error(await welcome(await serveUntilSignal(environment)))
})
