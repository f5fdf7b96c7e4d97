/** Step 7 of the model: a relative tells the primary contact, a volunteer the coordinator. */
import { changes } from './choices.ts'
import type { FormDefinition } from './definition.ts'
import { choice } from './kinds/choice.ts'
import { longText } from './kinds/long-text.ts'
import { name } from './kinds/name.ts'
import { phone } from './kinds/phone.ts'

const questions = {
  name: name(),
  phone: phone(),
  change: choice(changes),
  ownWords: longText({ optional: true }),
}

/** For who reaches no primary contact: the coordinator passes it on. */
export const changedNeedRelative: FormDefinition = {
  key: 'changed-need-relative',
  path: '/endret-behov/parorende/',
  purpose: 'til å ta kontakt med deg om avlastningen',
  retentionMonths: 12,
  questions,
  rules: {},
}

export const changedNeedVolunteer: FormDefinition = {
  key: 'changed-need-volunteer',
  path: '/endret-behov/frivillig/',
  purpose: 'til å ta kontakt med deg om oppdraget',
  retentionMonths: 12,
  questions,
  rules: {},
}
