/**
 * `npm run build`: builds the site and makes it the one that `npm run serve` serves. With ADAPTER it builds for that
 * serverless host instead.
 */
import { build } from './building.ts'
import { run } from './command.ts'
import { getEnvironment } from './site.ts'

await run(async () => {
  const environment = await getEnvironment()
  const { adapter: host } = environment
  if (!host) {
    console.log((await build(environment)).folder)
    return
  }
  const { buildHosted } = await import('#server/hosts/build.ts')
  console.log(await buildHosted(host, environment))
})
