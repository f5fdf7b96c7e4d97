/**
 * A process that builds: `node astro-build.ts OUT [EARLIER]`. The environment says of what. It ends with 0 only when
 * the folder can be served. A child of another process stays, warm, and builds into more folders when it is told to:
 * see builder.ts. Without a folder it makes itself warm, and waits to be told.
 */
import { setContentFolder } from '../env.ts'
import { buildFolder, warmUp } from './build-folder.ts'
import type { Built, Task } from './builder.ts'

const [out, earlier] = process.argv.slice(2)
if (!out && !process.send) throw new Error('expected the folder to build into as the argument, got nothing')

/** One that has bundled the program is too large to stay. */
const mostBytes = 600e6

// Whoever started this build switches to it. When that process is gone, nobody will.
process.on('disconnect', () => process.exit(1))
const asked = new AbortController()
process.on('message', async ({ out, earlier, contentFolder }: Task) => {
  asked.abort()
  await first
  setContentFolder(contentFolder)
  await build(out, earlier)
})
// What a text lacks is said by the build that shall show it.
const first = out ? build(out, earlier) : warmUp(asked.signal).catch(() => {})
await first
if (!process.send) process.exit()

async function build(out: string, earlier: string | undefined): Promise<void> {
  try {
    await buildFolder(out, earlier, (line) => (process.send ? process.send(line) : console.log(line)))
    process.send?.({ built: out } satisfies Built)
    if (process.memoryUsage.rss() > mostBytes) process.exit()
  } catch (error) {
    // The message names file and field; the stack would only show the insides.
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
