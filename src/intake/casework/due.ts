/** What is due, with whom it is about: the rows of the coordinator's day. */
import type { Temporal } from 'temporal-polyfill'
import type { Due, DueKind, KnownMatch } from '#casework/follow-up.ts'
import { dueThings } from '#casework/follow-up.ts'
import type { CertificateChoice } from '#casework/volunteer.ts'
import { loadOpen } from '#db/known.ts'
import type { Database } from '#db/open.ts'
import { openReferrals, type Referral } from '#db/referrals.ts'
import type { Vault } from '#db/vault.ts'
import { openVolunteers, type Volunteer } from '#db/volunteers.ts'

/** Somebody to call, or to write to when she gave no number. */
export interface Person {
  readonly name: string
  readonly phone: string | undefined
  readonly email?: string | undefined
  /** Whether home care said that it hastens. */
  readonly urgent?: boolean
}

export interface DueRow extends Due {
  /** Those it is about, whom to call first. None for what concerns all. */
  readonly people: readonly Person[]
}

export interface DueList {
  readonly red: readonly Due[]
  readonly due: readonly Due[]
  readonly later: readonly Due[]
}

/** @param away whether no coordinator is at work, so that everything is the deputy's */
export async function listDue(
  db: Database,
  premise: { now: Temporal.Instant; certificate: CertificateChoice; away: boolean },
): Promise<DueList> {
  const all = dueThings(await loadOpen(db), premise)
  const ofTone = (tone: Due['tone']) => all.filter((each) => each.tone === tone)
  return { red: ofTone('red'), due: ofTone('due'), later: ofTone('later') }
}

/** Opens the names and numbers of a few; those of whom nothing is left are nameless. */
export async function openDue(db: Database, vault: Vault, few: readonly Due[]): Promise<DueRow[]> {
  const idsIn = (table: Due['subject']['table']) =>
    few.filter(({ subject }) => subject.table === table).map(({ subject }) => subject.id)
  const matches = await openSides(db, idsIn('matches'))
  const sides = [...matches.values()]
  const volunteers = await openVolunteers(db, vault, [
    ...idsIn('volunteers'),
    ...sides.map(({ volunteerId }) => volunteerId),
  ])
  const referrals = await openReferrals(db, vault, [
    ...idsIn('referrals'),
    ...sides.map(({ referralId }) => referralId),
  ])
  return few.map((due) => {
    const { table, id } = due.subject
    const match = table === 'matches' ? matches.get(id) : undefined
    const volunteer = toVolunteer(volunteers.get(match?.volunteerId ?? id))
    const referral = toReferral(referrals.get(match?.referralId ?? id), due.kind)
    return { ...due, people: inOrder(due.kind, volunteer, referral).flatMap((each) => each ?? []) }
  })
}

type Sides = Pick<KnownMatch, 'volunteerId' | 'referralId'>

async function openSides(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Sides>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('matches')
    .select(['id', 'volunteer_id as volunteerId', 'referral_id as referralId'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const inOrder = (kind: DueKind, volunteer: Person | undefined, referral: Person | undefined) =>
  kind === 'talk-after-death' || kind === 'call-volunteer'
    ? [volunteer]
    : kind === 'call-relative'
      ? [referral]
      : [volunteer, referral]

const toVolunteer = (volunteer: Volunteer | undefined): Person | undefined =>
  volunteer && {
    name: volunteer.content.name,
    phone: volunteer.content.phone,
    email: volunteer.content.email,
  }

/** The relative, or home care while nobody knows more, and when the message is for them: then she is not called. */
function toReferral(referral: Referral | undefined, kind: DueKind): Person | undefined {
  if (!referral) return undefined
  const { relative, homeCare, urgent } = referral.content
  const unit = homeCare && { name: homeCare.unit, phone: homeCare.phone }
  if (kind === 'tell-home-care') return unit ?? (relative && { name: relative.name, phone: undefined })
  const person = relative ?? unit
  return person && { ...person, urgent: urgent && kind === 'answer-referral' }
}
