/**
 * A process that builds: `node astro-build.ts OUT [EARLIER]`. The environment says of what. It ends with 0 only when
 * the folder can be served. A child of another process stays, warm, and builds into more folders when it is told to:
 * see builder.ts.
 */
import { setContentFolder } from '../env.ts'
import { buildFolder } from './build-folder.ts'
import type { Built, Task } from './builder.ts'

const [out, earlier] = process.argv.slice(2)
if (!out) throw new Error('expected the folder to build into as the argument, got nothing')

/** One that has bundled the program is too large to stay. */
const mostBytes = 600e6

// Whoever started this build switches to it. When that process is gone, nobody will.
process.on('disconnect', () => process.exit(1))
process.on('message', ({ out, earlier, contentFolder }: Task) => {
  setContentFolder(contentFolder)
  void build(out, earlier)
})
await build(out, earlier)
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
