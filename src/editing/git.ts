/** Runs git on one repository and brings nothing of the machine along: no settings, hooks, filters or questions of anybody. */
import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'

export interface GitOptions {
  /** The folder of the repository itself, with `HEAD` in it. */
  readonly folder: string
  /** Where programs are found, as in PATH. */
  readonly searchPath: string
}

interface Call {
  readonly input?: string | Buffer
  /** Variables of this call alone. */
  readonly env?: Readonly<Record<string, string>>
  /** Settings of git for this call alone. Secrets go here: a command line is seen by everybody on the machine. */
  readonly settings?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** @returns what git wrote on its standard output */
export type Git = (args: readonly string[], call?: Call) => Promise<Buffer>

/** There is no git on the machine. */
export class NoGit extends Error {}

/** Git ended with something else than 0. The message is git's own, in English, for developers. */
export class GitError extends Error {
  readonly code: number | null
  constructor(args: readonly string[], code: number | null, said: string) {
    super(`git ${args[0]}: expected it to end well, got ${code ?? 'a signal'}: ${said.trim()}`)
    this.code = code
  }
}

const noGit = 'expected the program git, 2.30 or later, in PATH, got none'

const settings = [
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.fsmonitor=false',
  'core.autocrlf=false',
  // A commit that was promised is on the disk, also when the power goes.
  'core.fsync=committed,reference',
  'gc.auto=0',
  'commit.gpgSign=false',
  'credential.helper=',
  // No question about a key or a host, which would wait for somebody at the terminal.
  'core.sshCommand=ssh -o BatchMode=yes',
  'protocol.allow=never',
  'protocol.https.allow=always',
  'protocol.ssh.allow=always',
  'protocol.file.allow=always',
].flatMap((setting) => ['-c', setting])

const surroundings = {
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_TERMINAL_PROMPT: '0',
}

/** Of one repository: a page about hundreds of drafts must not start hundreds of programs. */
const atOnce = 8

export function gitOf({ folder, searchPath }: GitOptions): Git {
  const waiting: (() => void)[] = []
  let free = atOnce

  return async (args, call) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run(args, call)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }

  async function run(args: readonly string[], { input, env, settings: own, signal }: Call = {}) {
    const child = spawn('git', [...settings, ...args], {
      env: { PATH: searchPath, ...surroundings, GIT_DIR: folder, ...asVariables(own), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own: what it starts ends with it, and nothing finds a terminal to ask at.
      detached: true,
      ...(signal && { signal, killSignal: 'SIGKILL' }),
    })
    const endAll = () => child.pid && endGroup(child.pid)
    signal?.addEventListener('abort', endAll, { once: true })
    // Git may end before it has read everything; its code says why.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return reject(new NoGit(noGit, { cause: error }))
        const runs = child.exitCode === null && child.signalCode === null
        // Broken off, it is over when it has ended.
        if (signal?.aborted && runs) child.once('exit', () => reject(error))
        else reject(error)
      })
      child.once('close', resolve)
    }).finally(() => signal?.removeEventListener('abort', endAll))
    const [code, out, said] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)])
    if (code !== 0) throw new GitError(args, code, said)
    return out
  }
}

const asVariables = (settings: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(Object.keys(settings).length)],
    ...Object.entries(settings).flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ])

/** Git and all that it has started: `ssh` and `git-remote-https` would wait on without it. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // They have ended.
  }
}
