/** The words of a form, `content/forms/<key>.yaml`. The schema follows from the definition, so neither can lag behind. */
import { z } from 'zod'
import { optional, text } from '#editorial/field.ts'
import { everyQuestion, type FormDefinition } from './definition.ts'
import type { Question, QuestionWords } from './question.ts'

export interface FormWords {
  readonly form: string
  readonly title: string
  readonly intro?: string | undefined
  readonly button: string
  readonly questions: Readonly<Record<string, QuestionWords>>
  readonly rules: Readonly<Record<string, { readonly needed: string; readonly problem: string }>>
  /** Of the page for those who want to say more. */
  readonly more?: z.output<typeof moreSchema> | undefined
  readonly receipt: z.output<typeof receiptSchema>
  readonly notice: { readonly arrived: string; readonly changed: string }
}

/**
 * The schema of one form's words: exactly the questions, choices and rules of its definition.
 *
 * @example wordsSchema(volunteer).parse(parseYaml(file))
 */
export function wordsSchema(definition: FormDefinition) {
  return z.strictObject({
    form: z.literal(definition.key).meta({ label: 'Skjema', hint: 'Ikke endre' }),
    title: text().max(60).meta({ label: 'Overskrift' }),
    intro: optional(text().max(300)).meta({ label: 'Ingress', hint: 'Én eller to korte setninger' }),
    button: text().max(40).meta({ label: 'Knapp', hint: 'Et verb, for eksempel «Meld meg som frivillig»' }),
    questions: z
      .strictObject(mapValues(everyQuestion(definition), questionSchema))
      .meta({ label: 'Spørsmål' }),
    rules: z
      .strictObject(
        mapValues({ ...definition.rules, ...definition.more?.rules }, () =>
          ruleSchema.meta({ label: 'Regel' }),
        ),
      )
      .meta({ label: 'Regler' }),
    ...(definition.more && { more: moreSchema.meta({ label: 'Siden for den som vil si mer' }) }),
    receipt: receiptSchema.meta({ label: 'Kvittering' }),
    notice: noticeSchema.meta({ label: 'E-post til koordinator' }),
  }) as unknown as z.ZodType<FormWords> & z.ZodObject<{ form: z.ZodLiteral<string> }>
}

function questionSchema(question: Question) {
  const words = {
    label: text().max(120).meta({ label: 'Spørsmål' }),
    heading: optional(text().max(60)).meta({ label: 'Overskrift over', hint: 'Når et nytt tema begynner' }),
    hint: optional(text().max(200)).meta({ label: 'Hjelpetekst' }),
    missing: optional(text().max(120)).meta({
      label: 'Når svaret mangler',
      hint: `Si hva leseren skal gjøre. Tom gir «${question.missing}»`,
    }),
  }
  const meta = { label: question.label }
  if (!question.optionKeys) return z.strictObject(words).meta(meta)
  const options = Object.fromEntries(
    question.optionKeys.map((key, index) => [key, text().meta({ label: `Svar ${index + 1}` })]),
  )
  return z.strictObject({ ...words, options: z.strictObject(options).meta({ label: 'Svar' }) }).meta(meta)
}

const ruleSchema = z.strictObject({
  needed: text().max(80).meta({ label: 'Ved feltene', hint: 'For eksempel «Fyll ut telefon eller e-post»' }),
  problem: text().max(120).meta({ label: 'Når regelen brytes', hint: 'Si hva leseren skal gjøre' }),
})

const moreSchema = z.strictObject({
  link: text().max(60).meta({ label: 'Lenke på kvitteringen' }),
  title: text().max(60).meta({ label: 'Overskrift' }),
  intro: text().max(300).meta({ label: 'Ingress' }),
  button: text().max(40).meta({ label: 'Knapp' }),
})

const receiptSchema = z.strictObject({
  title: text().max(60).meta({ label: 'Overskrift' }),
  next: z
    .array(text().max(200))
    .min(1)
    .meta({ label: 'Hva skjer nå', one: 'steg', hint: 'Én setning for hvert steg' }),
  subject: text().max(80).meta({ label: 'Emne i e-posten', hint: 'Aldri navn eller annet om den som skrev' }),
  journal: optional(text().max(200)).meta({
    label: 'Setning til journalen',
    hint: 'Til å kopiere. {referanse} blir referansen',
  }),
})

const noticeSchema = z.strictObject({
  arrived: text().max(80).meta({ label: 'Emne ved ny innsending' }),
  changed: text().max(80).meta({ label: 'Emne når svarene er endret' }),
})

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
