/** What a function keeps from one request to the next: settings and keys, and no connection. */
import { readHostedEnvironment } from '#env.ts'
import { createLog } from '../log.ts'
import { openRuntime, type Runtime } from '../runtime.ts'

export type Ground = Omit<Runtime, 'db' | 'wakeDelivery'>

let opening: Promise<Ground | undefined> | undefined

/**
 * Once in a function's life, and again after it went wrong.
 *
 * @returns nothing when the function cannot work; the log then says why
 */
export function getGround(): Promise<Ground | undefined> {
  opening ??= open().catch((err: unknown) => {
    opening = undefined
    // Nobody has been heard yet, so that the message can quote nobody.
    logTo({ messages: true }).error({ err }, 'the function cannot work')
    return undefined
  })
  return opening
}

async function open(): Promise<Ground> {
  // Brings the tables to their newest shape. The connection goes with the request that woke the function.
  const { db: _, close, ...ground } = await openRuntime(readHostedEnvironment(), logTo({ messages: false }))
  await close()
  return ground
}

/** Through the console, which every host collects. */
const logTo = (options: { messages: boolean }) =>
  createLog({ ...options, to: { write: (line) => console.log(line.trimEnd()) } })
