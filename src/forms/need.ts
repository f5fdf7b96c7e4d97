import { kindsOfHelp } from './choices.ts'
import type { FormDefinition } from './definition.ts'
import { area } from './kinds/area.ts'
import { choice } from './kinds/choice.ts'
import { choices } from './kinds/choices.ts'
import { phone } from './kinds/phone.ts'
import { shortText } from './kinds/short-text.ts'
import { times } from './kinds/times.ts'

/**
 * Home care says that a family could use a volunteer: step 4 of the model. It names nobody, so that no login is
 * needed; the coordinator calls the unit for the rest. Seven questions, for a phone in a car.
 */
export const need: FormDefinition = {
  key: 'need',
  path: '/meld-behov/',
  purpose: 'til å ringe deg og finne en frivillig som passer',
  retentionMonths: 12,
  keptLonger: (months) =>
    `Går de videre, tar vi vare på det vi trenger så lenge de har kontakt med oss, og ${months} etter det.`,
  questions: {
    unit: shortText(),
    phone: phone(),
    area: area(),
    times: times({ optional: true }),
    help: choices(kindsOfHelp, { optional: true }),
    urgency: choice(['early', 'urgent']),
    consent: choices(['yes']),
  },
  rules: {},
}
