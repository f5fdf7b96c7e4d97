/**
 * Builds in a process of its own, which stays for the next time: what it has loaded, read and made fast serves a text
 * that is saved a moment later. Only the texts may be others then; for anything else there is a new process.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { project } from './builds.ts'
import type { Stamp } from './stamp.ts'

/** What a process is told to do when it has built already. */
export interface Task {
  readonly out: string
  readonly earlier: string | undefined
  readonly contentFolder: string
}

/** What it says when it has. Strings say how far it has come. */
export interface Built {
  readonly built: string
}

/** What a process builds with, until it ends. */
interface Surroundings {
  /** All that the process sees as its environment. */
  readonly variables: Readonly<Record<string, string>>
  readonly stamp: Stamp
  /** Leaves the processor to others, who are being served. */
  readonly inBackground?: boolean | undefined
  /** Ends the process. */
  readonly signal?: AbortSignal | undefined
}

interface Wanted extends Surroundings, Pick<Task, 'out' | 'earlier'> {
  /** Gets one line for each step. */
  readonly onProgress?: ((line: string) => void) | undefined
}

export interface Builder {
  /** One at a time. @throws with what the process said, when there is no whole site in the folder */
  build(wanted: Wanted): Promise<void>
  /** Begins a process that will be asked soon to build the same with other texts; one that is there stays on. */
  warm(wanted: () => Promise<Surroundings>): Promise<void>
  /** Ends the process, whatever it does. */
  end(): void
}

/** Milliseconds after the last sign of an editor until the process is no longer worth its memory, some 300 MB. */
const patience = 10 * 60_000

/** Milliseconds. The slowest machine draws a site in a minute or two; one that hangs would keep every save waiting. */
const usualLimit = 20 * 60_000

/** Megabytes for what is young: the default triples what the process holds, and draws no faster. */
const flags = ['--max-semi-space-size=4']

/** What a process can be asked again for: the texts alone may be others. */
function served({ variables, stamp, inBackground = false }: Surroundings): string {
  const { PUSTEROM_CONTENT: _, ...others } = variables
  return JSON.stringify([Object.entries(others).sort(), stamp.program, stamp.day, inBackground])
}

/** @param limit milliseconds that one build may take */
export function openBuilder(limit = usualLimit): Builder {
  let running: { readonly child: ChildProcess; readonly serves: string } | undefined
  let idle: NodeJS.Timeout | undefined

  function end() {
    clearTimeout(idle)
    running?.child.kill('SIGKILL')
    running = undefined
  }

  function stay() {
    clearTimeout(idle)
    idle = setTimeout(end, patience).unref()
  }

  /** @returns the process, which builds */
  function begin(wanted: Wanted): ChildProcess {
    const { out, earlier, variables } = wanted
    if (running?.serves !== served(wanted)) return start(wanted, [out, ...(earlier ? [earlier] : [])])
    const { PUSTEROM_CONTENT: contentFolder = 'content' } = variables
    running.child.send({ out, earlier, contentFolder } satisfies Task)
    return running.child
  }

  function start(wanted: Surroundings, asked: readonly string[] = []): ChildProcess {
    const { variables, inBackground, signal } = wanted
    end()
    const script = fileURLToPath(new URL('astro-build.ts', import.meta.url))
    const child = spawn(process.execPath, [...flags, script, ...asked], {
      cwd: project,
      env: variables,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...(signal && { signal, killSignal: 'SIGKILL' }),
    })
    // At once, before the child has threads of its own: they take after the first.
    if (inBackground && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    // A process that is told to end, or that ends by itself, is not asked again.
    const gone = () => {
      if (running?.child === child) end()
    }
    child.on('error', gone).on('exit', gone)
    running = { child, serves: served(wanted) }
    return child
  }

  async function build(wanted: Wanted): Promise<void> {
    const child = begin(wanted)
    const over = new AbortController()
    const until = (what: string) => once(child, what, { signal: over.signal })
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
    }
    const timer = setTimeout(() => {
      said += `It had not ended after ${limit / 60_000} minutes.`
      child.kill('SIGKILL')
    }, limit)
    const listen = (message: string | Built) => {
      if (typeof message === 'string') wanted.onProgress?.(message)
      else child.emit('built')
    }
    child.stderr?.on('data', hear)
    child.on('message', listen)
    try {
      const [code = 0, killedBy] = await Promise.race([until('built'), until('close')])
      if (code !== 0)
        throw new Error(
          `expected the build to end well, got ${killedBy ?? `exit code ${code}`}\n${said.trim()}`,
        )
      if (said) wanted.onProgress?.(said.trim())
    } finally {
      clearTimeout(timer)
      over.abort()
      child.stderr?.off('data', hear)
      child.off('message', listen)
    }
  }

  return {
    async build(wanted) {
      const isWarm = running !== undefined
      clearTimeout(idle)
      try {
        await build(wanted)
      } catch (error) {
        end()
        if (!isWarm || wanted.signal?.aborted) throw error
        // What a process has become after many builds shall stop nobody: a new one says whether the texts are to blame.
        await rm(wanted.out, { recursive: true, force: true })
        await mkdir(wanted.out)
        await build(wanted)
      } finally {
        stay()
      }
    },
    async warm(find) {
      const wanted = running ? undefined : await find()
      if (wanted && !running && !wanted.signal?.aborted) start(wanted)
      stay()
    },
    end,
  }
}
