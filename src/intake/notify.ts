/** The mail that follows from a submission. None of it repeats an answer. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { listStaff } from '#db/staff.ts'
import type { Vault } from '#db/vault.ts'
import type { Answer } from '#forms/answer.ts'
import type { Form } from '#forms/definition.ts'
import { showReference } from '#forms/reference.ts'
import type { Sender } from './premises.ts'

interface Arrival {
  readonly vault: Vault
  readonly sender: Sender
  readonly form: Form
  readonly reference: string
  readonly version: number
  readonly answers: readonly Answer[]
  readonly now: Temporal.Instant
}

/** One mail to each coordinator and deputy, and one to the person if she gave an address. */
export async function notify(trx: Database, arrival: Arrival): Promise<void> {
  const { vault, form, version, now } = arrival
  const { notice, receipt } = form.words
  const staff = await listStaff(trx, vault)
  for (const { email, role } of staff)
    if (role === 'coordinator' || role === 'deputy')
      await enqueueMail(trx, vault, {
        to: email,
        subject: version === 1 ? notice.arrived : notice.changed,
        text: noticeText(arrival),
        kind: `${form.definition.key} notice`,
        now,
      })
  const to = arrival.answers.find((each) => each.kind === 'email')?.value
  if (typeof to === 'string')
    await enqueueMail(trx, vault, {
      to,
      subject: receipt.subject,
      text: confirmationText(arrival),
      kind: `${form.definition.key} confirmation`,
      now,
    })
}

const noticeText = ({ form, reference, version, sender }: Arrival) =>
  `${version === 1 ? form.words.notice.arrived : form.words.notice.changed}

Referanse: ${showReference(reference)}

Se svarene i Pusterom:
${sender.origin}/koordinator/
`

const confirmationText = ({ form, reference, sender }: Arrival) =>
  `Hei!

${form.words.receipt.title}.

Referansen din er ${showReference(reference)}.

Dette skjer nå:
${form.words.receipt.next.map((step) => `- ${step}`).join('\n')}

Lurer du på noe? Ring ${sender.phone.name}, telefon ${sender.phone.number}.
Denne e-posten kan du ikke svare på.

Var det ikke du som skrev til oss? Da har noen tastet feil adresse, og du trenger ikke å gjøre noe.

Hilsen
${sender.municipality}
`
