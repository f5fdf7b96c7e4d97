import { describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { addMatch, agreeMeeting } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral } from '#db/referrals.ts'
import { addVolunteer } from '#db/volunteers.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { tellMeeting } from '#intake/casework/meeting-mail.ts'
import { databases, now } from '../db/databases.ts'
import { listMail, openDesk } from './desk.ts'

const municipality = municipalitySchema.parse({
  name: 'Fjordvik',
  officialName: 'Fjordvik kommune',
  county: 'Innlandet',
  website: 'https://fjordvik.example',
  theme: 'lyng',
})
const by = 'solveig'

describe.each(databases)('On $name', (database) => {
  test('the volunteer is told of a meeting that comes, and of none that is written down afterwards', async () => {
    const { db, vault } = await openDesk(database)
    const to = 'aase@fjordvik.example'
    const person = { name: 'Åse Næss', email: to, area: 'Åsen', preferences: noPreferences }
    const need = { area: 'Åsen', bestTime: [], urgent: false, preferences: noPreferences }
    const agree = (date: string) =>
      db.transaction().execute(async (trx) => {
        const volunteerId = await addVolunteer(trx, vault, { content: person, by, now })
        const referralId = await addReferral(trx, vault, { source: 'relative', content: need, by, now })
        await recordAct(trx, vault, {
          subject: { table: 'referrals', id: referralId },
          name: 'accept',
          by,
          now,
        })
        const id = await addMatch(trx, vault, { volunteerId, referralId, by, now })
        await agreeMeeting(trx, vault, { id, meeting: { date, time: '17:00', place: 'Hjemme' }, by, now })
        await tellMeeting(trx, vault, { id, by, before: 'proposed', municipality, now })
      })
    const today = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate()
    await agree(today.subtract({ days: 1 }).toString())
    expect(await listMail(db, vault)).toEqual([])
    await agree(today.toString())
    expect((await listMail(db, vault)).map((mail) => mail.to)).toEqual([to])
  })
})
