import { dayParts } from './choices.ts'
import type { FormDefinition } from './definition.ts'
import { area } from './kinds/area.ts'
import { choices } from './kinds/choices.ts'
import { longText } from './kinds/long-text.ts'
import { name } from './kinds/name.ts'
import { phone } from './kinds/phone.ts'

/** A relative asks for a first talk that binds nobody. `bestTime` is when to call her, not when she needs respite. */
export const coffee: FormDefinition = {
  key: 'coffee',
  path: '/ta-en-kaffe/',
  fromFlyers: true,
  purpose: 'til å avtale en første prat med deg',
  retentionMonths: 12,
  keptLonger: (months) =>
    `Går du videre, tar vi vare på det vi trenger så lenge vi har kontakt, og ${months} etter det.`,
  questions: {
    name: name(),
    phone: phone(),
    bestTime: choices(dayParts, { optional: true }),
    area: area(),
    ownWords: longText({ optional: true }),
  },
  rules: {},
}
