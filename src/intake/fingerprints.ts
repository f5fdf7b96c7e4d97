/** What is kept to recognise a post that is repeated: keyed hashes, apart for each form and each course. */
import type { Vault } from '#db/vault.ts'
import type { Answer } from '#forms/answer.ts'
import type { Form } from '#forms/definition.ts'

/** Of the key that was made with the form. */
export const keyFingerprint = (vault: Vault, form: Form, key: string): string =>
  vault.fingerprint(`${scopeOf(form)} key`, key)

/** Of what was answered, whatever the words were. */
export const answersFingerprint = (vault: Vault, form: Form, answers: readonly Answer[]): string =>
  vault.fingerprint(`${scopeOf(form)} answers`, JSON.stringify(answers.map(({ key, value }) => [key, value])))

const scopeOf = ({ definition, occasion }: Form) =>
  occasion ? `${definition.key} ${occasion.slug}` : definition.key
