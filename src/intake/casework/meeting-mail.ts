/**
 * Tells the day of a matching meeting to those who have a mail address: the volunteer, and whoever agreed on it. No
 * names and no place, for the place is often somebody's home; these are said on the phone.
 */
import { Temporal } from 'temporal-polyfill'
import { meetingFile } from '#calendar/meeting-file.ts'
import { capitalise, longDate } from '#calendar/norwegian.ts'
import { type MatchState, matchState } from '#casework/match.ts'
import { findMatch } from '#db/matches.ts'
import type { Database } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { listStaff } from '#db/staff.ts'
import type { Vault } from '#db/vault.ts'
import { findVolunteer } from '#db/volunteers.ts'
import { type Municipality, publicPhone } from '#editorial/municipality.ts'

/** What stands in the letter. */
const sentences = {
  agreed: 'Koblingsmøtet er avtalt.',
  moved: 'Koblingsmøtet har fått ny tid.',
  cancelled: 'Koblingsmøtet blir ikke noe av denne gangen. Du trenger ikke gjøre noe.',
} as const

/**
 * Called after the act, in its transaction: what to say follows from how the match stands now.
 *
 * @param by the staff id of whoever agreed on the meeting
 * @param before how the match stood before the act
 */
export async function tellMeeting(
  trx: Database,
  vault: Vault,
  about: {
    readonly id: string
    readonly by: string
    readonly before: MatchState
    readonly municipality: Municipality
    readonly now: Temporal.Instant
  },
): Promise<void> {
  const { id, by, before, municipality, now } = about
  const match = await findMatch(trx, vault, id)
  const meeting = match?.content.meeting
  if (!match || !meeting) return
  // A meeting that is written down afterwards is news to nobody.
  if (meeting.date < now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()) return
  const isAgreed = matchState(match.acts) === 'meeting-agreed'
  const news = isAgreed ? (before === 'meeting-agreed' ? 'moved' : 'agreed') : 'cancelled'
  const volunteer = await findVolunteer(trx, vault, match.volunteerId)
  const staff = (await listStaff(trx, vault)).find((each) => each.id === by)
  const when = `${capitalise(longDate(Temporal.PlainDate.from(meeting.date)))} kl. ${meeting.time.replace(':', '.')}`
  const content = meetingFile({
    ...meeting,
    uid: `${vault.fingerprint('meeting', id).slice(0, 24)}@pusterom`,
    // Every act counts, so that no two files of one meeting have the same number.
    changes: match.acts.length,
    cancelled: !isAgreed,
    now,
  })
  const contentType = 'text/calendar; charset=utf-8; method=PUBLISH'
  for (const to of new Set([volunteer?.content.email, staff?.email])) {
    if (!to) continue
    await enqueueMail(trx, vault, {
      to,
      subject: 'Om et møte',
      text: letter(`${sentences[news]}\n\n${when}. ${isAgreed ? explained : ''}`.trim(), municipality),
      attachments: [{ filename: 'koblingsmote.ics', contentType, content }],
      kind: 'volunteer meeting',
      now,
    })
  }
}

const explained =
  'Det tar omtrent en halv time og binder ingen.\nKoordinator sier på telefon hvor dere møtes. Filen som følger med, kan du legge i kalenderen din.'

function letter(text: string, municipality: Municipality): string {
  const phone = publicPhone(municipality, 'adults')
  return `Hei!

${text}

Passer det ikke? Ring ${phone.local ? `${phone.name}, telefon ${phone.number}` : municipality.officialName}.
Denne e-posten kan du ikke svare på.

Hilsen
${municipality.officialName}
`
}
