/** Sends the history to another repository, a moment after each change, and never takes anything from there. */
import { unescape as decode } from 'node:querystring'
import { GitError } from './git.ts'
import { mainRef, type Repository, shippedRef } from './repository.ts'

/**
 * Drafts there follow drafts here, also when they are gone. The others only ever grow: where somebody else has written
 * to them, the push is refused, and says so.
 *
 * @param remote an address of https or ssh, or a folder. It may hold a password, so it stands in no command line and
 *   in no error.
 * @throws in English when the other side did not take everything
 */
export async function push({ git }: Repository, remote: string, signal?: AbortSignal): Promise<void> {
  const what = [`${mainRef}:${mainRef}`, `${shippedRef}:${shippedRef}`, '+refs/heads/cms/*:refs/heads/cms/*']
  try {
    await git(['push', '--quiet', '--prune', '--no-verify', 'copy', ...what], {
      settings: settingsOf(remote),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new Error(error.message.replaceAll(remote, 'CONTENT_REMOTE').replace(/\/\/[^@\s/]+@/g, '//'))
  }
}

/** Git would put a password of https into the command line of its helper: it travels in a header instead. */
function settingsOf(remote: string): Record<string, string> {
  const url = URL.canParse(remote) ? new URL(remote) : undefined
  if (url?.protocol !== 'https:' || !(url.username || url.password)) return { 'remote.copy.url': remote }
  // As git does: a percent sign that begins nothing stands for itself.
  const person = [url.username, url.password].map(decode).join(':')
  url.username = ''
  url.password = ''
  const header = `Authorization: Basic ${Buffer.from(person).toString('base64')}`
  return { 'remote.copy.url': url.href, [`http.${url.origin}/.extraHeader`]: header }
}

/** Milliseconds. */
interface Patience {
  /** How long the other side may take. */
  readonly answer?: number
  /** Until a push that failed is tried again. */
  readonly again?: number
}

interface Pushing {
  /** There is something new. */
  wake(): void
  /** Why the copy is not what it should be; nothing when it is. */
  problem(): string | undefined
  stop(): Promise<void>
}

/**
 * One push at a time; what changes meanwhile goes with the next. A push that failed is tried again after a while, also
 * when nothing changes: the other side may have been away for the night.
 */
export function startPushing(
  repository: Repository,
  remote: string,
  onProblem: (reason: string) => void,
  { answer = 300_000, again = 300_000 }: Patience = {},
): Pushing {
  const stopped = new AbortController()
  let problem: string | undefined
  let waiting = false
  let later: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function pushOnce(): Promise<void> {
    waiting = false
    clearTimeout(later)
    if (stopped.signal.aborted) return
    const late = AbortSignal.timeout(answer)
    try {
      await push(repository, remote, AbortSignal.any([stopped.signal, late]))
      problem = undefined
    } catch (error) {
      if (stopped.signal.aborted) return
      const said = error instanceof Error ? error.message : String(error)
      problem = late.aborted ? `CONTENT_REMOTE: expected an answer within ${answer / 1000} s, got none` : said
      onProblem(problem)
      later = setTimeout(wake, again)
    }
  }

  function wake(): void {
    if (waiting) return
    waiting = true
    running = running.then(pushOnce)
  }

  return {
    wake,
    problem: () => problem,
    async stop() {
      stopped.abort()
      await running
      clearTimeout(later)
    },
  }
}
