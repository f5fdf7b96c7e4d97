/**
 * What follows from answers beyond mail: a seat, a volunteer, a referral. A form that has more to it is a line in the
 * list. A follower runs in the transaction that keeps the answers, so that both are there or neither is.
 */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import type { Attachment } from '#db/outbox.ts'
import type { Vault } from '#db/vault.ts'
import type { Answer } from '#forms/answer.ts'
import type { Form } from '#forms/definition.ts'
import { takeCoffee, takeNeed } from './casework/referral.ts'
import { takeVolunteer } from './casework/volunteer.ts'
import type { Sender } from './premises.ts'
import { takeSeat } from './seats/take-seat.ts'

/** Answers that were just kept. */
export interface Kept {
  readonly vault: Vault
  readonly sender: Sender
  /** For a course sign-up `form.occasion` is the course. */
  readonly form: Form
  readonly submissionId: string
  readonly reference: string
  /** 1 until the answers change. */
  readonly version: number
  /** Whether followers have not seen this submission before: also a later version may be released from quarantine. */
  readonly isFirst: boolean
  readonly answers: readonly Answer[]
  readonly now: Temporal.Instant
}

/** What a follower has to say to the person. */
export interface Outcome {
  /** The steps of «Dette skjer nå» in the confirmation, instead of those of the form's words. */
  readonly next?: readonly string[]
  readonly attachments?: readonly Attachment[]
}

/**
 * Runs once for each version that is kept, and when a submission is released from quarantine; never for one that is
 * held there. Inside it use only `trx`. To throw takes the answers back, too, and the person is told so.
 */
export type Follow = (trx: Database, kept: Kept) => Promise<void> | Promise<Outcome | undefined>

/** By the key of the form. */
export const followers: Readonly<Record<string, Follow>> = {
  course: takeSeat,
  volunteer: takeVolunteer,
  need: takeNeed,
  coffee: takeCoffee,
}
