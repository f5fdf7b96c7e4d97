import type { FormDefinition } from './definition.ts'
import { area } from './kinds/area.ts'
import { email } from './kinds/email.ts'
import { name } from './kinds/name.ts'
import { phone } from './kinds/phone.ts'
import { atLeastOne } from './rule.ts'

/** A prospective volunteer says who she is and how to reach her. The rest is talked about. */
export const volunteer: FormDefinition = {
  key: 'volunteer',
  path: '/bli-frivillig/',
  purpose: 'til å ta kontakt med deg om å bli frivillig',
  // No source gives a figure: twelve months is this site's own rule, and a municipality may shorten it.
  retentionMonths: 12,
  questions: {
    name: name(),
    phone: phone({ optional: true }),
    email: email({ optional: true }),
    area: area(),
  },
  rules: { reachable: atLeastOne('phone', 'email') },
}
