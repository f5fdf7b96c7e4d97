/** How a process ends: asked to, or by something that nobody thought of. */
import type { Logger } from './log.ts'

/**
 * On SIGTERM or SIGINT stops and ends with 0; a second signal ends at once. What nobody caught is logged without its
 * words, which may be somebody's, and ends the process with 1.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Logger): void {
  let stopping = false
  const end = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(130)
    stopping = true
    log.info({ signal }, 'stopping')
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'could not stop in order')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'an error that nobody caught')
    process.exit(1)
  })
}
