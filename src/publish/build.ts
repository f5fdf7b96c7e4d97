/** From content to a folder that the server can load. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressFolder } from './compress.ts'

/** Inside the project: the built server finds its packages by looking upwards. */
const project = fileURLToPath(new URL('../../', import.meta.url))
const homeOf = (municipality: string) => join(project, 'dist', municipality)

/** How many finished builds stay: the live one and those to go back to. */
const kept = 3

interface BuildOptions {
  readonly municipality: string
  /** What Astro's process sees as its environment, and nothing else of the machine. */
  readonly variables: Readonly<Record<string, string>>
  /** Gets one line for each step, to show to whoever waits. */
  readonly onProgress?: (line: string) => void
}

/**
 * Builds the site of a municipality into a folder of its own and makes it the current one, so that a
 * build that fails, or is killed, leaves what was there.
 *
 * @throws when Astro refuses the content; it has then written to stderr which file and why
 */
export async function buildSite(options: BuildOptions): Promise<{ folder: string }> {
  const { municipality, variables, onProgress = () => {} } = options
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  const home = homeOf(municipality)
  await mkdir(home, { recursive: true })
  const folder = await mkdtemp(join(home, 'build-'))
  onProgress(`Building the site of ${municipality} …`)
  try {
    await runAstro(variables, folder)
    onProgress(`Pages drawn after ${seconds()}; compressing …`)
    const { pages, files, bytes, compressed } = await compressFolder(join(folder, 'client'))
    onProgress(
      `Built ${pages} pages and ${files - pages} other files in ${seconds()}: ${kB(bytes)}, ${kB(compressed)} as sent`,
    )
    await pointTo(home, folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  await removeOld(home)
  return { folder }
}

/** @throws when nothing has been built for the municipality */
export async function getBuiltSite(municipality: string): Promise<{ folder: string }> {
  const home = homeOf(municipality)
  const name = await readFile(join(home, 'current'), 'utf8').catch(() => undefined)
  if (!name) throw new Error(`expected a built site of ${municipality}, got none. Run: npm run build`)
  return { folder: join(home, name.trim()) }
}

function runAstro(variables: BuildOptions['variables'], folder: string): Promise<void> {
  const script = fileURLToPath(new URL('astro-build.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], {
    cwd: project,
    env: { ...variables, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(new Error(`expected the build to end well, got ${signal ?? `exit code ${code}`}; see above`))
    })
  })
}

/** A file that names the current build: renaming it is one step, on every kind of disk. */
async function pointTo(home: string, folder: string): Promise<void> {
  await writeFile(`${folder}.current`, folder.slice(home.length + 1))
  await rename(`${folder}.current`, join(home, 'current'))
}

/** Keeps the newest, and whatever is so young that another process may be at work in it. */
async function removeOld(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith('build-'))
  const builds = await Promise.all(
    names.map(async (name) => ({ path: join(home, name), madeAt: (await stat(join(home, name))).mtimeMs })),
  )
  const young = Date.now() - 10 * 60_000
  const old = builds
    .sort((a, b) => b.madeAt - a.madeAt)
    .slice(kept)
    .filter(({ madeAt }) => madeAt < young)
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })))
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
