/** The mail that follows from a submission. None of it repeats an answer. */
import type { Database } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { listStaff } from '#db/staff.ts'
import { showReference } from '#forms/reference.ts'
import type { Kept, Outcome } from './followers.ts'

interface Arrival extends Kept {
  readonly outcome?: Outcome
}

/** One mail to each coordinator and deputy, and one to the person if she gave an address. */
export async function notify(trx: Database, arrival: Arrival): Promise<void> {
  const { vault, form, isFirst, now } = arrival
  const { notice, receipt } = form.words
  const staff = await listStaff(trx, vault)
  for (const { email, role } of staff)
    if (role === 'coordinator' || role === 'deputy')
      await enqueueMail(trx, vault, {
        to: email,
        subject: isFirst ? notice.arrived : notice.changed,
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
      attachments: arrival.outcome?.attachments,
      kind: `${form.definition.key} confirmation`,
      now,
    })
}

const noticeText = ({ form, reference, isFirst, sender }: Arrival) =>
  `${isFirst ? form.words.notice.arrived : form.words.notice.changed}

Referanse: ${showReference(reference)}

Se svarene i Pusterom:
${sender.origin}/koordinator/
`

const confirmationText = ({ form, reference, sender, outcome }: Arrival) =>
  `Hei!

${form.words.receipt.title}.

Referansen din er ${showReference(reference)}.

Dette skjer nå:
${(outcome?.next ?? form.words.receipt.next).map((step) => `- ${step}`).join('\n')}

Lurer du på noe? Ring ${sender.phone.name}, telefon ${sender.phone.number}.
Denne e-posten kan du ikke svare på.

Var det ikke du som skrev til oss? Da har noen tastet feil adresse, og du trenger ikke å gjøre noe.

Hilsen
${sender.municipality}
`
