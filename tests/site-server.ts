/** A built site behind the real server, in a process of its own with an own data folder. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFolder, type SiteName, siteEnvironment } from './sites.ts'

export interface RunningSite {
  readonly origin: string
  readonly dataFolder: string
  /** What the terminal has shown so far. */
  readonly output: () => string
  readonly environment: NodeJS.ProcessEnv
  readonly stop: () => Promise<void>
}

/** @throws when the server does not say within 30 seconds where it listens */
export async function startSite(name: SiteName): Promise<RunningSite> {
  const dataFolder = mkdtempSync(join(tmpdir(), `pusterom-${name}-`))
  const environment = siteEnvironment(name, { PORT: '0', PUSTEROM_DATA: dataFolder })
  const child = spawn('node', ['src/commands/serve.ts', buildFolder(name)], { env: environment })
  let output = ''
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const origin = await new Promise<string>((resolve, reject) => {
    const fail = () => {
      kill()
      rmSync(dataFolder, { recursive: true, force: true })
      reject(new Error(`expected ${name} to start, got:\n${output}`))
    }
    const timer = setTimeout(fail, 30_000)
    const hear = (chunk: Buffer) => {
      output += chunk
      const port = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(output)?.[1]
      if (!port) return
      clearTimeout(timer)
      child.off('exit', fail)
      resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', fail)
  })
  return {
    origin,
    dataFolder,
    environment,
    output: () => output,
    stop: async () => {
      process.off('exit', kill)
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
