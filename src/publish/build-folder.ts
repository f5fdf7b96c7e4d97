/** One build, in the process that asks for it: from the texts to a folder that can be served. */
import { realpath, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { paperFolder, prune } from '#paper/keep.ts'
import { readTexts } from '#texts/read.ts'
import { readBuildSettings } from '../env.ts'
import { getBundle } from './bundle.ts'
import { expectContent } from './content-check.ts'
import { drawPages } from './draw.ts'
import { makeFullTextIndex } from './full-text-index.ts'
import { layFiles, layFolder } from './site-files.ts'

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`

/**
 * @param out an empty folder
 * @param earlier a build of the same program: what is the same there is not made again
 * @param say gets a line for each step with what it took, in milliseconds, for those who want to know where time goes
 * @throws when the texts are refused, naming file and field
 */
export async function buildFolder(
  out: string,
  earlier: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  const begun = Date.now()
  const start = performance.now()
  let last = start
  const step = (name: string) => {
    const now = performance.now()
    say(`${name.padEnd(9)}${(now - last).toFixed(0).padStart(6)} ms`)
    last = now
  }
  const { dataFolder } = readBuildSettings()
  const { site, texts } = await read()
  step('read')
  const bundle = await getBundle(site)
  step('bundle')
  const files = layFiles(join(out, 'client'), earlier && join(earlier, 'client'))
  await layFolder(files, join(bundle.folder, 'client'))
  // Not a copy: a server goes on with the program it has loaded, and finds its pages also when this build is gone.
  await symlink(
    relative(await realpath(out), await realpath(join(bundle.folder, 'server'))),
    join(out, 'server'),
  )
  await writeFile(join(out, 'texts.json'), JSON.stringify(texts), { flush: true })
  const drawn = new Map<string, Buffer>()
  await drawPages(bundle, texts, site, (path, content) => {
    drawn.set(path, content)
    files.lay(path, content)
  })
  step('draw')
  const textOf = async (path: string) => drawn.get(path)?.toString()
  for (const { path, content } of await makeFullTextIndex(textOf)) files.lay(path, content)
  step('index')
  const { pages, files: all, bytes, sent } = await files.done()
  step('compress')
  await prune(paperFolder(dataFolder), begun).catch(() => {})
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  say(
    `Built ${pages} pages and ${all - pages} other files in ${seconds} s: ${kB(bytes)}, ${kB(sent)} as sent`,
  )
}

/**
 * Reads and draws everything once, and keeps nothing but what makes the next time faster.
 *
 * @throws when it is asked to end, for something better to do
 */
export async function warmUp(signal: AbortSignal): Promise<void> {
  const { site, texts } = await read()
  await drawPages(await getBundle(site), texts, site, () => signal.throwIfAborted())
}

async function read() {
  const { contentFolder, municipality, publicUrl, port } = readBuildSettings()
  await expectContent(contentFolder)
  const texts = await readTexts(contentFolder, municipality)
  return { texts, site: publicUrl?.origin ?? `http://localhost:${port}` }
}
