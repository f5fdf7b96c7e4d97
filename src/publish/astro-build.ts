/** One Astro build, in a process of its own: `node astro-build.ts OUT`. The environment says of what. */
import { build } from 'astro'

const [out] = process.argv.slice(2)
if (!out) throw new Error('expected the folder to build into as the argument, got nothing')
await build({ outDir: out, cacheDir: `${out}.cache`, logLevel: 'warn' })
