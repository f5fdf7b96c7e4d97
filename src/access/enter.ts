/** From an answer of the provider to a session. */
import type { Logger } from 'pino'
import { admit, type Stranger } from './account.ts'
import { takeUp } from './pending.ts'
import { type Accounts, ProviderError, readAnswer } from './provider.ts'
import { type Premises, signedIn, startSession } from './session.ts'

/** Why somebody does not come in; `old` is what another browser began, or this one long ago, or twice. */
export type Obstacle = Stranger | 'old' | 'refused' | 'wrong' | 'silent'

/**
 * Finishes what this browser began.
 *
 * @param answer the address that it came back to, on our own origin
 * @returns the value of a Set-Cookie header, or the obstacle
 */
export async function enter(
  premises: Premises & { readonly log: Logger },
  accounts: Accounts,
  request: Request,
  answer: URL,
): Promise<{ cookie: string } | { obstacle: Obstacle }> {
  const pending = await takeUp(premises, request)
  if (!pending) return { obstacle: 'old' }
  if (pending.joins && (await signedIn(premises, request))?.staffId !== pending.joins)
    return { obstacle: 'old' }
  try {
    const person = await readAnswer(accounts, answer, pending)
    if ('problem' in person) {
      premises.log.warn({ code: person.code }, 'the provider’s answer did not sign anybody in')
      return { obstacle: person.problem }
    }
    const admitted = await admit(premises, accounts, person, pending.joins)
    if (typeof admitted === 'string') return { obstacle: admitted }
    return { cookie: await startSession(premises, request, admitted.staffId, 'account') }
  } catch (err) {
    if (!(err instanceof ProviderError)) throw err
    premises.log.error({ err: err.cause }, 'the provider of accounts does not answer')
    return { obstacle: 'silent' }
  }
}
