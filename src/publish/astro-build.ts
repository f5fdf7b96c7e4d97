/** One Astro build, in a process of its own: `node astro-build.ts OUT`. The environment says of what. */
import { rm } from 'node:fs/promises'
import { build } from 'astro'

const [out] = process.argv.slice(2)
if (!out) throw new Error('expected the folder to build into as the argument, got nothing')

// A cache of its own each time: two builds may run at once, and nothing of an earlier one can reach this one.
const cache = `${out}.cache`
let failed = false
try {
  // Warnings are of Astro's insides, and of folders that a municipality may leave empty.
  await build({ outDir: out, cacheDir: cache, logLevel: 'error' })
} catch (error) {
  // The message names file and field; the stack would only show Astro's insides.
  console.error(error instanceof Error ? error.message : error)
  failed = true
}
await rm(cache, { recursive: true, force: true })
// Astro may be about to write to its cache once more.
process.exit(failed ? 1 : 0)
