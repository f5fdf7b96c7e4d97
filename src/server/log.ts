/**
 * The log: JSON lines on stdout, in English, about acts and never about people. A line holds the route of a page,
 * not its address (an address can carry a token or a reference), no query, no body, no client address.
 */
import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger }

interface Options {
  /** Where lines go; stdout unless a test reads them. */
  to?: DestinationStream
  /** An error's message can quote what a person typed, so it is for the developer's own machine only. */
  messages: boolean
}

export function createLog({ to, messages }: Options): Logger {
  const options = {
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describe(messages) },
  }
  return to ? pino(options, to) : pino(options)
}

/** An error as it may be logged: what kind, which code, where in our code. */
function describe(messages: boolean) {
  return (error: unknown) => {
    if (!(error instanceof Error)) return { name: typeof error }
    const { name, message, stack = '' } = error
    // A message of several lines could hold one that looks like a place in the code.
    const frames = stack
      .replace(message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
    return {
      name,
      ...('code' in error && { code: String(error.code) }),
      ...(messages && { message }),
      at: frames.slice(0, 12).map((line) => line.trim().slice(3)),
    }
  }
}
