/** A municipality of its own whose every page says which edition of the content it is, and its running server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { compiled } from '../compiled.ts'
import { fixedNow } from '../sites.ts'

export interface Server {
  readonly origin: string
  readonly child: ChildProcess
  readonly lines: () => string
  /** Waits until the log has such a line. */
  said(words: string): Promise<void>
  readiness(): Promise<{ status: string; checks: Record<string, string> }>
  end(signal?: NodeJS.Signals): Promise<void>
}

/** Pages that it goes without: how a build is made and switched to is the same for a few, and takes a third of the time. */
const left = [
  'content/pages/en/resources',
  'content/pages/en/rights',
  'src/pages/[...article].astro',
  'src/pages/[...locale]/barn-og-unge',
  'src/pages/[section]',
  ...[
    'a-til-aa',
    'barn-og-unge',
    'infoskjerm',
    'kalender',
    'kurs',
    'modellen',
    'om',
    'plakater',
    'tilbud',
  ].map((name) => `src/pages/${name}`),
]

/** @param isWhole with every page, for who measures */
export async function makeEditions(municipality: string, isWhole = false) {
  const folder = await mkdtemp(join(tmpdir(), 'editions-'))
  // A program of its own as well: what a developer types meanwhile would make every build stale.
  for (const name of [
    'content',
    'src',
    'admin',
    'docs',
    'astro.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ])
    await cp(name, join(folder, name), { recursive: true })
  for (const name of isWhole ? [] : left) await rm(join(folder, name), { recursive: true, force: true })
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  // The same program is bundled once for all tests that build with it.
  const bundles = resolve('dist/.program')
  await mkdir(bundles, { recursive: true })
  await mkdir(join(folder, 'dist'))
  await symlink(bundles, join(folder, 'dist/.program'))
  // What one of them draws on paper, the others find.
  const papers = resolve('.test/papers')
  await mkdir(papers, { recursive: true })
  await mkdir(join(folder, 'data'))
  await symlink(papers, join(folder, 'data/paper'))
  const content = join(folder, 'content')
  const home = join(folder, 'dist', municipality)
  await cp('content/municipalities/fjordvik', join(content, 'municipalities', municipality), {
    recursive: true,
  })
  const words = join(content, 'pages/nb/interface.yaml')
  const original = await readFile(words, 'utf8')
  const env = {
    ...compiled,
    PATH: process.env.PATH,
    MUNICIPALITY: municipality,
    PUSTEROM_DATA: join(folder, 'data'),
    PUSTEROM_NOW: fixedNow,
    PORT: '0',
  }

  return {
    env,
    folder,
    home,
    /** Writes the edition into the first and the last words of every page. */
    publish: (edition: string) =>
      writeFile(
        words,
        original
          .replace(/^skip: .*$/m, `skip: Hopp til innholdet i utgave ${edition}`)
          .replace(/^noTracking: .*$/m, `noTracking: Dette er utgave ${edition}`),
      ),
    builds: async () => (await readdir(home)).filter((name) => name.startsWith('build-')).sort(),
    command: async (script: string) => {
      const child = spawn(process.execPath, [`src/commands/${script}.ts`], {
        cwd: folder,
        env,
        stdio: 'ignore',
      })
      const [code] = await once(child, 'exit')
      return code as number
    },
    start: () => start(folder, env),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}

async function start(cwd: string, env: Record<string, string | undefined>): Promise<Server> {
  const child = spawn(process.execPath, ['src/commands/serve.ts'], { cwd, env })
  let lines = ''
  const hear = (chunk: Buffer) => {
    lines += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'exit')
  const said = async (words: string) => {
    for (const start = performance.now(); !lines.includes(words); await wait(50))
      if (performance.now() - start > 600_000 || child.exitCode !== null)
        throw new Error(`expected «${words}», got:\n${lines}`)
  }
  await said('"msg":"serving"')
  const origin = `http://127.0.0.1:${/"port":(\d+)/.exec(lines)?.[1]}`
  return {
    origin,
    child,
    lines: () => lines,
    said,
    readiness: async () => (await fetch(`${origin}/readyz`)).json() as ReturnType<Server['readiness']>,
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}
