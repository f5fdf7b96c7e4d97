/** A built site behind the real server, in a process of its own with an own data folder. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiled } from './compiled.ts'
import { buildFolder, type SiteName, siteEnvironment } from './sites.ts'

export interface RunningSite {
  readonly origin: string
  readonly dataFolder: string
  /** What the terminal has shown so far. */
  readonly output: () => string
  readonly environment: NodeJS.ProcessEnv
  readonly pid: number
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would: nothing is finished, and the data folder stays. */
  readonly kill: () => Promise<void>
}

/**
 * @param variables of its environment. A data folder of the caller's stays when the server has stopped.
 * @throws when the server does not say within two minutes where it listens
 */
export async function startSite(
  name: SiteName,
  variables: Record<string, string> = {},
): Promise<RunningSite> {
  const dataFolder = variables.PUSTEROM_DATA ?? mkdtempSync(join(tmpdir(), `pusterom-${name}-`))
  const remove = () => variables.PUSTEROM_DATA ?? rmSync(dataFolder, { recursive: true, force: true })
  const environment = siteEnvironment(name, { PORT: '0', ...variables, PUSTEROM_DATA: dataFolder })
  const child = spawn('node', ['src/commands/serve.ts', buildFolder(name)], {
    env: { ...environment, ...compiled },
  })
  let output = ''
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const origin = await new Promise<string>((resolve, reject) => {
    const fail = () => {
      kill()
      remove()
      reject(new Error(`expected ${name} to start, got:\n${output}`))
    }
    const timer = setTimeout(fail, 120_000)
    let heard = false
    const hear = (chunk: Buffer) => {
      output += chunk
      if (heard) return
      const port = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)\D/.exec(output)?.[1]
      if (!port) return
      heard = true
      clearTimeout(timer)
      child.off('exit', fail)
      resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', fail)
  })
  const end = async (signal: NodeJS.Signals) => {
    process.off('exit', kill)
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill(signal)
    await ended
  }
  return {
    origin,
    dataFolder,
    environment,
    pid: child.pid ?? 0,
    output: () => output,
    stop: async () => {
      await end('SIGTERM')
      remove()
    },
    kill: () => end('SIGKILL'),
  }
}
