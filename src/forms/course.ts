import type { FormDefinition } from './definition.ts'
import { email } from './kinds/email.ts'
import { name } from './kinds/name.ts'
import { phone } from './kinds/phone.ts'
import { atLeastOne } from './rule.ts'

/** Somebody signs up for a course. Which one, the page knows: `/kurs/<slug>/pamelding/`. */
export const course: FormDefinition = {
  key: 'course',
  path: '/kurs/',
  fromFlyers: true,
  forEach: 'course',
  purpose: 'til å holde av plassen din på kurset',
  retentionMonths: 12,
  keptLonger: () => 'Er ikke kurset over da, venter vi til det er over.',
  questions: {
    name: name(),
    phone: phone({ optional: true }),
    email: email({ optional: true }),
  },
  rules: { reachable: atLeastOne('phone', 'email') },
}
