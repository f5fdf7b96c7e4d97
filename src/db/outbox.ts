/**
 * Mail on its way. It is written with what causes it, in one transaction, and sent afterwards: what is committed is
 * sent, if need be twice, and nothing else is.
 */
import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { newId } from './id.ts'
import { instantText } from './instant.ts'
import { together } from './together.ts'
import type { Vault } from './vault.ts'

export interface Mail {
  readonly to: string
  /** Never personal data: subjects stand in lists and on locked screens. */
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly Attachment[] | undefined
}

/** A file that goes with a mail, such as a date for a calendar. */
export interface Attachment {
  readonly filename: string
  /** `text/calendar; charset=utf-8; method=PUBLISH` */
  readonly contentType: string
  readonly content: string
}

/** Mail that one worker holds until `lease` runs out. */
export interface LeasedMail {
  readonly id: string
  readonly kind: string
  readonly lease: string
  readonly createdAt: string
  /** This one included. */
  readonly attempts: number
  /** What went wrong the last time. */
  readonly problem: string | null
}

const placeOf = (id: string) => ({ table: 'outbox', row: id })

export async function enqueueMail(
  trx: Database,
  vault: Vault,
  mail: Mail & { kind: string; submissionId?: string | undefined; now: Temporal.Instant },
): Promise<void> {
  const { to, subject, text, attachments, kind, submissionId = null } = mail
  const id = newId()
  const now = instantText(mail.now)
  const sealed = await vault.seal(trx, placeOf(id), { to, subject, text, attachments } satisfies Mail)
  await trx
    .insertInto('outbox')
    .values({ id, kind, submission_id: submissionId, created_at: now, due_at: now, attempts: 0, ...sealed })
    .execute()
}

const waiting = (db: Database) =>
  db.selectFrom('outbox').where('sent_at', 'is', null).where('given_up_at', 'is', null)

/**
 * Takes the mail that has waited the longest. Of two workers that want the same, one gets it: the second finds it
 * leased when the first is done, and gets nothing.
 */
export async function leaseMail(
  db: Database,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<LeasedMail | undefined> {
  const due = instantText(now)
  const lease = randomUUID()
  const free = waiting(db)
    .where('due_at', '<=', due)
    .where((row) => row.or([row('leased_until', 'is', null), row('leased_until', '<=', due)]))
  const row = await db
    .updateTable('outbox')
    .set((each) => ({ lease, leased_until: instantText(until), attempts: each('attempts', '+', 1) }))
    .where('id', '=', free.select('id').orderBy('due_at').orderBy('id').limit(1))
    .where('sent_at', 'is', null)
    .where((each) => each.or([each('leased_until', 'is', null), each('leased_until', '<=', due)]))
    .returning(['id', 'kind', 'created_at', 'attempts', 'problem'])
    .executeTakeFirst()
  if (!row) return undefined
  const { id, kind, attempts, problem, created_at: createdAt } = row
  return { id, kind, lease, createdAt, attempts, problem }
}

/** @throws {SealError} when the bytes do not open */
export async function readMail(db: Database, vault: Vault, { id }: LeasedMail): Promise<Mail> {
  const { key_id, sealed } = await db
    .selectFrom('outbox')
    .select(['key_id', 'sealed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (key_id === null || sealed === null) throw new Error(`expected mail ${id} with content, got none`)
  return (await vault.open(db, placeOf(id), { key_id, sealed })) as Mail
}

/** Notes that it was sent, and removes recipient and text with their key. */
export async function markSent(db: Database, { id }: LeasedMail, now: Temporal.Instant): Promise<void> {
  await together(db, async (trx) => {
    const row = await trx.selectFrom('outbox').select('key_id').where('id', '=', id).executeTakeFirst()
    await trx
      .updateTable('outbox')
      .set({ sent_at: instantText(now), ...noLease, problem: null, key_id: null, sealed: null })
      .where('id', '=', id)
      .execute()
    if (row?.key_id) await trx.deleteFrom('record_keys').where('id', '=', row.key_id).execute()
  })
}

/** Gives it back, to be tried again at `dueAt`, or never. Only the worker that holds it can. */
export async function returnMail(
  db: Database,
  { id, lease }: LeasedMail,
  outcome: { problem: string; dueAt: Temporal.Instant } | { problem: string; givenUpAt: Temporal.Instant },
): Promise<void> {
  const next =
    'dueAt' in outcome
      ? { due_at: instantText(outcome.dueAt) }
      : { given_up_at: instantText(outcome.givenUpAt) }
  await db
    .updateTable('outbox')
    .set({ ...next, ...noLease, problem: outcome.problem })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute()
}

const noLease = { lease: null, leased_until: null }

/** Something asks every few seconds, and more than this is as bad as this. */
const mostCounted = 10_000

/** How much mail waits (counted no further than 10,000), how much of it has since before `since`, how much was given up. */
export async function countMail(
  db: Database,
  since: Temporal.Instant,
): Promise<{ waiting: number; late: number; givenUp: number }> {
  const oldest = instantText(since)
  const { count, late } = await db
    .selectFrom(waiting(db).select('created_at').limit(mostCounted).as('waiting'))
    .select((row) => [
      row.fn.countAll<number>().as('count'),
      row.fn.countAll<number>().filterWhere('created_at', '<', oldest).as('late'),
    ])
    .executeTakeFirstOrThrow()
  const givenUp = await db
    .selectFrom('outbox')
    .where('given_up_at', 'is not', null)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { waiting: count, late, givenUp: givenUp.count }
}
