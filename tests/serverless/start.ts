/** A built function at work: in Cloudflare's own runtime, or behind the stand-in of its host. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Hosted {
  readonly origin: string
  /** What the function has logged. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** @param variables what an operator sets; PUBLIC_URL is added */
export async function startHosted(
  host: string,
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<Hosted> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const settings = { ...variables, PUBLIC_URL: origin }
  const child =
    host === 'cloudflare' ? startWrangler(folder, port, settings) : startStand(host, folder, port, settings)
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  while (!/listening|Ready on/.test(output)) {
    if (child.exitCode !== null) throw new Error(`expected the function of ${host} to start, got:\n${output}`)
    await new Promise((done) => setTimeout(done, 100))
  }
  return {
    origin,
    output: () => output,
    async stop() {
      const ended = once(child, 'exit')
      // With everything that it started.
      process.kill(-(child.pid as number))
      await ended
    },
  }
}

/** Away from the project: a function has nothing of it but what was packed. */
function startStand(
  host: string,
  folder: string,
  port: number,
  settings: Record<string, string>,
): ChildProcess {
  const script = resolve(import.meta.dirname, 'host.ts')
  const env = { PATH: process.env.PATH, ...settings }
  return spawn(process.execPath, [script, host, folder, String(port)], { cwd: tmpdir(), env, detached: true })
}

function startWrangler(folder: string, port: number, settings: Record<string, string>): ChildProcess {
  const server = join(folder, 'dist/cloudflare/server')
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(join(server, '.dev.vars'), lines.join(''))
  const wrangler = join(folder, 'node_modules/wrangler/bin/wrangler.js')
  const place = ['--config', join(server, 'wrangler.json'), '--ip', '127.0.0.1', '--port', String(port)]
  const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', CI: '1' }
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...quiet }
  return spawn(process.execPath, [wrangler, 'dev', ...place], { cwd: folder, env, detached: true })
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
