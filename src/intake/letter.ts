/** A mail to somebody outside: whom to call, that nobody reads a reply, and what to do when it was never for her. */
import type { Sender } from './premises.ts'

/** @param text what the mail is about */
export const letter = (text: string, { phone, municipality }: Sender): string =>
  `Hei!

${text.trim()}

Lurer du på noe? Ring ${phone.local ? `${phone.name}, telefon ${phone.number}` : municipality}.
Denne e-posten kan du ikke svare på.

Var det ikke du som skrev til oss? Da har noen tastet feil adresse, og du trenger ikke å gjøre noe.

Hilsen
${municipality}
`
