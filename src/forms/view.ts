/** What the page draws: everything decided, nothing left to compute. */
import { type Problem, wordsOf } from './answer.ts'
import { type Form, pathOf, privacyNotice } from './definition.ts'
import type { Fields } from './fields.ts'
import type { Control, Question } from './question.ts'

/** The hidden field that makes a repeated post recognisable. No question can have this name. */
export const keyField = '_key'

/** A field that no person sees. Programs that fill in all they find fill it in, too. */
export const trapField = '_mer'

export interface QuestionView {
  readonly name: string
  readonly id: string
  readonly label: string
  /** Begins a theme. */
  readonly heading?: string | undefined
  /** «Må fylles ut», «Valgfritt», or the sentence of a rule. */
  readonly needed: string
  readonly required: boolean
  readonly hint: string | undefined
  readonly problem: string | undefined
  /** The ids of hint and problem, for `aria-describedby`. */
  readonly describedBy: string | undefined
  readonly control: Control
  /** As it was typed, to be shown again. */
  readonly typed: readonly string[]
}

export interface FormView {
  /** Lands on the first problem, when there is one, without any script. */
  readonly action: string
  readonly key: string
  readonly title: string
  readonly intro: string | undefined
  readonly button: string
  readonly privacy: string
  readonly problems: readonly { readonly href: string; readonly text: string }[]
  readonly questions: readonly QuestionView[]
}

/** @param key makes a repeated post recognisable */
export function viewForm(
  form: Form,
  key: string,
  fields: Fields = new Map(),
  problems: readonly Problem[] = [],
): FormView {
  const { definition, words } = form
  const questions = Object.entries(definition.questions).map(([name, question]) =>
    viewQuestion(
      form,
      name,
      question,
      fields.get(name) ?? [],
      problems.find((each) => each.key === name)?.text,
    ),
  )
  return {
    action: `${pathOf(form)}#feil`,
    key,
    title: words.title,
    intro: words.intro,
    button: words.button,
    privacy: privacyNotice(definition),
    problems: problems.map((each) => ({ href: `#${firstControlId(questions, each.key)}`, text: each.text })),
    questions,
  }
}

function viewQuestion(
  form: Form,
  name: string,
  question: Question,
  typed: readonly string[],
  problem: string | undefined,
): QuestionView {
  const words = wordsOf(form, name)
  const id = `felt-${name}`
  const hint = [words.hint, question.warning].filter(Boolean).join(' ') || undefined
  const describedBy = [hint && `${id}-hjelp`, problem && `${id}-feil`].filter(Boolean).join(' ') || undefined
  return {
    name,
    id,
    label: words.label,
    heading: words.heading,
    needed: needed(form, name, question),
    required: question.required,
    hint,
    problem,
    describedBy,
    control: question.control({ words, areas: form.areas, pages: form.pages ?? [] }),
    typed,
  }
}

function needed(form: Form, name: string, question: Question): string {
  if (question.required) return 'Må fylles ut'
  const rule = Object.entries(form.definition.rules).find(([, each]) => each.about.includes(name))
  return (rule && form.words.rules[rule[0]]?.needed) ?? 'Valgfritt'
}

/** The control that a link to a question must reach: the first choice of a list, else the box itself. */
function firstControlId(questions: readonly QuestionView[], name: string): string {
  const question = questions.find((each) => each.name === name)
  const inGroup = question?.control.shape === 'options' || question?.control.shape === 'grid'
  return question && inGroup ? optionId(question, 0) : (question?.id ?? '')
}

export const optionId = (question: Pick<QuestionView, 'id'>, index: number): string =>
  `${question.id}-${index + 1}`
