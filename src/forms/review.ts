/** «Se over svarene»: what somebody is about to send, each answer with a way back to its question. */
import type { Answer } from './answer.ts'
import type { Form } from './definition.ts'
import type { Fields } from './fields.ts'
import { controlId } from './view.ts'

/** The name of the buttons that say which step comes next. No question can have this name. */
export const stepField = '_steg'
export const steps = { edit: 'endre', send: 'send' } as const

export interface Review {
  readonly action: string
  readonly key: string
  readonly button: string
  readonly answers: readonly {
    readonly label: string
    readonly text: string
    /** Sends her back to the form, to this question. */
    readonly editAction: string
  }[]
  /** Everything that was typed, to be sent along. */
  readonly typed: readonly (readonly [name: string, text: string])[]
}

/** @param answers what the fields were read as */
export function reviewForm(form: Form, key: string, fields: Fields, answers: readonly Answer[]): Review {
  const { path, questions } = form.definition
  return {
    action: `${path}#feil`,
    key,
    button: form.words.button,
    answers: answers.map((answer) => ({
      label: answer.question,
      text: answer.text || 'Ikke svart',
      editAction: `${path}#${controlId(form, answer.key)}`,
    })),
    typed: Object.keys(questions).flatMap((name) =>
      (fields.get(name) ?? []).map((text) => [name, text] as const),
    ),
  }
}
