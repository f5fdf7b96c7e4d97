/**
 * What happens in the one transaction that keeps a submission: the answers, their fingerprints, what follows from
 * them and a line in the audit log. All of it is there afterwards, or nothing.
 */
import { randomInt } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { addAuditLine } from '#db/audit.ts'
import { newId } from '#db/id.ts'
import type { Database } from '#db/open.ts'
import { quarantineSubmission } from '#db/quarantine.ts'
import {
  addSubmission,
  addVersion,
  claimFingerprint,
  listClaimed,
  moveFingerprint,
  openSubmission,
} from '#db/submissions.ts'
import type { Vault } from '#db/vault.ts'
import { type Answer, findSplitNumber } from '#forms/answer.ts'
import type { Form } from '#forms/definition.ts'
import { referenceAlphabet } from '#forms/reference.ts'
import { isSamePerson } from '#forms/same-person.ts'
import { answersFingerprint } from './fingerprints.ts'
import { follow } from './follow.ts'
import type { Sender } from './premises.ts'
import { type Limits, type Origin, suspect, TooManyError, usualLimits } from './suspect.ts'

/** How long the same answers, sent with another key, are the same submission. */
const sameAnswersFor = { hours: 24 }
/** No person changes her answers this often. */
const mostVersions = 50

export interface Receipt {
  readonly reference: string
}

interface Post {
  readonly vault: Vault
  readonly sender: Sender
  readonly form: Form
  /** The flyer that brought somebody. */
  readonly channel: string | undefined
  readonly origin: Origin | undefined
  readonly limits: Limits | undefined
  readonly now: Temporal.Instant
  readonly answers: readonly Answer[]
  readonly keyFingerprint: string
  readonly answersFingerprint: string
}

/** Another process did the same first. The transaction is taken back; on the next look its result is there. */
export class Overtaken extends Error {}

/** An identity number, half of it on each of two pages. */
export class SplitNumberError extends Error {
  override readonly name = 'SplitNumberError'
}

/**
 * @throws {Overtaken} when it should be tried again
 * @throws {SplitNumberError} when nothing must be kept
 */
export async function keep(trx: Database, post: Post): Promise<Receipt> {
  const { now, keyFingerprint, answersFingerprint } = post
  const claimed = await listClaimed(trx, [keyFingerprint, answersFingerprint], now)
  const byKey = claimed.find((each) => each.fingerprint === keyFingerprint)
  const byAnswers = claimed.find((each) => each.fingerprint === answersFingerprint)
  const before = byKey && (await isSame(trx, post, byKey)) ? byKey : byAnswers
  /** From now on the key leads there. */
  const point = async (id: string) => {
    if (!byKey) await claim(trx, { fingerprint: keyFingerprint, id, now })
    else if (byKey.id !== id) await moveFingerprint(trx, keyFingerprint, id)
  }
  if (post.form.furtherTo && !byKey)
    throw new Error('expected a further page of what is kept, got one of nothing')
  if (!before) return add(trx, post, point)
  await point(before.id)
  if (before.answersFingerprint !== answersFingerprint)
    await change(trx, await merge(trx, post, before), before)
  return { reference: before.reference }
}

type Claimed = Awaited<ReturnType<typeof listClaimed>>[number]

async function isSame(trx: Database, { vault, answers, answersFingerprint }: Post, found: Claimed) {
  if (found.answersFingerprint === answersFingerprint) return true
  return isSamePerson((await openSubmission(trx, vault, found)).answers, answers)
}

async function add(trx: Database, post: Post, point: (id: string) => Promise<void>): Promise<Receipt> {
  const { form, channel, origin, now, vault, limits = usualLimits } = post
  const reason = origin && (await suspect(trx, { vault, limits, now }, { origin, form: form.definition.key }))
  const id = newId()
  const reference = newReference()
  const occasion = form.occasion?.slug
  const submission = { id, form: form.definition.key, occasion, channel, reference, now }
  if (!(await addSubmission(trx, submission))) throw new Overtaken()
  await point(id)
  await write(trx, post, { id, version: 1 })
  if (reason) await quarantineSubmission(trx, { id, reason, now })
  else await follow(trx, { ...post, submissionId: id, reference, version: 1, isFirst: true })
  const act = reason ? 'hold' : 'send'
  await addAuditLine(trx, { actor: 'public', act, table: 'submissions', row: id, now })
  return { reference }
}

/** A page of several: what was answered on the others stays. */
async function merge(trx: Database, post: Post, before: Claimed): Promise<Post> {
  const { vault, form } = post
  const stored = (await openSubmission(trx, vault, before)).answers
  const given = new Map(post.answers.map((answer) => [answer.key, answer]))
  const kept = stored.map((answer) => given.get(answer.key) ?? answer)
  const added = post.answers.filter(({ key }) => !stored.some((answer) => answer.key === key))
  const answers = [...kept, ...added]
  if (findSplitNumber(answers.map(({ key, text }) => [key, text]))) throw new SplitNumberError()
  return { ...post, answers, answersFingerprint: answersFingerprint(vault, form, answers) }
}

async function change(trx: Database, post: Post, before: Claimed): Promise<void> {
  if (before.answersFingerprint === post.answersFingerprint) return
  const { id, reference } = before
  const version = before.version + 1
  if (version > mostVersions)
    throw new TooManyError(`expected at most ${mostVersions} versions of a submission, got one more`)
  await write(trx, post, { id, version })
  // A change of what is held waits with it.
  if (before.heldAt === null)
    await follow(trx, { ...post, submissionId: id, reference, version, isFirst: false })
  await addAuditLine(trx, { actor: 'public', act: 'change', table: 'submissions', row: id, now: post.now })
}

async function write(trx: Database, post: Post, place: { id: string; version: number }) {
  const { vault, now, answersFingerprint, answers, form } = post
  const content = { title: (form.furtherTo ?? form).words.title, answers }
  if (!(await addVersion(trx, vault, { ...place, answersFingerprint, content, now }))) throw new Overtaken()
  const expiresAt = now.add(sameAnswersFor)
  const wanted = { fingerprint: answersFingerprint, id: place.id, now, expiresAt }
  // Changed answers may lead elsewhere already; those of a new submission may not.
  if (!(await claimFingerprint(trx, wanted)) && place.version === 1) throw new Overtaken()
}

async function claim(trx: Database, wanted: Parameters<typeof claimFingerprint>[1]) {
  if (!(await claimFingerprint(trx, wanted))) throw new Overtaken()
}

const newReference = () =>
  Array.from({ length: 8 }, () => referenceAlphabet[randomInt(referenceAlphabet.length)]).join('')
