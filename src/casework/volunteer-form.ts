/** What is known about a volunteer as a form for staff: the questions of her own form, in the words of an office. */
import type { Answer } from '#forms/answer.ts'
import { interests, kindsOfHelp, languages, limits } from '#forms/choices.ts'
import type { Form, FormDefinition } from '#forms/definition.ts'
import type { Fields } from '#forms/fields.ts'
import { area } from '#forms/kinds/area.ts'
import { choices } from '#forms/kinds/choices.ts'
import { email } from '#forms/kinds/email.ts'
import { name } from '#forms/kinds/name.ts'
import { phone, sayPhone } from '#forms/kinds/phone.ts'
import { shortText } from '#forms/kinds/short-text.ts'
import { times } from '#forms/kinds/times.ts'
import type { QuestionWords } from '#forms/question.ts'
import { atLeastOne } from '#forms/rule.ts'
import { readAnswers } from './answers.ts'
import { fieldsOf } from './form-fields.ts'
import type { VolunteerContent } from './preferences.ts'

const questions: FormDefinition['questions'] = {
  name: name(),
  phone: phone({ optional: true }),
  email: email({ optional: true }),
  area: area(),
  times: times({ optional: true }),
  help: choices(kindsOfHelp, { optional: true }),
  interests: choices(interests, { optional: true }),
  limits: choices(limits, { optional: true }),
  languages: choices(languages, { optional: true }),
  frida: shortText({ optional: true }),
}

/** @param form the volunteers' own, with its words */
export function volunteerForm(form: Form): Form {
  const options = (key: string) => form.words.questions[key]?.options
  const words: Readonly<Record<string, QuestionWords>> = {
    name: { label: 'Navn', missing: 'Skriv navnet' },
    phone: { label: 'Telefon' },
    email: { label: 'E-post' },
    area: { label: 'Område' },
    times: { label: 'Tider som ofte passer' },
    help: { label: 'Gjør gjerne', options: options('help') },
    interests: { label: 'Liker', options: options('interests') },
    limits: { label: 'Kan ikke', options: options('limits') },
    languages: { label: 'Språk utenom norsk', options: options('languages') },
    frida: { label: 'Referanse i Frida' },
  }
  const reachable = { needed: 'Telefon eller e-post', problem: 'Skriv telefonnummer eller e-post' }
  return {
    ...form,
    definition: { ...form.definition, questions, rules: { reachable: atLeastOne('phone', 'email') } },
    words: { ...form.words, questions: words, rules: { reachable } },
  }
}

/** What is left open is not known any more: staff see all that is known before they save. */
export function volunteerFrom(answers: readonly Answer[]): VolunteerContent {
  const { text, keys } = readAnswers(answers)
  return {
    name: text('name') ?? '',
    phone: text('phone'),
    email: text('email'),
    area: text('area') ?? '',
    preferences: {
      times: keys('times') ?? [],
      help: keys('help') ?? [],
      interests: keys('interests') ?? [],
      languages: keys('languages') ?? [],
      limits: keys('limits') ?? [],
    },
    frida: text('frida'),
  }
}

/** The form as it stands before anybody types. */
export const volunteerFields = ({ name, phone, email, area, preferences, frida }: VolunteerContent): Fields =>
  fieldsOf({ name, phone: phone && sayPhone(phone), email, area, ...preferences, frida })
