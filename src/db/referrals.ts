/**
 * Referrals. The relative's name and what she needs are sealed; what has come of it follows from the acts.
 *
 * @example
 * const { rows } = await listReferrals(db, vault, { states: ['received', 'accepted'], order: 'oldest' })
 * rows[0]?.content.relative?.name
 */
import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { mergedInto } from '#casework/act.ts'
import type { ReferralContent } from '#casework/preferences.ts'
import {
  closedReferralStates,
  type ReferralSource,
  type ReferralState,
  referralState,
} from '#casework/referral.ts'
import { listActsOf } from './acts.ts'
import {
  areaFingerprint,
  type Facts,
  type Listed,
  listFacts,
  listIds,
  type Paging,
  pageOf,
  searchIds,
} from './casework-list.ts'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { recordAct } from './record-act.ts'
import type { Vault } from './vault.ts'

export interface Referral extends Facts<'referrals'> {
  readonly source: ReferralSource
  readonly content: ReferralContent
  /** The form that brought it, while it is kept. */
  readonly submissionId: string | null
  /** Whether a home address is kept; read it with `findHomeAddress`. */
  readonly hasHomeAddress: boolean
}

/** Where its content is sealed. */
export const referralPlace = (id: string) => ({ table: 'referrals', row: id })

/**
 * @param referral `by` is `public` when it came from a form, else who wrote it in
 * @returns its id; it is received from now
 */
export async function addReferral(
  trx: Database,
  vault: Vault,
  referral: {
    readonly source: ReferralSource
    readonly content: ReferralContent
    readonly submissionId?: string
    readonly by: string
    readonly now: Temporal.Instant
  },
): Promise<string> {
  const { source, content, submissionId, by, now } = referral
  const id = randomUUID()
  await trx
    .insertInto('referrals')
    .values({
      id,
      submission_id: submissionId ?? null,
      source,
      area_fingerprint: areaFingerprint(vault, content.area),
      created_at: instantText(now),
      home_key_id: null,
      home_sealed: null,
      ...(await vault.seal(trx, referralPlace(id), content)),
    })
    .execute()
  await recordAct(trx, vault, { subject: { table: 'referrals', id }, name: 'receive', by, now })
  return id
}

/** Seals what is known anew; what was known before cannot be read again. */
export async function changeReferral(
  trx: Database,
  vault: Vault,
  change: {
    readonly id: string
    readonly content: ReferralContent
    readonly by: string
    readonly now: Temporal.Instant
  },
): Promise<void> {
  const { id, content, by, now } = change
  const { key_id: oldKey } = await trx
    .selectFrom('referrals')
    .select('key_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const area_fingerprint = areaFingerprint(vault, content.area)
  await trx
    .updateTable('referrals')
    .set({ area_fingerprint, ...(await vault.seal(trx, referralPlace(id), content)) })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('record_keys').where('id', '=', oldKey).execute()
  await recordAct(trx, vault, { subject: { table: 'referrals', id }, name: 'change', by, now })
}

export const findReferral = async (db: Database, vault: Vault, id: string): Promise<Referral | undefined> =>
  (await openReferrals(db, vault, [id])).get(id)

/** The id of the referral that a submission brought, or that this one was merged into. */
export async function findReferralOf(db: Database, submissionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('referrals')
    .select('id')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  let id = row?.id
  for (let next = id; next; next = mergedInto(await listActsOf(db, { table: 'referrals', id: next })))
    id = next
  return id
}

/** Several at once, by id, in the order of the ids; those that are not there are not in the map. */
export async function openReferrals(
  db: Database,
  vault: Vault,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Referral>> {
  if (ids.length === 0) return new Map()
  const facts = new Map((await listFacts(db, 'referrals', { ids })).map((each) => [each.id, each]))
  const rows = await db
    .selectFrom('referrals')
    .select(['id', 'source', 'submission_id', 'home_key_id', 'key_id', 'sealed'])
    .where('id', 'in', ids)
    .execute()
  const found = new Map<string, Referral>()
  for (const [row, content] of await vault.openAll(db, ({ id }) => referralPlace(id), rows)) {
    const known = facts.get(row.id)
    if (!known) continue
    found.set(row.id, {
      ...known,
      source: row.source as ReferralSource,
      content: content as ReferralContent,
      submissionId: row.submission_id,
      hasHomeAddress: row.home_key_id !== null,
    })
  }
  return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id) as Referral]] : [])))
}

export interface ReferralSearch extends Paging {
  readonly states?: readonly ReferralState[] | undefined
  readonly area?: string | undefined
  /** `oldest` for those that wait; `newest` when left out. */
  readonly order?: 'newest' | 'oldest' | undefined
  readonly source?: ReferralSource | undefined
  /** What must be on top: the lowest first, and among equals the order. */
  readonly rank?: ((facts: Facts<'referrals'>) => number) | undefined
  /** Part of a name, unit or phone number. */
  readonly search?: string | undefined
}

/** A page of referrals; those that are erased only when asked for. */
export async function listReferrals(
  db: Database,
  vault: Vault,
  wanted: ReferralSearch,
): Promise<Listed<Referral>> {
  const { rows, total } = await idsOf(db, vault, wanted)
  return { rows: [...(await openReferrals(db, vault, rows)).values()], total }
}

async function idsOf(db: Database, vault: Vault, wanted: ReferralSearch): Promise<Listed<string>> {
  const { states, search, order, source, rank } = wanted
  const area = wanted.area === undefined ? undefined : areaFingerprint(vault, wanted.area)
  const scope = { table: 'referrals', area, order } as const
  if (!states && !source && !rank && !search?.trim()) return listIds(db, scope, wanted)
  const found = search?.trim() ? await searchIds(db, vault, scope, search, searchedTexts) : undefined
  const from = source && (await idsFrom(db, source))
  const open = states?.every((state) => !closedReferralStates.includes(state)) ?? false
  const facts = (await listFacts(db, 'referrals', { area, open }))
    .filter(({ id }) => (!found || found.has(id)) && (!from || from.has(id)))
    .filter((each) => !states || states.includes(referralState(each)))
  if (order === 'oldest') facts.reverse()
  if (rank) {
    const ranks = new Map(facts.map((each) => [each, rank(each)]))
    facts.sort((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))
  }
  const ids = facts.map(({ id }) => id)
  return { rows: pageOf(ids, wanted), total: ids.length }
}

async function idsFrom(db: Database, source: ReferralSource): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('referrals').select('id').where('source', '=', source).execute()
  return new Set(rows.map(({ id }) => id))
}

/** How many there are in each state; those in which there are none are not in the map. */
export async function countReferrals(db: Database): Promise<ReadonlyMap<ReferralState, number>> {
  const counts = new Map<ReferralState, number>()
  for (const each of await listFacts(db, 'referrals')) {
    const state = referralState(each)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

const searchedTexts = ({ relative, homeCare }: ReferralContent) => [
  relative?.name,
  relative?.phone,
  homeCare?.unit,
  homeCare?.phone,
]
