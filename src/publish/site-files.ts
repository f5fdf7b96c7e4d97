/**
 * The files of a site on their way into its folder: each is looked at and compressed. What has the same bytes in the
 * build before was looked at there, and is linked with its twins instead of written.
 */
import { link, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { problemIn } from './built-check.ts'
import { writeWithTwins } from './compress.ts'
import { compressions, isCompressible, twinOf } from './file-kind.ts'

/** What lies in a folder in the end. `bytes` as built, `sent` as most browsers get them. */
interface Laid {
  readonly pages: number
  readonly files: number
  readonly bytes: number
  readonly sent: number
}

export interface SiteFiles {
  /** Begins to lay a file. Going on meanwhile keeps both processors at work. @param path `kafe/index.html` */
  lay(path: string, content: Buffer): void
  /** @throws with one line for each file that a visitor would stumble over */
  done(): Promise<Laid>
}

/**
 * @param folder an empty one
 * @param earlier a folder that was laid by the same program
 */
export function layFiles(folder: string, earlier?: string): SiteFiles {
  const folders = new Map<string, Promise<unknown>>()
  const laid = new Map<string, Promise<{ bytes: number; sent: number; problem?: string | undefined }>>()

  async function lay(path: string, content: Buffer) {
    const file = join(folder, path)
    const parent = dirname(file)
    folders.set(parent, folders.get(parent) ?? mkdir(parent, { recursive: true }))
    await folders.get(parent)
    const linked = earlier && (await linkSame(join(earlier, path), file, content))
    if (linked) return { bytes: content.length, sent: linked }
    const problem = problemIn(path, content)
    return { bytes: content.length, sent: await writeWithTwins(file, content), problem }
  }

  return {
    lay(path, content) {
      const laying = lay(path, content)
      // Whoever waits for all of them hears of it.
      laying.catch(() => {})
      laid.set(path, laying)
    },
    async done() {
      const paths = [...laid.keys()].sort()
      const all = await Promise.all(paths.map((path) => laid.get(path)))
      const problems = laid.has('index.html') ? [] : ['index.html: expected a front page']
      const sum = { pages: 0, files: paths.length, bytes: 0, sent: 0 }
      for (const [index, path] of paths.entries()) {
        const { bytes = 0, sent = 0, problem } = all[index] ?? {}
        if (path.endsWith('.html')) sum.pages += 1
        sum.bytes += bytes
        sum.sent += sent
        if (problem) problems.push(`${path}: ${problem}`)
      }
      if (problems.length > 0)
        throw new Error(`expected a site that can be served, got:\n  ${problems.join('\n  ')}`)
      return sum
    },
  }
}

/** Lays everything that a folder holds. */
export async function layFolder(files: SiteFiles, from: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  for (const each of entries) {
    if (!each.isFile()) continue
    const file = join(each.parentPath, each.name)
    files.lay(relative(from, file), await readFile(file))
  }
}

/** @returns how many bytes most browsers get; nothing where there is no such file, or no way to link to it */
async function linkSame(before: string, file: string, content: Buffer): Promise<number | undefined> {
  const known = await readFile(before).catch(() => undefined)
  if (!known?.equals(content)) return undefined
  const twins = isCompressible(file)
    ? compressions.map((name) => [before, file].map((each) => twinOf(each, name)))
    : []
  const pairs = [[before, file], ...twins] as [string, string][]
  const linked = await Promise.allSettled(pairs.map(([from, to]) => link(from, to)))
  if (linked.every(({ status }) => status === 'fulfilled'))
    return twins.length > 0 ? Math.min((await stat(twinOf(file, 'br'))).size, content.length) : content.length
  await Promise.all(pairs.map(([, to]) => rm(to, { force: true })))
  return undefined
}
