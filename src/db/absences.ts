/** Who is away when, and who acts in her place. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import type { Role } from './tables.ts'

export interface Absence {
  readonly id: string
  readonly staffId: string
  readonly deputyId: string
  /** Days in Oslo as text, `2026-12-24`, both included. */
  readonly from: string
  readonly until: string
}

const columns = ['id', 'staff_id as staffId', 'deputy_id as deputyId'] as const
const days = ['from_date as from', 'until_date as until'] as const
const valid = (db: Database) => db.selectFrom('absences').where('withdrawn_at', 'is', null)

export async function addAbsence(
  trx: Database,
  absence: Absence & { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto('absences')
    .values({
      id: absence.id,
      staff_id: absence.staffId,
      deputy_id: absence.deputyId,
      from_date: absence.from,
      until_date: absence.until,
      added_at: instantText(absence.now),
      added_by: absence.by,
    })
    .execute()
}

/** @returns false when there is no such absence, or it was withdrawn */
export async function withdrawAbsence(
  trx: Database,
  id: string,
  { by, now }: { by: string; now: Temporal.Instant },
): Promise<boolean> {
  const withdrawn = await trx
    .updateTable('absences')
    .set({ withdrawn_at: instantText(now), withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return withdrawn !== undefined
}

/** Absences that have not ended, the first first. */
export function listAbsences(db: Database, now: Temporal.Instant): Promise<Absence[]> {
  return valid(db)
    .select([...columns, ...days])
    .where('until_date', '>=', dayOf(now))
    .orderBy('from_date')
    .orderBy('id')
    .execute()
}

/**
 * Who does the coordinator's work on this day in Oslo: every coordinator who is not away, and the deputy named by each
 * who is. A deputy who is away herself has named another. Somebody always acts, as long as anybody works here: with
 * nobody named, every deputy who is not away, and else every coordinator and deputy.
 *
 * @returns ids of staff, in the order in which they were added
 * @example (await whoActs(db, now)).includes(staff.staffId) // whether what is due is hers today
 */
export async function whoActs(db: Database, now: Temporal.Instant): Promise<string[]> {
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'role'])
    .where('removed_at', 'is', null)
    .where('role', 'in', ['coordinator', 'deputy'] satisfies Role[])
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const today = dayOf(now)
  const away = await valid(db)
    .select(columns)
    .where('from_date', '<=', today)
    .where('until_date', '>=', today)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const works = new Set(staff.map(({ id }) => id))
  const deputyOf = new Map(away.map(({ staffId, deputyId }) => [staffId, deputyId]))

  /** Follows the chain of deputies, which may run in a circle. */
  function standsIn(id: string): string | undefined {
    const passed = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && deputyOf.has(at) && !passed.has(at)) {
      passed.add(at)
      at = deputyOf.get(at)
    }
    return at !== undefined && works.has(at) && !deputyOf.has(at) ? at : undefined
  }

  const coordinators = staff.filter(({ role }) => role === 'coordinator')
  const acting = new Set(coordinators.map(({ id }) => standsIn(id)))
  const present = staff.filter(({ id }) => !deputyOf.has(id))
  const chosen = staff.filter(({ id }) => acting.has(id))
  if (chosen.length > 0) return chosen.map(({ id }) => id)
  return (present.length > 0 ? present : staff).map(({ id }) => id)
}

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()
