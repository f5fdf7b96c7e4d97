/** One Astro build, in a process of its own: `node astro-build.ts OUT`. The environment says of what. */
import { rm } from 'node:fs/promises'
import { build } from 'astro'

const [out] = process.argv.slice(2)
if (!out) throw new Error('expected the folder to build into as the argument, got nothing')

// A cache of its own each time: two builds may run at once, and nothing of an earlier one can reach this one.
const cache = `${out}.cache`
try {
  await build({ outDir: out, cacheDir: cache, logLevel: 'warn' })
} finally {
  await rm(cache, { recursive: true, force: true })
}
