import { interests, kindsOfHelp, languages, limits } from './choices.ts'
import type { FormDefinition } from './definition.ts'
import { area } from './kinds/area.ts'
import { choices } from './kinds/choices.ts'
import { email } from './kinds/email.ts'
import { longText } from './kinds/long-text.ts'
import { name } from './kinds/name.ts'
import { phone } from './kinds/phone.ts'
import { times } from './kinds/times.ts'
import { atLeastOne } from './rule.ts'

/** A prospective volunteer says who she is and how to reach her. The rest is for who wants to, or is talked about. */
export const volunteer: FormDefinition = {
  key: 'volunteer',
  path: '/bli-frivillig/',
  fromFlyers: true,
  purpose: 'til å ta kontakt med deg om å bli frivillig',
  // No source gives a figure: twelve months is this site's own rule, and a municipality may shorten it.
  retentionMonths: 12,
  keptLonger: (months) =>
    `Går du videre, tar vi vare på det vi trenger så lenge du er med, og ${months} etter det.`,
  questions: {
    name: name(),
    phone: phone({ optional: true }),
    email: email({ optional: true }),
    area: area(),
  },
  rules: { reachable: atLeastOne('phone', 'email') },
  more: {
    slug: 'fortell-mer',
    questions: {
      times: times({ optional: true }),
      help: choices(kindsOfHelp, { optional: true }),
      interests: choices(interests, { optional: true }),
      limits: choices(limits, { optional: true }),
      languages: choices(languages, { optional: true }),
      // The handbook asks about expectations to the course and to being a volunteer; the sentences are our own.
      expectCourse: longText({ optional: true }),
      expectVolunteering: longText({ optional: true }),
      expectSupport: longText({ optional: true }),
    },
    rules: {},
  },
}
