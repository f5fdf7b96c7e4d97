/** Keeps the repository of the texts small and quick: what years of saves leave as a file each becomes one pack. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { GitError } from './git.ts'
import type { Repository } from './repository.ts'

/**
 * Branches stay files of their own: whoever saves meanwhile waits for no lock. Nor is there a graph, whose lock would
 * stay when it is broken off, and stop every later one. One thread, for others are served.
 */
const settings = { 'gc.packRefs': 'false', 'gc.writeCommitGraph': 'false', 'pack.threads': '1' }

/**
 * Writers may be at it: what no branch leads to yet is young, and stays for two weeks. A tidying that is killed leaves
 * what was there. Where another process tidies, it does nothing.
 */
export async function tidy({ folder, git }: Repository, signal?: AbortSignal): Promise<void> {
  for (let isSecond = false; ; isSecond = true) {
    try {
      await git(['gc', '--quiet', '--prune=2.weeks.ago'], { settings, ...(signal && { signal }) })
      return
    } catch (error) {
      // What it leaves when it is broken off while it writes down that it runs.
      if (signal?.aborted) await rm(join(folder, 'gc.pid.lock'), { force: true })
      const said = error instanceof GitError ? error.message : ''
      if (/already running/.test(said)) return
      // Another has just begun, and writes down that it runs; or one was killed while it did, which somebody must see.
      if (isSecond || !/gc\.pid\.lock/.test(said)) throw error
      await wait(1000, undefined, { signal })
    }
  }
}
