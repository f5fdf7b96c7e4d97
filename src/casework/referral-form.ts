/** What may be known about a referral after the first call, as a form for staff: these fields and never more. */
import type { Answer } from '#forms/answer.ts'
import { dayParts, interests, kindsOfHelp, languages, limits } from '#forms/choices.ts'
import type { Form, FormDefinition } from '#forms/definition.ts'
import type { Fields } from '#forms/fields.ts'
import { area } from '#forms/kinds/area.ts'
import { choice } from '#forms/kinds/choice.ts'
import { choices } from '#forms/kinds/choices.ts'
import { name } from '#forms/kinds/name.ts'
import { phone, sayPhone } from '#forms/kinds/phone.ts'
import { shortText } from '#forms/kinds/short-text.ts'
import { times } from '#forms/kinds/times.ts'
import type { QuestionWords } from '#forms/question.ts'
import { atLeastOne } from '#forms/rule.ts'
import { readAnswers } from './answers.ts'
import { fieldsOf } from './form-fields.ts'
import type { ReferralContent } from './preferences.ts'
import { type ReferralSource, referralSources } from './referral.ts'

/** How things are at home, by the same keys as what a volunteer cannot do. */
export const homeLimits: Readonly<Record<string, string>> = {
  stairs: 'Trapper',
  pets: 'Dyr i huset',
  smoke: 'Noen som røyker inne',
}

const questions: FormDefinition['questions'] = {
  relativeName: name({ optional: true }),
  relativePhone: phone({ optional: true }),
  bestTime: choices(dayParts, { optional: true }),
  unit: shortText({ optional: true }),
  unitPhone: phone({ optional: true }),
  area: area(),
  urgent: choices(['yes'], { optional: true }),
  times: times({ optional: true }),
  help: choices(kindsOfHelp, { optional: true }),
  interests: choices(interests, { optional: true }),
  limits: choices(limits, { optional: true }),
  languages: choices(languages, { optional: true }),
}

/** Asked first when somebody calls. */
const source = choice(Object.keys(referralSources))

/**
 * @param form the volunteers' own, for the words of what both say
 * @param isNew whether it also asks who called
 */
export function referralForm(form: Form, { isNew = false } = {}): Form {
  const options = (key: string) => form.words.questions[key]?.options
  const words: Readonly<Record<string, QuestionWords>> = {
    source: { label: 'Hvem ringte?', missing: 'Si hvem som ringte', options: referralSources },
    relativeName: { heading: 'Den pårørende', label: 'Navnet på den pårørende' },
    relativePhone: { label: 'Telefonen til den pårørende' },
    bestTime: {
      label: 'Når vil hun eller han bli ringt?',
      options: { morning: 'Formiddag', afternoon: 'Ettermiddag', evening: 'Kveld' },
    },
    unit: { heading: 'Hjemmetjenesten', label: 'Sone eller avdeling' },
    unitPhone: { label: 'Jobbtelefon' },
    area: { heading: 'Behovet', label: 'Område' },
    urgent: { label: 'Haster det?', options: { yes: 'Det haster' } },
    times: { label: 'Når trengs det?' },
    help: { label: 'Hva trengs det hjelp til?', options: options('help') },
    interests: { label: 'Hva liker den som får hjelp?', options: options('interests') },
    limits: { label: 'Hvordan er det hjemme?', options: homeLimits },
    languages: { label: 'Språk utenom norsk', options: options('languages') },
  }
  const reachable = { needed: 'Minst én telefon', problem: 'Skriv et telefonnummer vi kan ringe' }
  return {
    ...form,
    definition: {
      ...form.definition,
      questions: isNew ? { source, ...questions } : questions,
      rules: { reachable: atLeastOne('relativePhone', 'unitPhone') },
    },
    words: { ...form.words, questions: words, rules: { reachable } },
  }
}

/** What is left open is not known any more: staff see all that is known before they save. */
export function referralFrom(answers: readonly Answer[]): ReferralContent {
  const { text, keys } = readAnswers(answers)
  const both = (name = '', phone = '') => (name || phone ? { name, phone } : undefined)
  const homeCare = both(text('unit'), text('unitPhone'))
  return {
    relative: both(text('relativeName'), text('relativePhone')),
    homeCare: homeCare && { unit: homeCare.name, phone: homeCare.phone },
    area: text('area') ?? '',
    bestTime: dayParts.filter((part) => keys('bestTime')?.includes(part)),
    urgent: keys('urgent')?.includes('yes') ?? false,
    preferences: {
      times: keys('times') ?? [],
      help: keys('help') ?? [],
      interests: keys('interests') ?? [],
      languages: keys('languages') ?? [],
      limits: keys('limits') ?? [],
    },
  }
}

/** Who called, from the answers to a new one. */
export const sourceFrom = (answers: readonly Answer[]): ReferralSource =>
  readAnswers(answers).text('source') === 'relative' ? 'relative' : 'home-care'

/** The form as it stands before anybody types. */
export const referralFields = (content: ReferralContent): Fields => {
  const { relative, homeCare, area, bestTime, urgent, preferences } = content
  return fieldsOf({
    relativeName: relative?.name,
    relativePhone: relative && sayPhone(relative.phone),
    bestTime,
    unit: homeCare?.unit,
    unitPhone: homeCare && sayPhone(homeCare.phone),
    area,
    urgent: urgent ? ['yes'] : [],
    ...preferences,
  })
}
