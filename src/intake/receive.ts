/** Takes what somebody sent: checks it, and gives a receipt once it is durably kept. */
import { randomUUID } from 'node:crypto'
import { together } from '#db/together.ts'
import { answerForm, identityProblem, type Problem } from '#forms/answer.ts'
import { channelOf } from '#forms/channel.ts'
import type { Form } from '#forms/definition.ts'
import type { Fields } from '#forms/fields.ts'
import { keyField } from '#forms/view.ts'
import { answersFingerprint, keyFingerprint } from './fingerprints.ts'
import { keep, Overtaken, type Receipt, SplitNumberError } from './keep.ts'
import type { Premises, Sender } from './premises.ts'
import type { Origin } from './suspect.ts'

export type { Receipt } from './keep.ts'

/**
 * Checks and keeps what was sent. The same key and answers give the same receipt; the same key with changed answers
 * is a new version under the same reference; another key with the same answers within a day is the same receipt.
 *
 * @param origin where it came from over the network. Without it nothing is suspicious: a command of ours sends it.
 * @throws {TooManyError} when nothing was kept because too much that is suspicious waits already
 */
export async function receive(
  premises: Premises,
  sender: Sender,
  form: Form,
  fields: Fields,
  origin?: Origin,
): Promise<{ readonly receipt: Receipt } | { readonly problems: readonly Problem[] }> {
  const result = answerForm(form, fields)
  if ('problems' in result) return result
  const { vault } = premises
  // A program may send no key: then its answers alone are recognised.
  const key = fields.get(keyField)?.[0] || randomUUID()
  const post = {
    vault,
    sender,
    form,
    channel: channelOf(form, fields)?.key,
    origin,
    limits: premises.limits,
    now: premises.now(),
    answers: result.answers,
    keyFingerprint: keyFingerprint(vault, form, key),
    answersFingerprint: answersFingerprint(vault, form, result.answers),
  }
  try {
    const receipt = await untilItHolds(() => together(premises.db, (trx) => keep(trx, post)))
    premises.wakeDelivery?.()
    return { receipt }
  } catch (error) {
    if (!(error instanceof SplitNumberError)) throw error
    const half = result.answers.find(({ text }) => /\p{N}/u.test(text)) ?? result.answers[0]
    return { problems: [{ key: half?.key ?? '', text: identityProblem }] }
  }
}

async function untilItHolds<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (!isOvertaken(error) || attempt === 50) throw error
    }
  }
}

/** By another process, or, as PostgreSQL says it, by one that waits for us while we wait for it. */
const isOvertaken = (error: unknown) =>
  error instanceof Overtaken || (error instanceof Error && 'code' in error && error.code === '40P01')
