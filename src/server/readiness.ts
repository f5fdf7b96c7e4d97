/** Whether this process does its work: what /readyz answers, in words that an operator can act on. */

/** One thing to look at. Nothing said means that it is well. */
export interface Check {
  readonly name: string
  /** `down` takes the site out of a load balancer; `degraded` keeps it in and asks for a person. */
  readonly weight: 'down' | 'degraded'
  /** @returns what is wrong and what to do, or nothing; a throw counts as wrong without a reason */
  look(): Promise<string | undefined>
}

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'down'
  /** `ok`, or the reason, by the name of the check. */
  readonly checks: Readonly<Record<string, string>>
}

/** Looks at everything at once, each within a limit of its own. */
export async function readiness(checks: readonly Check[], milliseconds = 3000): Promise<Readiness> {
  const found = await Promise.all(
    checks.map(async ({ name, weight, look }) => {
      const reason = await within(milliseconds, look()).catch(() => 'does not answer')
      return { name, weight, reason }
    }),
  )
  const wrong = found.filter(({ reason }) => reason !== undefined)
  const status = wrong.some(({ weight }) => weight === 'down')
    ? 'down'
    : wrong.length > 0
      ? 'degraded'
      : 'ready'
  return { status, checks: Object.fromEntries(found.map(({ name, reason }) => [name, reason ?? 'ok'])) }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`expected an answer within ${milliseconds} ms, got none`)),
      milliseconds,
    )
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
