/** Texts to look over and links that no longer answer, by mail to whoever keeps them up, once a week. */
import { listDeadLinks } from '#db/dead-links.ts'
import type { Database } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { beginRound } from '#db/rounds.ts'
import type { Municipality } from '#editorial/municipality.ts'
import type { Upkeep } from '#editorial/report/upkeep.ts'
import { weekOf } from './digest.ts'
import { addressesOf } from './owner.ts'
import type { Round, RoundPremises } from './round.ts'

/** More than this in one mail is a wall; the rest comes when these are done. */
const most = 15

export const reminders: Round = {
  name: 'reminders',
  everyMinutes: 15,
  async run(premises) {
    const { db, now, texts } = premises
    const monday = weekOf(now())
    if (!texts || !monday) return
    const edition = await premises.edition()
    if (!edition) return
    const gone = new Map((await listDeadLinks(db)).map(({ url, reason }) => [url, reason]))
    const today = now().toZonedDateTimeISO('Europe/Oslo').toPlainDate()
    const byOwner = Map.groupBy(await texts.upkeep(gone, today), ({ owner }) => owner)
    const since = monday.subtract({ milliseconds: 1 })
    for (const [owner, texts] of byOwner)
      await db.transaction().execute(async (trx) => {
        // Taken together with the mail: of two processes, one writes it.
        const round = { name: `reminder to ${owner}`, since, now: now() }
        if (await beginRound(trx, round))
          await remind(trx, premises, { owner, texts, mailboxes: edition.municipality.owners })
      })
    premises.wakeDelivery?.()
  },
}

async function remind(
  trx: Database,
  { vault, now, origin, staffOrigin = origin }: RoundPremises,
  { owner, texts, mailboxes }: { owner: string; texts: readonly Upkeep[]; mailboxes: Municipality['owners'] },
): Promise<void> {
  const text = reminderText({ owner, texts }, origin, staffOrigin)
  for (const to of await addressesOf(trx, vault, { owner, mailboxes, now: now() }))
    await enqueueMail(trx, vault, { to, subject: 'Tekster å se over', text, kind: 'reminder', now: now() })
}

const reminderText = (
  { owner, texts }: { owner: string; texts: readonly Upkeep[] },
  origin: string,
  staffOrigin: string,
) => `Hei!

${texts.length === 1 ? 'En tekst' : `${texts.length} tekster`} på nettstedet må ses over. Rollen som steller med ${texts.length === 1 ? 'den' : 'dem'}, er «${owner}».

${texts
  .slice(0, most)
  .map((text) => lines(text, origin, staffOrigin).join('\n'))
  .join('\n\n')}
${texts.length > most ? `\nDe ${texts.length - most} neste kommer når disse er gjort.\n` : ''}
Slik gjør du:
- Les teksten. Rett det som ikke stemmer lenger.
- Virker ikke en lenke? Finn den nye adressen, eller ta lenken bort.
- Er alt riktig? Skriv en ny dag i «Se over innen».
- Trykk «Lagre og legg ut», og så «Legg ut nå».

Er dette ikke ditt? Send e-posten videre til den som har rollen.

Denne e-posten kommer den første arbeidsdagen i uka, når noe må ses over.
`

const lines = ({ title, why, href, edit }: Upkeep, origin: string, staffOrigin: string): string[] => [
  title,
  ...why.map((each) => `- ${each}`),
  ...(href ? [`  Se teksten: ${origin}${href}`] : []),
  ...(edit ? [`  Endre den: ${staffOrigin}${edit}`] : []),
]
