/**
 * Matches: which volunteer is tied to which referral, with the matching meeting and the needs agreement, sealed.
 *
 * @example
 * const id = await addMatch(trx, vault, { volunteerId, referralId, by: staffId, now })
 * await agreeMeeting(trx, vault, { id, meeting: { date: '2026-11-26', time: '17:00', place: 'Hjemme' }, by: staffId, now })
 */
import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Act } from '#casework/act.ts'
import type { MatchingMeeting } from '#casework/match.ts'
import type { NeedsAgreement } from '#casework/needs-agreement.ts'
import { problemOf } from '#casework/preferences.ts'
import { listActs } from './acts.ts'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { removeNotes } from './notes.ts'
import { recordAct } from './record-act.ts'
import type { Vault } from './vault.ts'

/** What is sealed. */
export interface MatchContent {
  readonly meeting?: MatchingMeeting | undefined
  readonly agreement?: NeedsAgreement | undefined
}

/** A match as far as it is open. */
export interface MatchFacts {
  readonly id: string
  readonly volunteerId: string
  readonly referralId: string
  readonly createdAt: string
  readonly acts: readonly Act<'matches'>[]
}

export interface Match extends MatchFacts {
  readonly content: MatchContent
}

interface By {
  readonly id: string
  readonly by: string
  readonly now: Temporal.Instant
}

const placeOf = (id: string) => ({ table: 'matches', row: id })

/** @returns the id of the match, proposed from now */
export async function addMatch(
  trx: Database,
  vault: Vault,
  match: {
    readonly volunteerId: string
    readonly referralId: string
    readonly by: string
    readonly now: Temporal.Instant
  },
): Promise<string> {
  const { volunteerId, referralId, by, now } = match
  const id = randomUUID()
  await trx
    .insertInto('matches')
    .values({
      id,
      volunteer_id: volunteerId,
      referral_id: referralId,
      created_at: instantText(now),
      ...(await vault.seal(trx, placeOf(id), {} satisfies MatchContent)),
    })
    .execute()
  await recordAct(trx, vault, { subject: { table: 'matches', id }, name: 'propose', by, now })
  return id
}

/**
 * Agrees on a matching meeting, or moves it. From now the referral's home address may be kept.
 *
 * @returns the id of the referral
 */
export async function agreeMeeting(
  trx: Database,
  vault: Vault,
  { id, meeting, by, now }: By & { readonly meeting: MatchingMeeting },
): Promise<string> {
  if (problemOf(meeting.place)) throw new Error('expected a place without an identity number, got one with')
  await change(trx, vault, id, { meeting })
  const subject = { table: 'matches', id } as const
  await recordAct(trx, vault, { subject, name: 'agree-meeting', by, date: meeting.date, now })
  const { referral_id } = await rowsOf(trx, { id }).select('referral_id').executeTakeFirstOrThrow()
  return referral_id
}

/**
 * Keeps a needs agreement: signed, to be reviewed, and, the first time, begun on its start date. The same call takes a
 * changed agreement later.
 */
export async function signAgreement(
  trx: Database,
  vault: Vault,
  { id, agreement, by, now }: By & { readonly agreement: NeedsAgreement },
): Promise<void> {
  await change(trx, vault, id, { agreement })
  const act = { subject: { table: 'matches', id }, by, now } as const
  await recordAct(trx, vault, { ...act, name: 'sign-agreement', date: agreement.signedOn })
  await recordAct(trx, vault, { ...act, name: 'plan-review', date: agreement.reviewDate })
  const started = (await listActs(trx, 'matches', [id])).get(id)?.some((each) => each.name === 'start')
  if (!started) await recordAct(trx, vault, { ...act, name: 'start', date: agreement.startDate })
}

/** Takes meetings and agreements out, and what staff wrote: what is left are the acts. */
export async function emptyMatches(trx: Database, vault: Vault, of: MatchSearch): Promise<void> {
  for (const { id } of await rowsOf(trx, of).select('id').execute()) {
    await change(trx, vault, id, { meeting: undefined, agreement: undefined })
    await removeNotes(trx, { table: 'matches', id })
  }
}

async function change(trx: Database, vault: Vault, id: string, what: MatchContent): Promise<void> {
  const row = await trx
    .selectFrom('matches')
    .select(['key_id', 'sealed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const before = (await vault.open(trx, placeOf(id), row)) as MatchContent
  await trx
    .updateTable('matches')
    .set(await vault.seal(trx, placeOf(id), { ...before, ...what }))
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('record_keys').where('id', '=', row.key_id).execute()
}

/** Of which volunteer, referral or match; all when empty. */
export interface MatchSearch {
  readonly id?: string
  readonly volunteerId?: string
  readonly referralId?: string
}

const rowsOf = (db: Database, { id, volunteerId, referralId }: MatchSearch) => {
  let query = db.selectFrom('matches')
  if (id !== undefined) query = query.where('id', '=', id)
  if (volunteerId !== undefined) query = query.where('volunteer_id', '=', volunteerId)
  if (referralId !== undefined) query = query.where('referral_id', '=', referralId)
  return query.orderBy('created_at', 'desc').orderBy('id')
}

/** Matches with their acts, the newest first; nothing sealed is opened. */
export async function listMatchFacts(db: Database, of: MatchSearch = {}): Promise<MatchFacts[]> {
  const rows = await rowsOf(db, of).select(['id', 'volunteer_id', 'referral_id', 'created_at']).execute()
  const acts = await listActs(
    db,
    'matches',
    Object.keys(of).length === 0 ? undefined : rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    volunteerId: row.volunteer_id,
    referralId: row.referral_id,
    createdAt: row.created_at,
    acts: acts.get(row.id) ?? [],
  }))
}

/** Matches with what was agreed, the newest first. */
export async function listMatches(db: Database, vault: Vault, of: MatchSearch): Promise<Match[]> {
  const facts = new Map((await listMatchFacts(db, of)).map((each) => [each.id, each]))
  const rows = await rowsOf(db, of).select(['id', 'key_id', 'sealed']).execute()
  const opened = await vault.openAll(db, ({ id }) => placeOf(id), rows)
  return opened.flatMap(([{ id }, content]) => {
    const known = facts.get(id)
    return known ? [{ ...known, content: content as MatchContent }] : []
  })
}

export const findMatch = async (db: Database, vault: Vault, id: string): Promise<Match | undefined> =>
  (await listMatches(db, vault, { id }))[0]
