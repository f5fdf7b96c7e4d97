/**
 * One build, in a process of its own: `node astro-build.ts OUT [EARLIER]`. The environment says of what. Bundles the
 * program where it is new, draws the pages, compresses them and looks at the result; ends with 0 only when the folder
 * can be served. What is the same in an earlier build is not compressed again.
 */
import { cp, realpath, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { readTexts } from '#texts/read.ts'
import { readBuildSettings } from '../env.ts'
import { checkBuilt } from './built-check.ts'
import { getBundle } from './bundle.ts'
import { compressFolder } from './compress.ts'
import { expectContent } from './content-check.ts'
import { drawPages } from './draw.ts'
import { makeFullTextIndex, writeFullTextIndex } from './full-text-index.ts'

const [out, earlier] = process.argv.slice(2)
if (!out) throw new Error('expected the folder to build into as the argument, got nothing')

// Whoever started this build switches to it. When that process is gone, nobody will.
process.on('disconnect', () => process.exit(1))
const say = (line: string) => (process.send ? process.send(line) : console.log(line))
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
let last = 0
/** What a step took, in milliseconds, for those who want to know where the time goes. */
const step = (name: string) => {
  const now = process.uptime()
  say(`${name.padEnd(9)}${((now - last) * 1000).toFixed(0).padStart(6)} ms`)
  last = now
}

let failed = false
try {
  const environment = readBuildSettings()
  const { contentFolder, municipality, publicUrl, port } = environment
  const client = join(out, 'client')
  await expectContent(contentFolder)
  const texts = await readTexts(contentFolder, municipality)
  step('read')
  const site = publicUrl?.origin ?? `http://localhost:${port}`
  const bundle = await getBundle(site)
  step('bundle')
  await cp(join(bundle.folder, 'client'), join(out, 'client'), { recursive: true })
  // Not a copy: a server goes on with the program it has loaded, and finds its pages also when this build is gone.
  await symlink(
    relative(await realpath(out), await realpath(join(bundle.folder, 'server'))),
    join(out, 'server'),
  )
  await writeFile(join(out, 'texts.json'), JSON.stringify(texts))
  await drawPages(bundle, texts, site, client)
  step('draw')
  // The index is made by another process and the compression by other threads: both processors are at work.
  const before = earlier && join(earlier, 'client')
  const [drawn, index] = await Promise.all([compressFolder(client, before), makeFullTextIndex(client)])
  step('compress')
  await writeFullTextIndex(client, index)
  const found = await compressFolder(join(client, 'pagefind'), before && join(before, 'pagefind'))
  const problems = await checkBuilt(out)
  step('check')
  if (problems.length > 0)
    throw new Error(`expected a site that can be served, got:\n  ${problems.join('\n  ')}`)
  const files = drawn.files - drawn.pages + found.files
  const [bytes, compressed] = [drawn.bytes + found.bytes, drawn.compressed + found.compressed]
  const seconds = process.uptime().toFixed(1)
  say(
    `Built ${drawn.pages} pages and ${files} other files in ${seconds} s: ${kB(bytes)}, ${kB(compressed)} as sent`,
  )
} catch (error) {
  // The message names file and field; the stack would only show the insides.
  console.error(error instanceof Error ? error.message : error)
  failed = true
}
process.exit(failed ? 1 : 0)
