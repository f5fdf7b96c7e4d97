/** Every page of every form of Fjordvik, filled in so that it is right. A new form is among them by itself. */

import { askedOf } from '#forms/answer.ts'
import type { Form } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import { furtherPage } from '#forms/further-page.ts'
import type { Question } from '#forms/question.ts'
import { stepField, steps } from '#forms/review.ts'
import { shippedForm } from '../forms/fjordvik.ts'

export interface FormPage {
  readonly path: string
  readonly form: Form
  /** The boxes that somebody can write anything into, right or wrong. */
  readonly boxes: readonly string[]
  /** Those of them that take whatever is written. */
  readonly freeBoxes: readonly string[]
}

/** A course in Fjordvik with room. */
const coursePath = '/kurs/varkurs-2027/pamelding/'

export const formPages: readonly FormPage[] = definitions.flatMap((definition) => {
  const form = shippedForm(definition)
  const further = furtherPage(form)
  const path = definition.forEach ? coursePath : definition.path
  return [pageOf(path, form), ...(further ? [pageOf(further.definition.path, further)] : [])]
})

function pageOf(path: string, form: Form): FormPage {
  const questions = Object.entries(form.definition.questions)
  const ofKind = (...kinds: string[]) =>
    questions.filter(([, { kind }]) => kinds.includes(kind)).map(([key]) => key)
  return {
    path,
    form,
    boxes: ofKind('name', 'phone', 'email', 'shortText', 'longText', 'sitePage'),
    freeBoxes: ofKind('name', 'shortText', 'longText'),
  }
}

/** What somebody sends who fills in everything. Two with different words differ in every box. */
export function filledIn({ form }: FormPage, word: string): Record<string, string> {
  const answers = Object.entries(form.definition.questions).map(([key, question]) => [
    key,
    typed(form, key, question, word),
  ])
  return { ...Object.fromEntries(answers), ...(form.furtherTo && { [stepField]: steps.send }) }
}

function typed(form: Form, key: string, question: Question, word: string): string {
  const control = question.control(askedOf(form, key))
  if (control.shape === 'options') return control.options[0]?.value ?? ''
  if (control.shape === 'grid') return control.rows[0]?.options[0]?.value ?? ''
  switch (question.kind) {
    case 'phone':
      return phoneOf(word)
    case 'email':
      return `${word.toLowerCase()}@hjemme.example`
    case 'sitePage':
      return '/kafe/'
    default:
      return word
  }
}

/** Eight digits that follow from the word. */
function phoneOf(word: string): string {
  let sum = 0
  for (const letter of word) sum = (sum * 31 + letter.charCodeAt(0)) % 10_000_000
  return `4${String(sum).padStart(7, '0')}`
}

/** @example wordOf(27) // 'Ordbb': words without digits, so that no two make an identity number */
export function wordOf(number: number): string {
  const letters = [...String(number)].map((digit) => 'abcdefghij'[Number(digit)])
  return `Ord${letters.join('')}`
}
