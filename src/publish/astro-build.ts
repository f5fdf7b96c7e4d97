/**
 * One build, in a process of its own: `node astro-build.ts OUT`. The environment says of what. Draws the pages,
 * compresses them and looks at the result; ends with 0 only when the folder can be served.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'astro'
import { checkBuilt } from './built-check.ts'
import { compressFolder } from './compress.ts'

const [out] = process.argv.slice(2)
if (!out) throw new Error('expected the folder to build into as the argument, got nothing')

// Whoever started this build switches to it. When that process is gone, nobody will.
process.on('disconnect', () => process.exit(1))
const say = (line: string) => (process.send ? process.send(line) : console.log(line))
const seconds = () => `${process.uptime().toFixed(1)} s`
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`

// A cache of its own each time: two builds may run at once, and nothing of an earlier one can reach this one.
const cache = `${out}.cache`
let failed = false
try {
  // Warnings are of Astro's insides, and of folders that a municipality may leave empty.
  await build({ outDir: out, cacheDir: cache, logLevel: 'error' })
  say(`Pages drawn after ${seconds()}; compressing …`)
  const { pages, files, bytes, compressed } = await compressFolder(join(out, 'client'))
  const problems = await checkBuilt(out)
  if (problems.length > 0)
    throw new Error(`expected a site that can be served, got:\n  ${problems.join('\n  ')}`)
  say(
    `Built ${pages} pages and ${files - pages} other files in ${seconds()}: ${kB(bytes)}, ${kB(compressed)} as sent`,
  )
} catch (error) {
  // The message names file and field; the stack would only show Astro's insides.
  console.error(error instanceof Error ? error.message : error)
  failed = true
}
await rm(cache, { recursive: true, force: true })
// Astro may be about to write to its cache once more.
process.exit(failed ? 1 : 0)
