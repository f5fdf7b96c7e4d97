/** Kind letters to a volunteer who rests or stops. They say nothing about her, for anybody may see a mail. */

import type { Mail } from '#db/outbox.ts'
import type { PublicPhone } from '#editorial/municipality.ts'

export interface Letterhead {
  /** `Fjordvik kommune` */
  readonly municipality: string
  readonly phone: PublicPhone
}

type Letter = Pick<Mail, 'subject' | 'text'>

/** @param until when the pause ends, in words; nothing when nobody knows */
export const pauseLetter = (head: Letterhead, until: string | undefined): Letter => ({
  subject: 'En hilsen fra Pusterom',
  text: `Hei!

Nå har du pause som frivillig${until ? ` til ${until}` : ''}. Vi ringer deg ikke med nye oppdrag så lenge.

Takk for at du er med. Du bestemmer selv når du vil begynne igjen, og om du vil det.
${ending(head)}`,
})

export const farewellLetter = (head: Letterhead): Letter => ({
  subject: 'En hilsen fra Pusterom',
  text: `Hei!

Vi har notert at du ikke er frivillig hos oss lenger. Takk for tiden og omtanken du har gitt.

Har du møtt noen som frivillig, gjelder taushetsplikten fortsatt. Ta gjerne kontakt hvis noe er vanskelig å bære alene.

Du kan også ringe hvis du en gang vil snakke om å bli med igjen.
${ending(head)}`,
})

const ending = ({ municipality, phone }: Letterhead) => `
Lurer du på noe? Ring ${phone.local ? `${phone.name}, telefon ${phone.number}` : municipality}.
Denne e-posten kan du ikke svare på. Vil du ikke ha flere, så ring oss.

Hilsen
${municipality}
`
