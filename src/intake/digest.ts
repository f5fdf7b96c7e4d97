/** What waits, as numbers and a link, by mail to those who act, once on the first working day of the week. */
import type { Temporal } from 'temporal-polyfill'
import { certificateOf } from '#casework/volunteer.ts'
import { addWorkingDays } from '#casework/working-days.ts'
import { whoActs } from '#db/absences.ts'
import { countDeadLetters } from '#db/dead-letters.ts'
import type { Database } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { countQuarantined } from '#db/quarantine.ts'
import { beginRound } from '#db/rounds.ts'
import { listStaff } from '#db/staff.ts'
import { countUncalled } from '#db/uncalled.ts'
import { changedNeedRelative, changedNeedVolunteer } from '#forms/changed-need.ts'
import { listDue } from './casework/due.ts'
import type { Round, RoundPremises } from './round.ts'

/** In Oslo. Nobody is written to before the day has begun. */
const notBefore = 7

export const digest: Round = {
  name: 'digest',
  everyMinutes: 15,
  async run(premises) {
    const { db, now } = premises
    const edition = await premises.edition()
    const monday = weekOf(now())
    if (!edition || !monday) return
    const lines = await linesOf(db, now(), edition.municipality)
    await db.transaction().execute((trx) => sendEach(trx, premises, monday, lines))
    premises.wakeDelivery?.()
  },
}

/**
 * When the week began, if this is its first working day and the day has begun: after a holiday on a Monday, Tuesday.
 *
 * @example weekOf(Temporal.Instant.from('2026-11-23T08:00:00Z'))?.toString() // '2026-11-22T23:00:00Z'
 */
export function weekOf(now: Temporal.Instant): Temporal.Instant | undefined {
  const local = now.toZonedDateTimeISO('Europe/Oslo')
  const sunday = local.toPlainDate().subtract({ days: local.dayOfWeek })
  const isFirst = addWorkingDays(sunday, 1).equals(local.toPlainDate())
  if (!isFirst || local.hour < notBefore) return undefined
  return sunday.add({ days: 1 }).toZonedDateTime('Europe/Oslo').toInstant()
}

/** The row that says who was written to is taken together with the mail: of two processes, one writes it. */
async function sendEach(trx: Database, premises: RoundPremises, monday: Temporal.Instant, lines: string[]) {
  const { vault, origin, staffOrigin = origin } = premises
  const now = premises.now()
  const since = monday.subtract({ milliseconds: 1 })
  const acting = await whoActs(trx, now)
  for (const { id, email } of await listStaff(trx, vault)) {
    if (!acting.includes(id) || !(await beginRound(trx, { name: `digest to ${id}`, since, now }))) continue
    // Nothing waits: then there is nothing to say.
    if (lines.length === 0) continue
    const text = digestText(lines, staffOrigin)
    await enqueueMail(trx, vault, { to: email, subject: 'Uka i Pusterom', text, kind: 'week digest', now })
  }
}

async function linesOf(
  db: Database,
  now: Temporal.Instant,
  municipality: Parameters<typeof certificateOf>[0],
): Promise<string[]> {
  const due = await listDue(db, { now, certificate: certificateOf(municipality), away: false })
  const week = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().add({ days: 6 }).toString()
  return [
    line(due.red.length, 'ting haster'),
    line(due.due.length, 'ting kan gjøres nå'),
    line(due.later.filter(({ dueOn }) => dueOn <= week).length, 'ting kommer i løpet av uka'),
    line(await countChanges(db), 'endret behov venter på en telefon', 'endrede behov venter på en telefon'),
    line(await countQuarantined(db), 'innsending venter i karantene', 'innsendinger venter i karantene'),
    line(await countDeadLetters(db), 'e-post kom ikke fram', 'e-poster kom ikke fram'),
  ].flatMap((each) => each ?? [])
}

const countChanges = async (db: Database) =>
  countUncalled(db, changedNeedRelative.key, changedNeedVolunteer.key)

const line = (count: number, one: string, many = one): string | undefined =>
  count === 0 ? undefined : `- ${count} ${count === 1 ? one : many}`

const digestText = (lines: readonly string[], origin: string) => `Hei!

Dette venter i Pusterom denne uka:
${lines.join('\n')}

Se hva det er:
${origin}/koordinator/

Denne e-posten kommer den første arbeidsdagen i uka, når noe venter. Den sier ingenting om hvem det gjelder.
`
