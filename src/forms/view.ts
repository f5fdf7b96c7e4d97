/** What the page draws: everything decided, nothing left to compute. */
import type { Channel } from '#editorial/channel.ts'
import { askedOf, type Problem } from './answer.ts'
import { channelOf } from './channel.ts'
import { type Form, pathOf, privacyNotice } from './definition.ts'
import type { Fields } from './fields.ts'
import type { Asked, Control, Question } from './question.ts'

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
  /** What the address has answered for her, in words. */
  readonly said?: string | undefined
}

export interface FormView {
  /** Lands on the first problem, when there is one, without any script. */
  readonly action: string
  readonly key: string
  /** The flyer that led here. */
  readonly channel: Channel | undefined
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
    channel: channelOf(form, fields),
    title: words.title,
    intro: words.intro,
    button: form.furtherTo ? 'Se over svarene' : words.button,
    privacy: privacyNotice(form),
    problems: problems.map((each) => ({ href: `#${controlId(form, each.key)}`, text: each.text })),
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
  const asked = askedOf(form, name)
  const { words } = asked
  const control = question.control(asked)
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
    control,
    typed,
    said: control.shape === 'hidden' ? said(question, typed, asked) : undefined,
  }
}

function said(question: Question, typed: readonly string[], asked: Asked): string | undefined {
  const checked = question.check(typed, asked)
  return 'value' in checked && checked.value !== '' ? question.asText(checked.value, asked) : undefined
}

function needed(form: Form, name: string, question: Question): string {
  if (question.required) return 'Må fylles ut'
  const rule = Object.entries(form.definition.rules).find(([, each]) => each.about.includes(name))
  return (rule && form.words.rules[rule[0]]?.needed) ?? 'Valgfritt'
}

/** The control that a link to a question must reach: the first choice of a list, else the box itself. */
export function controlId(form: Form, name: string): string {
  const shape = form.definition.questions[name]?.control(askedOf(form, name)).shape
  const id = `felt-${name}`
  return shape === 'options' || shape === 'grid' ? optionId({ id }, 0) : id
}

export const optionId = (question: Pick<QuestionView, 'id'>, index: number): string =>
  `${question.id}-${index + 1}`
