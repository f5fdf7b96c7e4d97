/**
 * Takes what somebody sent and keeps it: submission, fingerprints and mail in one transaction. A receipt is given
 * only after the commit.
 */
import { randomInt, randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import { addSubmission, addVersion, claimFingerprint, findClaimed } from '#db/submissions.ts'
import type { Vault } from '#db/vault.ts'
import { type Answer, answerForm, type Problem } from '#forms/answer.ts'
import type { Form } from '#forms/definition.ts'
import type { Fields } from '#forms/fields.ts'
import { referenceAlphabet } from '#forms/reference.ts'
import { keyField } from '#forms/view.ts'
import { followers, type Kept } from './followers.ts'
import { notify } from './notify.ts'
import type { Premises, Sender } from './premises.ts'

/** How long the same answers, sent with another key, are the same submission. */
const sameAnswersFor = { hours: 24 }

export interface Receipt {
  readonly reference: string
}

/**
 * Checks and keeps what was sent. The same key and answers give the same receipt; the same key with changed answers
 * is a new version under the same reference; another key with the same answers within a day is the same receipt.
 */
export async function receive(
  premises: Premises,
  sender: Sender,
  form: Form,
  fields: Fields,
): Promise<{ readonly receipt: Receipt } | { readonly problems: readonly Problem[] }> {
  const result = answerForm(form, fields)
  if ('problems' in result) return result
  const { vault } = premises
  const { definition, occasion } = form
  const name = occasion ? `${definition.key} ${occasion.slug}` : definition.key
  // A program may send no key: then its answers alone are recognised.
  const key = fields.get(keyField)?.[0] || randomUUID()
  const post: Post = {
    vault,
    sender,
    form,
    now: premises.now(),
    answers: result.answers,
    keyFingerprint: vault.fingerprint(`${name} key`, key),
    answersFingerprint: vault.fingerprint(`${name} answers`, canonical(result.answers)),
  }
  const receipt = await untilItHolds(() => premises.db.transaction().execute((trx) => keep(trx, post)))
  premises.wakeDelivery?.()
  return { receipt }
}

interface Post {
  readonly vault: Vault
  readonly sender: Sender
  readonly form: Form
  readonly now: Temporal.Instant
  readonly answers: readonly Answer[]
  readonly keyFingerprint: string
  readonly answersFingerprint: string
}

async function keep(trx: Database, post: Post): Promise<Receipt> {
  const { now, keyFingerprint, answersFingerprint } = post
  const byKey = await findClaimed(trx, keyFingerprint, now)
  const before = byKey ?? (await findClaimed(trx, answersFingerprint, now))
  if (!before) return add(trx, post)
  if (!byKey) await claim(trx, { fingerprint: keyFingerprint, id: before.id, now })
  if (before.answersFingerprint !== answersFingerprint)
    await write(trx, post, { ...before, version: before.version + 1 })
  return { reference: before.reference }
}

async function add(trx: Database, post: Post): Promise<Receipt> {
  const { now, keyFingerprint } = post
  const id = randomUUID()
  const reference = newReference()
  if (!(await addSubmission(trx, { id, form: post.form.definition.key, reference, now })))
    throw new Overtaken()
  await claim(trx, { fingerprint: keyFingerprint, id, now })
  await write(trx, post, { id, reference, version: 1 })
  return { reference }
}

async function write(trx: Database, post: Post, place: { id: string; reference: string; version: number }) {
  const { vault, now, answersFingerprint, answers, form } = post
  const content = { title: form.words.title, answers }
  if (!(await addVersion(trx, vault, { ...place, answersFingerprint, content, now }))) throw new Overtaken()
  const expiresAt = now.add(sameAnswersFor)
  const claimed = await claimFingerprint(trx, {
    fingerprint: answersFingerprint,
    id: place.id,
    now,
    expiresAt,
  })
  // Changed answers may lead elsewhere already; those of a new submission may not.
  if (!claimed && place.version === 1) throw new Overtaken()
  const kept: Kept = { ...post, ...place, submissionId: place.id, isFirst: place.version === 1 }
  const outcome = await followers[form.definition.key]?.(trx, kept)
  await notify(trx, { ...kept, ...(outcome && { outcome }) })
}

async function claim(trx: Database, wanted: Parameters<typeof claimFingerprint>[1]) {
  if (!(await claimFingerprint(trx, wanted))) throw new Overtaken()
}

/** Another process did the same first. The transaction is taken back; on the next look its result is there. */
class Overtaken extends Error {}

async function untilItHolds<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === 50) throw error
    }
  }
}

/** What was answered, whatever the words were. */
const canonical = (answers: readonly Answer[]) =>
  JSON.stringify(answers.map(({ key, value }) => [key, value]))

const newReference = () =>
  Array.from({ length: 8 }, () => referenceAlphabet[randomInt(referenceAlphabet.length)]).join('')
