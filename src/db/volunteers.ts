/**
 * Volunteers. What is known about a person is sealed; where she is on her way follows from her acts.
 *
 * @example
 * const free = { certificate: municipality.policeCertificate, states: ['free'], area: 'Åsen' } as const
 * const { rows, total } = await listVolunteers(db, vault, free)
 * rows[0]?.content.name
 */
import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { type ActName, mergedInto } from '#casework/act.ts'
import type { VolunteerContent } from '#casework/preferences.ts'
import {
  type CertificateChoice,
  closedVolunteerStates,
  missingSteps,
  type VolunteerState,
  volunteerState,
} from '#casework/volunteer.ts'
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

export interface Volunteer extends Facts<'volunteers'> {
  readonly content: VolunteerContent
  /** The form that brought her, while it is kept. */
  readonly submissionId: string | null
}

/** Where its content is sealed. */
export const volunteerPlace = (id: string) => ({ table: 'volunteers', row: id })

/**
 * @param volunteer `by` is `public` when she sent the form herself, else who wrote her in
 * @returns her id; she is signed up from now
 */
export async function addVolunteer(
  trx: Database,
  vault: Vault,
  volunteer: {
    readonly content: VolunteerContent
    readonly submissionId?: string
    readonly by: string
    readonly now: Temporal.Instant
  },
): Promise<string> {
  const { content, submissionId, by, now } = volunteer
  const id = randomUUID()
  await trx
    .insertInto('volunteers')
    .values({
      id,
      submission_id: submissionId ?? null,
      area_fingerprint: areaFingerprint(vault, content.area),
      created_at: instantText(now),
      ...(await vault.seal(trx, volunteerPlace(id), content)),
    })
    .execute()
  await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name: 'sign-up', by, now })
  return id
}

/** Seals what is known anew; what was known before cannot be read again. */
export async function changeVolunteer(
  trx: Database,
  vault: Vault,
  change: {
    readonly id: string
    readonly content: VolunteerContent
    readonly by: string
    readonly now: Temporal.Instant
  },
): Promise<void> {
  const { id, content, by, now } = change
  const { key_id: oldKey } = await trx
    .selectFrom('volunteers')
    .select('key_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const area_fingerprint = areaFingerprint(vault, content.area)
  await trx
    .updateTable('volunteers')
    .set({ area_fingerprint, ...(await vault.seal(trx, volunteerPlace(id), content)) })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('record_keys').where('id', '=', oldKey).execute()
  await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name: 'change', by, now })
}

export const findVolunteer = async (db: Database, vault: Vault, id: string): Promise<Volunteer | undefined> =>
  (await openVolunteers(db, vault, [id])).get(id)

/** The id of the volunteer that a submission brought, or that this one was merged into. */
export async function findVolunteerOf(db: Database, submissionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('volunteers')
    .select('id')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  let id = row?.id
  for (let next = id; next; next = mergedInto(await listActsOf(db, { table: 'volunteers', id: next })))
    id = next
  return id
}

/** Several at once, by id, in the order of the ids; those that are not there are not in the map. */
export async function openVolunteers(
  db: Database,
  vault: Vault,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Volunteer>> {
  if (ids.length === 0) return new Map()
  const facts = new Map((await listFacts(db, 'volunteers', { ids })).map((each) => [each.id, each]))
  const rows = await db
    .selectFrom('volunteers')
    .select(['id', 'submission_id', 'key_id', 'sealed'])
    .where('id', 'in', ids)
    .execute()
  const found = new Map<string, Volunteer>()
  for (const [row, content] of await vault.openAll(db, ({ id }) => volunteerPlace(id), rows)) {
    const known = facts.get(row.id)
    if (known)
      found.set(row.id, { ...known, content: content as VolunteerContent, submissionId: row.submission_id })
  }
  return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id) as Volunteer]] : [])))
}

export interface VolunteerSearch extends Paging {
  readonly certificate: CertificateChoice
  readonly states?: readonly VolunteerState[] | undefined
  readonly area?: string | undefined
  /** A step that is not taken yet, by its act. */
  readonly missing?: ActName<'volunteers'> | undefined
  /** Part of a name, phone number or e-mail address. */
  readonly search?: string | undefined
}

/** A page of volunteers, the newest first; those who are erased only when asked for. */
export async function listVolunteers(
  db: Database,
  vault: Vault,
  wanted: VolunteerSearch,
): Promise<Listed<Volunteer>> {
  const { rows, total } = await idsOf(db, vault, wanted)
  return { rows: [...(await openVolunteers(db, vault, rows)).values()], total }
}

async function idsOf(db: Database, vault: Vault, wanted: VolunteerSearch): Promise<Listed<string>> {
  const { certificate, states, missing, search } = wanted
  const area = wanted.area === undefined ? undefined : areaFingerprint(vault, wanted.area)
  const scope = { table: 'volunteers', area } as const
  if (!states && !missing && !search?.trim()) return listIds(db, scope, wanted)
  const found = search?.trim() ? await searchIds(db, vault, scope, search, searchedTexts) : undefined
  const open = states?.every((state) => !closedVolunteerStates.includes(state)) ?? false
  const ids = (await listFacts(db, 'volunteers', { area, open }))
    .filter(({ id }) => !found || found.has(id))
    .filter((each) => !states || states.includes(volunteerState({ ...each, certificate })))
    .filter(({ acts }) => !missing || missingSteps(acts, certificate).some(({ act }) => act === missing))
    .map(({ id }) => id)
  return { rows: pageOf(ids, wanted), total: ids.length }
}

/** How many there are in each state; those in which nobody is are not in the map. */
export async function countVolunteers(
  db: Database,
  certificate: CertificateChoice,
): Promise<ReadonlyMap<VolunteerState, number>> {
  const counts = new Map<VolunteerState, number>()
  for (const each of await listFacts(db, 'volunteers')) {
    const state = volunteerState({ ...each, certificate })
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

const searchedTexts = ({ name, phone, email }: VolunteerContent) => [name, phone, email]
