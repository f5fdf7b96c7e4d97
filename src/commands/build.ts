/** `npm run build`: builds the site and makes it the one that `npm run serve` serves. */
import { run } from './command.ts'
import { build, getEnvironment } from './site.ts'

await run(async () => {
  const { folder } = await build(await getEnvironment())
  console.log(folder)
})
