/** The mail that follows from a submission. None of it repeats an answer. */
import { domainToASCII } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { normalEmail } from '#db/staff.ts'
import { countAttempt } from '#db/throttles.ts'
import { showReference } from '#forms/reference.ts'
import type { Kept, Outcome } from './followers.ts'
import { letter } from './letter.ts'
import { addressesOf } from './owner.ts'

/** Whatever the form, and whoever fills it in: nobody's mailbox is filled from here. */
const confirmationsPerDay = 3
const day = Temporal.Duration.from({ hours: 24 })

/**
 * One mail to each who does the coordinator's work today, or to whoever keeps up the page that it is about, and one to
 * the person if she gave an address.
 */
export async function notify(trx: Database, kept: Kept, outcome: Outcome): Promise<void> {
  const { vault, form, submissionId, isFirst, now } = kept
  const { notice, receipt } = form.words
  const owner = ownerOf(kept)
  for (const to of await addressesOf(trx, vault, { owner, mailboxes: form.mailboxes ?? [], now }))
    await enqueueMail(trx, vault, {
      to,
      subject: isFirst ? notice.arrived : notice.changed,
      text: noticeText(kept, outcome),
      kind: `${form.definition.key} notice`,
      submissionId,
      now,
    })
  const to = kept.answers.find((each) => each.kind === 'email')?.value
  // Who adds to what is confirmed needs no second confirmation.
  if (typeof to === 'string' && !form.furtherTo && (await mayConfirm(trx, kept, to)))
    await enqueueMail(trx, vault, {
      to,
      subject: receipt.subject,
      text: confirmationText(kept, outcome),
      attachments: outcome.attachments,
      kind: `${form.definition.key} confirmation`,
      submissionId,
      now,
    })
}

/** Who keeps up the page that somebody writes about. */
function ownerOf({ form, answers }: Kept): string | undefined {
  const path = answers.find(({ kind }) => kind === 'sitePage')?.value
  return form.pages?.find(({ href }) => href === path)?.owner
}

async function mayConfirm(trx: Database, { vault, now }: Kept, to: string): Promise<boolean> {
  const fingerprint = vault.fingerprint('confirmation', mailboxOf(to))
  return (await countAttempt(trx, { fingerprint, within: day, now })) <= confirmationsPerDay
}

/**
 * The address that confirmations are counted for. `name+anything@` reaches the same person, with some providers
 * `n.a.me@` too, and a domain has two spellings.
 */
function mailboxOf(to: string): string {
  const [name = '', domain = ''] = normalEmail(to).split('@')
  return `${name.replace(/\+.*$/, '').replaceAll('.', '')}@${domainToASCII(domain) || domain}`
}

const noticeText = ({ form, reference, isFirst, sender }: Kept, { next }: Outcome) =>
  `${isFirst ? form.words.notice.arrived : form.words.notice.changed}

Referanse: ${showReference(reference)}

Se svarene i Pusterom:
${sender.staffOrigin ?? sender.origin}/koordinator/${
    // Who keeps up pages sees what is said about them, and no submissions.
    form.pages ? 'tilbakemeldinger/' : `innsendinger/${showReference(reference)}/`
  }
${next ? '' : `\nDette står på kvitteringen til den som skrev:\n${list(form.words.receipt.next)}\n`}`

const confirmationText = ({ form, reference, sender }: Kept, { next }: Outcome) =>
  letter(
    `${form.words.receipt.title}.

Referansen din er ${showReference(reference)}.

Dette skjer nå:
${list(next ?? form.words.receipt.next)}`,
    sender,
  )

const list = (steps: readonly string[]) => steps.map((step) => `- ${step}`).join('\n')
