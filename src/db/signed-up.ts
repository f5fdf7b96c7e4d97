/** The people on a course: their sign-ups, with what they answered. */
import { type SignUpState, stateOf } from '#casework/sign-up.ts'
import type { Answer } from '#forms/answer.ts'
import type { Database } from './engine.ts'
import { findSignUp, listSignUpRows, type SignUp } from './sign-ups.ts'
import { latest, openSubmission, type Submission } from './submissions.ts'
import type { Vault } from './vault.ts'

/** Somebody on a course, as the coordinator sees her. */
export interface SignedUp extends SignUp {
  readonly state: SignUpState
  readonly reference: string
  readonly name: string
  readonly phone: string | undefined
  readonly email: string | undefined
}

/** Everybody who signed up for a course, also who has left, in the order that they did. */
export async function listSignUps(db: Database, vault: Vault, courseId: string): Promise<SignedUp[]> {
  const people: SignedUp[] = []
  for (const signUp of await listSignUpRows(db, courseId)) {
    const submission = await findSubmission(db, vault, signUp.submissionId)
    if (submission) people.push(toSignedUp(signUp, submission))
  }
  return people
}

export async function findSignedUp(db: Database, vault: Vault, id: string): Promise<SignedUp | undefined> {
  const signUp = await findSignUp(db, id)
  const submission = signUp && (await findSubmission(db, vault, signUp.submissionId))
  return submission && toSignedUp(signUp, submission)
}

/** A submission in its latest version. */
export async function findSubmission(
  db: Database,
  vault: Vault,
  id: string,
): Promise<Submission | undefined> {
  const row = await latest(db).where('submissions.id', '=', id).executeTakeFirst()
  return row && openSubmission(db, vault, row)
}

/** Makes a submission one that no later post is a repetition of. */
export async function forgetClaims(trx: Database, submissionId: string): Promise<void> {
  await trx.deleteFrom('submission_claims').where('submission_id', '=', submissionId).execute()
}

function toSignedUp(signUp: SignUp, { reference, answers }: Submission): SignedUp {
  const textOf = (kind: Answer['kind']) => answers.find((answer) => answer.kind === kind)?.text || undefined
  return {
    ...signUp,
    state: stateOf(signUp),
    reference,
    name: textOf('name') ?? '',
    phone: textOf('phone'),
    email: textOf('email'),
  }
}
