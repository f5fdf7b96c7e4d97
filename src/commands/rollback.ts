/** `npm run rollback`: goes back to the build before the current one. A running server follows within seconds. */
import { basename } from 'node:path'
import { rollBack } from '#publish/builds.ts'
import { run } from './command.ts'
import { getEnvironment } from './site.ts'

await run(async () => {
  const { from, to } = await rollBack((await getEnvironment()).municipality)
  console.log(
    `Back from ${basename(from)} to ${basename(to)}. The same content is not built again by itself:`,
  )
  console.log('change it, or run: npm run build')
})
