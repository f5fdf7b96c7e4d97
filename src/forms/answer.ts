/** Reads the answers to a form, or says what is wrong with each. */
import type { Form } from './definition.ts'
import type { Fields } from './fields.ts'
import { holdsIdentityNumber } from './identity-number.ts'
import type { Asked, Checked, Question, Value } from './question.ts'

/** One answer with the question as it was asked, so that later words never rewrite what somebody answered. */
export interface Answer {
  readonly key: string
  readonly kind: string
  readonly question: string
  /** Nothing when an optional question was left open. */
  readonly value: Value | null
  readonly text: string
}

/** What is wrong with the answer to one question. */
export interface Problem {
  readonly key: string
  readonly text: string
}

export const identityProblem = 'Ta bort fødselsnummeret. Vi trenger det ikke, og vi har ikke lagret det'

/**
 * Checks every question and rule. Fields that no question asks for are never looked at.
 *
 * @returns the answers in the order of the form, or the problems in the same order
 */
export function answerForm(
  form: Form,
  fields: Fields,
): { readonly answers: readonly Answer[] } | { readonly problems: readonly Problem[] } {
  const { questions } = form.definition
  const read = Object.entries(questions).map(([key, question]) => readOne(form, key, question, fields))
  const answered = new Set(read.filter((each) => each.answer.value !== null).map((each) => each.answer.key))
  const wrong = new Set(read.filter((each) => each.problem !== undefined).map((each) => each.answer.key))

  const broken = Object.entries(form.definition.rules)
    .filter(([, rule]) => !rule.holds(answered) && !rule.about.some((key) => wrong.has(key)))
    .map(([name, rule]) => ({ key: rule.about[0] ?? '', text: form.words.rules[name]?.problem ?? '' }))
  const typed = Object.keys(questions).map((key) => [key, (fields.get(key) ?? []).join(' og ')] as const)
  const split = findSplitNumber(typed)
  const problems = read.flatMap(({ answer: { key }, problem }) => {
    const text = split === key ? identityProblem : (problem ?? broken.find((each) => each.key === key)?.text)
    return text === undefined ? [] : [{ key, text }]
  })
  return problems.length > 0 ? { problems } : { answers: read.map((each) => each.answer) }
}

function readOne(form: Form, key: string, question: Question, fields: Fields) {
  const asked = askedOf(form, key)
  const { words } = asked
  const typed = fields.get(key) ?? []
  const checked = check(typed, question, () => question.check(typed, asked), words.missing)
  const value = 'value' in checked ? checked.value : null
  const text = value === null ? '' : question.asText(value, asked)
  const answer: Answer = { key, kind: question.kind, question: words.label, value, text }
  return { answer, problem: 'problem' in checked ? checked.problem : undefined }
}

function check(
  typed: readonly string[],
  question: Question,
  act: () => Checked,
  missing = question.missing,
): Checked | { readonly value: null } {
  const nothing = question.required ? { problem: missing } : { value: null }
  if (typed.every((text) => text.trim() === '')) return nothing
  if (typed.some(holdsIdentityNumber)) return { problem: identityProblem }
  const checked = act()
  // Typed text may clean away to nothing: a zero-width space is no name.
  return 'value' in checked && checked.value.length === 0 ? nothing : checked
}

/**
 * The field with the second half of an identity number that is whole in no field: date of birth here, the rest there.
 *
 * @param fields each key with what stands there
 */
export function findSplitNumber(fields: readonly (readonly [string, string])[]): string | undefined {
  // Halves are typed into small fields; a whole number in a long text is found there.
  const texts = fields.map(([, text]) => text.slice(0, 200))
  const joins = (first: string, second: string) =>
    first !== second && holdsIdentityNumber(`${first} og ${second}`)
  if (texts.some(holdsIdentityNumber)) return undefined
  return fields.find((_, place) => texts.some((first) => joins(first, texts[place] ?? '')))?.[0]
}

/** @throws when the words lack a question, which their schema refuses */
export function askedOf({ definition, words: { questions }, areas, pages = [] }: Form, key: string): Asked {
  const words = questions[key]
  if (!words) throw new Error(`${definition.key}.yaml: expected words for the question ${key}, got none`)
  return { words, areas, pages }
}
