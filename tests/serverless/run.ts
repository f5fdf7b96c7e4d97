/**
 * `npm run test:serverless`: does on a copy of the project what docs/serverless.md tells an operator to do, for each
 * host, and sends requests to the function that comes of it. `npm run test:serverless -- netlify` tries one.
 */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { hostNames } from '#env.ts'

const wanted = process.argv.slice(2)
const chosen = hostNames.filter((name) => wanted.length === 0 || wanted.includes(name))
if (chosen.length < wanted.length)
  throw new Error(`expected hosts among ${hostNames.join(', ')}, got ${wanted.join(', ')}`)

/** What a checkout has: nothing installed, built or stored. */
const isSource = (path: string) =>
  !/^(node_modules|dist|\..+)$/.test(relative('.', path)) || relative('.', path) === ''

const folder = await mkdtemp(join(tmpdir(), 'pusterom-serverless-'))
await cp('.', folder, { recursive: true, filter: isSource })
const failed: string[] = []
try {
  await run(folder, 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  for (const host of chosen) if (!(await works(host))) failed.push(host)
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.log(
  `\n${chosen.length - failed.length} passed, ${failed.length} failed${failed.map((host) => ` (${host})`).join('')}`,
)
process.exitCode = failed.length > 0 ? 1 : 0

async function works(host: string): Promise<boolean> {
  try {
    await run(folder, 'npm', ['run', 'adapter', '--', host])
    await run(folder, 'npm', ['run', 'build'], { ADAPTER: host, MUNICIPALITY: 'fjordvik' })
    const config = ['--config', 'tests/serverless/vitest.config.ts']
    await run('.', 'npx', ['vitest', 'run', ...config], { HOSTED: host, HOSTED_FOLDER: folder })
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}

function run(
  cwd: string,
  command: string,
  args: string[],
  variables: Record<string, string> = {},
): Promise<void> {
  console.log(`\n▸ ${command} ${args.join(' ')}`)
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...variables } })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`expected ${command} ${args.join(' ')} to succeed, got ${code}`)),
    )
  })
}
