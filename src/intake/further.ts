/**
 * Who may add to a submission: whoever has the key of the form that it came from. The key is random, names nobody, and
 * leads to a page that shows nothing of what was sent before.
 */
import { Temporal } from 'temporal-polyfill'
import { listClaimed } from '#db/submissions.ts'
import { answerForm, type Problem } from '#forms/answer.ts'
import type { Form } from '#forms/definition.ts'
import type { Fields } from '#forms/fields.ts'
import { type Review, reviewForm, stepField, steps } from '#forms/review.ts'
import { keyField } from '#forms/view.ts'
import { keyFingerprint } from './fingerprints.ts'
import { madeAt } from './form-key.ts'
import type { Premises } from './premises.ts'

/** The name in an address that carries the key. */
export const keyQuery = 'nokkel'

const openFor = Temporal.Duration.from({ hours: 24 })

/** Whether the key is one of ours, and what came with it first came less than 24 hours ago. */
export async function mayAdd({ db, vault, now }: Premises, form: Form, key: string): Promise<boolean> {
  if (!madeAt(vault, key)) return false
  const [found] = await listClaimed(db, [keyFingerprint(vault, form, key)], now())
  return found !== undefined && Temporal.Instant.compare(found.received_at, now().subtract(openFor)) > 0
}

/** What the address of a receipt says beside the reference: the key to a further page, or that one was received. */
export function receiptQuery({ vault }: Premises, form: Form, key: string): string {
  if (form.furtherTo) return '?mer=mottatt'
  return form.definition.more && madeAt(vault, key) ? `?${new URLSearchParams({ [keyQuery]: key })}` : ''
}

/**
 * What a further page answers until its answers are to be sent: what is wrong, what is about to be sent, or the page
 * once more.
 *
 * @returns `closed` when it is too late; nothing when somebody has looked over her answers and sends them
 */
export async function beforeSending(
  premises: Premises,
  form: Form,
  fields: Fields,
): Promise<'closed' | { problems: readonly Problem[] } | { review?: Review } | undefined> {
  const key = fields.get(keyField)?.[0] ?? ''
  if (!(await mayAdd(premises, form, key))) return 'closed'
  switch (fields.get(stepField)?.[0]) {
    case steps.send:
      return undefined
    case steps.edit:
      return {}
  }
  const result = answerForm(form, fields)
  return 'problems' in result ? result : { review: reviewForm(form, key, fields, result.answers) }
}
